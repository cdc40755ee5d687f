import Flows
import Transcript
package import Vocabulary

/// The advice after a failure or a run, with the commands to type.
package enum NextAction {
  /// Returns a run of the flow that succeeds, in dry-run or practice mode.
  private static func success(_ text: String, _ run: RunPlace) -> Suggestion {
    run.mode == .practice
      ? Suggestion(text, .practice) : Suggestion(text, .recorded, "--scenario", "granted")
  }

  /// Returns the suggestions for a failure.
  ///
  /// - Parameters:
  ///   - failure: The failure.
  ///   - run: The run that failed.
  ///   - step: The step that failed.
  /// - Returns: The suggestions, the most useful one first.
  package static func after(
    _ failure: StepFailure, in run: RunPlace, at step: StepNumber = .codeVerifier
  ) -> [Suggestion] {
    if let cause = failure.cause { return after(cause, in: run) }
    let scope = failure.findings.first { $0.name == "scope" }?.value
    let use = step == .after ? afterUse(failure.reason, in: run, needing: scope) : nil
    return use ?? after(failure.reason, in: run, at: step)
  }

  private static func after(
    _ reason: StepFailure.Reason, in run: RunPlace, at step: StepNumber
  ) -> [Suggestion] {
    switch reason {
    case .verifierInvalid:
      [Suggestion("Omit the verifier to use a valid one", .start)]
    case .scopeInvalid:
      [
        // A recording matches only the scopes that it was made with.
        Suggestion(
          "Separate scopes with spaces",
          run.mode == .dryRun ? .practice : .step(.authorizationRequest),
          run.scopeOption())
      ]
    case .redirectElsewhere:
      [
        Suggestion("Compare the two character by character: a trailing slash counts."),
        Suggestion(
          "If your client registered another redirect URI, pass it",
          .step(.authorizationResponse), "--redirect-uri 'URI'", "--redirect 'URL'"),
      ]
    case .redirectMalformed:
      [
        Suggestion(
          "Copy the whole URL again, and put it in single quotes",
          .step(.authorizationResponse), "--redirect 'URL'")
      ]
    case .parameterRepeated where step > .authorizationResponse:
      [Suggestion("Ask the server's operator. To retry, start again", .start)]
    case .parameterRepeated: [Suggestion("Discard this redirect and start again", .start)]
    case .stateMissing:
      [Suggestion("Discard this redirect. Use nothing from it. Start again", .start)]
    case .stateMismatch:
      [
        Suggestion("Discard this redirect. Use nothing from it. Start again", .start),
        Suggestion(
          "If it answers your own request, pass the state you sent",
          .step(.authorizationResponse), "--state 'STATE'", "--redirect 'URL'"),
      ]
    case .codeMissing, .codeEmpty:
      [
        Suggestion(
          "Copy the whole URL, to its end", .step(.authorizationResponse),
          "--redirect 'URL'")
      ]
    case .issuerMismatch, .issuerMissing:
      [Suggestion("Discard this redirect. Use nothing from it. Start again", .start)]
    case .accessDenied:
      [
        Suggestion("Tell the user what works without the data. To ask again", .start),
        success("To see the user agree", run),
      ]
    case .authorizationError:
      [
        Suggestion(
          "Fix what the error names, then send the user again", .step(.authorizationRequest))
      ]
        + (run.mode == .live
          ? [
            Suggestion(
              "If the server requires another parameter, add it",
              .step(.authorizationRequest), "\(Option.parameter.name) NAME=VALUE")
          ] : [])
        + (run.flow.about.redirectCarries == .code && !run.flow.about.usesPKCE
          ? [
            Suggestion(
              "If the server requires a code challenge, use PKCE",
              .plain("walk --flow pkce" + run.modeOption))
          ] : [])
    case .clientSecretMissing:
      [
        Suggestion("Set WORKBENCH_CLIENT_SECRET in the environment."),
        run.flow.about.applicationTypes.contains(.client)
          ? Suggestion(
            "Or use an application type without a secret", .step(.tokenRequest),
            "--app-type client")
          : Suggestion(
            "Without a secret, use PKCE and ask a user",
            .plain("walk --flow pkce --app-type client" + run.modeOption)),
      ]
    case .gone:
      [
        Suggestion("Keep learning with the recordings. They need no server", .recorded)
      ]
        + (run.server?.sunset == nil
          ? []
          : [Suggestion("A client that needs the data must move to the Google Health API.")])
    case .rateLimited:
      [
        Suggestion("Wait as long as the response says, then retry once."),
        success("To see the run succeed", run),
      ]
    case .invalidGrant:
      [
        Suggestion(
          "Exchange each code once, without delay, with the redirect URI from step 2 and, with "
            + "PKCE, the verifier from step 1. Get a new code", .start)
      ]
    case .invalidClient where run.mode == .dryRun:
      [
        Suggestion("Compare the client ID and secret with the registration."),
        success("To see the run succeed", run),
      ]
    case .invalidClient where run.isPublicClient:
      [
        Suggestion(
          "No secret was sent. If the client has one, set WORKBENCH_CLIENT_SECRET and start again",
          .start, "--app-type server")
      ]
    case .invalidClient:
      Array((encodedSecret(run) + otherAuthentication(run)).prefix(1)) + [
        Suggestion(
          "Compare the client ID and secret with the registration. Check WORKBENCH_CLIENT_SECRET "
            + "for spaces and line breaks. Then start again", .start)
      ]
    case .tokenRefused where run.server?.words(on: .missingSecret) != nil:
      [
        Suggestion("Fix what the server names, then start again", .start),
        Suggestion(
          "If it requires the client secret, set WORKBENCH_CLIENT_SECRET and start again",
          .start,
          "--app-type server"),
      ]
    case .tokenRefused: [Suggestion("Fix what the server names, then start again", .start)]
    case .notTokenEndpoint:
      [
        Suggestion(
          "Check the URL of the token endpoint, and that the service still responds",
          .plain("doctor --network")),
        success("To see the run succeed", run),
      ]
    case .serverError: [Suggestion("Wait, longer each time, then start again", .start)]
    case .bodyEmpty, .bodyTooLarge, .notJSON, .malformedJSON:
      [
        Suggestion(
          "Check the URL. Also check for a proxy or a sign-in page in between. Then start again",
          .start)
      ]
    case .endpointUnknown:
      [
        Suggestion(
          "If the documentation names one, add it to a server file",
          .plain("help servers"))
      ]
    case .metadataInvalid, .serverUnsupported:
      [Suggestion("Describe the server in a server file", .plain("servers --help"))]
    case .refreshRefused: [Suggestion("Ask the user to authorize again", .walk)]
    case .tokenExpired, .tokenInvalid, .scopeInsufficient:
      afterUse(reason, in: run, needing: nil) ?? []
    case .tokenTypeUnknown:
      [
        Suggestion(
          "Ask the server's operator for bearer tokens, or use a client that supports this type."),
        success("To see a token that this client can use", run),
      ]
    case .wrongShape, .tokenMissing:
      [
        success(
          "This is not a token response as RFC 6749 §5.1 defines it. Ask the server's operator. "
            + "To see a correct one", run)
      ]
    }
  }
}
