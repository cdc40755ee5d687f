import Flows
import Transcript
package import Vocabulary

/// What a person can do about a failure, and what to type for it.
package enum NextAction {
  /// A run of the flow that goes well, as the mode has it.
  private static func success(_ text: String, _ run: RunPlace) -> Suggestion {
    run.mode == .practice
      ? Suggestion(text, .practice) : Suggestion(text, .recorded, "--scenario", "granted")
  }

  /// The suggestions for a failure.
  ///
  /// - Parameters:
  ///   - failure: The failure.
  ///   - run: The run that failed.
  ///   - step: The step that stopped.
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
    case .verifierInvalid: [Suggestion("Leave the verifier to the workbench", .start)]
    case .scopeInvalid:
      [
        // A recording knows the scopes that it was made with, and no others.
        Suggestion(
          "Name scopes with spaces between them",
          run.mode == .dryRun ? .practice : .step(.authorizationRequest),
          run.scopeOption())
      ]
    case .redirectElsewhere:
      [
        Suggestion("Compare the two character by character; a slash at the end counts."),
        Suggestion(
          "If yours is registered differently, give it",
          .step(.authorizationResponse), "--redirect-uri 'URI'", "--redirect 'URL'"),
      ]
    case .redirectMalformed:
      [
        Suggestion(
          "Copy the whole address from the browser once more, and put it in single quotes",
          .step(.authorizationResponse), "--redirect 'URL'")
      ]
    case .parameterRepeated where step > .authorizationResponse:
      [Suggestion("Ask whoever runs the server. To try once more, start again", .start)]
    case .parameterRepeated: [Suggestion("Discard this redirect and start again", .start)]
    case .stateMissing:
      [Suggestion("Discard this redirect and use nothing in it. Start again", .start)]
    case .stateMismatch:
      [
        Suggestion("Discard this redirect and use nothing in it. Start again", .start),
        Suggestion(
          "If the redirect is your own, say which state you sent",
          .step(.authorizationResponse), "--state 'STATE'", "--redirect 'URL'"),
      ]
    case .codeMissing, .codeEmpty:
      [
        Suggestion(
          "Copy the whole address from the browser, to its end", .step(.authorizationResponse),
          "--redirect 'URL'")
      ]
    case .issuerMismatch, .issuerMissing:
      [Suggestion("Discard this redirect and use nothing in it. Start again", .start)]
    case .accessDenied:
      [
        Suggestion("Tell the user what works without the data. To ask again, start again", .start),
        success("The way it goes when the user agrees", run),
      ]
    case .authorizationError:
      [
        Suggestion(
          "Fix what the error names, and send the user again", .step(.authorizationRequest))
      ]
        + (run.mode == .live
          ? [
            Suggestion(
              "If a parameter is missed that the workbench does not send, add it",
              .step(.authorizationRequest), "\(Option.parameter.name) NAME=VALUE")
          ] : [])
        + (run.flow.about.redirectCarries == .code && !run.flow.about.usesPKCE
          ? [
            Suggestion(
              "If the server requires a code challenge, take the flow that has one",
              .plain("walk --flow pkce" + run.modeOption))
          ] : [])
    case .clientSecretMissing:
      [
        Suggestion("Put the secret into the environment variable WORKBENCH_CLIENT_SECRET."),
        run.flow.about.applicationTypes.contains(.client)
          ? Suggestion(
            "Or be an application without one", .step(.tokenRequest), "--app-type client")
          : Suggestion(
            "An application without one takes PKCE instead, and asks a user",
            .plain("walk --flow pkce --app-type client" + run.modeOption)),
      ]
    case .gone:
      [
        Suggestion("Learn on with the recordings, which need no server", .recorded)
      ]
        + (run.server?.sunset == nil
          ? []
          : [Suggestion("An application that needs the data has to move to Google's Health API.")])
    case .rateLimited:
      [
        Suggestion("Wait the seconds that the answer names, then try once."),
        success("The way it goes well", run),
      ]
    case .invalidGrant:
      [
        Suggestion(
          "Exchange a code once, at once, with the redirect URI of step 2 and, with PKCE, the "
            + "verifier of step 1. Start again with a new code", .start)
      ]
    case .invalidClient where run.mode == .dryRun: [success("To see it succeed", run)]
    case .invalidClient where run.isPublicClient:
      [
        Suggestion(
          "No secret was sent. If the app is registered with one, put it into WORKBENCH_CLIENT_SECRET, and start "
            + "again as an application that has one", .start, "--app-type server")
      ]
    case .invalidClient:
      Array((encodedSecret(run) + otherAuthentication(run)).prefix(1)) + [
        Suggestion(
          "Compare client id and secret with the registration, and look for blanks and line breaks in "
            + "WORKBENCH_CLIENT_SECRET. Then start again", .start)
      ]
    case .tokenRefused where run.server?.words(on: .missingSecret) != nil:
      [
        Suggestion("Fix what the server names, and start again", .start),
        Suggestion(
          "If it misses the client secret, put it into WORKBENCH_CLIENT_SECRET and start again",
          .start,
          "--app-type server"),
      ]
    case .tokenRefused: [Suggestion("Fix what the server names, and start again", .start)]
    case .notTokenEndpoint:
      [
        Suggestion(
          "Look at the address of the token endpoint, and whether the service still answers there",
          .plain("doctor --network")),
        success("The way it goes well", run),
      ]
    case .serverError: [Suggestion("Try again later, with growing pauses. Start again", .start)]
    case .bodyEmpty, .bodyTooLarge, .notJSON, .malformedJSON:
      [
        Suggestion(
          "Look at where the answer comes from: the address, a proxy, a sign-in page in between. Then "
            + "start again", .start)
      ]
    case .endpointUnknown:
      [
        Suggestion(
          "If the server's documentation has one, add it to a file that describes the server",
          .plain("help servers"))
      ]
    case .metadataInvalid, .serverUnsupported:
      [Suggestion("Describe the server in a file of your own", .plain("servers --help"))]
    case .refreshRefused: [Suggestion("Ask the user again", .walk)]
    case .tokenExpired, .tokenInvalid, .scopeInsufficient:
      afterUse(reason, in: run, needing: nil) ?? []
    case .tokenTypeUnknown:
      [
        Suggestion(
          "Ask whoever runs the server for bearer tokens, or use a client that knows this type."),
        success("A token that this client can use looks like this", run),
      ]
    case .wrongShape, .tokenMissing:
      [
        success(
          "This is no answer with a token as RFC 6749 has it. Ask whoever runs the server. A right one "
            + "looks like this", run)
      ]
    }
  }
}
