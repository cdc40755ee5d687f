import Flows
import Transcript
package import Vocabulary

/// What a person can do about a failure, and what to type for it.
package enum NextAction {
  /// A run of the flow that goes well, as the mode has it.
  private static func success(_ text: String, _ run: RunPlace) -> Suggestion {
    run.mode == .practice
      ? Suggestion(text, .practise) : Suggestion(text, .recorded, "--scenario", "granted")
  }

  /// The suggestions for a kind of failure.
  ///
  /// - Parameters:
  ///   - reason: The kind of failure.
  ///   - run: The run that failed.
  ///   - step: The step that stopped.
  /// - Returns: The suggestions, the most useful one first.
  package static func after(
    _ reason: StepFailure.Reason, in run: RunPlace, at step: StepNumber = .codeVerifier
  ) -> [Suggestion] {
    switch reason {
    case .invalidClient where step == .after:
      [
        Suggestion(
          "Compare client id and secret with the registration, and look for spaces and line breaks in "
            + "WORKBENCH_CLIENT_SECRET. Then repeat the command: the tokens are still there.")
      ]
    case .verifierInvalid: [Suggestion("Leave the verifier to the workbench", .start)]
    case .scopeInvalid:
      [
        // A recording knows the scopes that it was made with, and no others.
        Suggestion(
          "Name scopes with spaces between them",
          run.mode == .dryRun ? .practise : .step(.authorizationRequest),
          "--scope 'activity sleep'")
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
    case .clientSecretMissing:
      [
        Suggestion("Put the secret into the environment variable WORKBENCH_CLIENT_SECRET."),
        run.flow.about.applicationTypes.contains(.client)
          ? Suggestion(
            "Or be an application without one", .step(.tokenRequest), "--app-type client")
          : Suggestion(
            "An application without one takes PKCE instead, and asks a user",
            .plain("walk --flow pkce --app-type client")),
      ]
    case .gone:
      [
        Suggestion("Learn on with the recordings, which need no server", .recorded),
        Suggestion("An application that needs the data has to move to Google's Health API."),
      ]
    case .rateLimited:
      [
        Suggestion("Wait the seconds that the answer names, then try once."),
        success("The way it goes well", run),
      ]
    case .invalidGrant:
      [
        Suggestion(
          "Exchange a code once, within 10 minutes, with the redirect URI of step 2 and, with PKCE, the "
            + "verifier of step 1. Start again with a new code", .start)
      ]
    case .invalidClient:
      [
        Suggestion(
          "Compare client id and secret with the registration, and look for blanks and line breaks in "
            + "WORKBENCH_CLIENT_SECRET. Then start again", .start)
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
      [Suggestion("See which endpoints are known of which server", .plain("servers"))]
    case .metadataInvalid:
      [Suggestion("Describe the server in a file of your own", .plain("servers --help"))]
    case .refreshRefused: [Suggestion("Ask the user again", .walk)]
    case .tokenExpired:
      [
        run.flow.about.canRefresh
          ? Suggestion("Get a new pair of tokens", .plain("refresh"))
          : Suggestion("This flow brings no refresh token. Get a new token", .walk)
      ]
    case .tokenInvalid: [Suggestion("Get a new token", .walk)]
    case .scopeInsufficient:
      [
        run.flow.about.hasUser
          ? Suggestion("Ask the user for that scope", .walk, "--scope 'profile activity'")
          : Suggestion(
            "No scope opens a user's data to an app's own token. Ask a user",
            .plain("walk --mode \(run.mode.rawValue)"))
      ]
    case .wrongShape, .tokenMissing, .tokenTypeUnknown:
      [
        success(
          "This is no answer with a token as RFC 6749 has it. Ask whoever runs the server. A right one "
            + "looks like this", run)
      ]
    }
  }
}

extension NextAction {
  /// The lessons about what comes before and after the five steps.
  private static let aroundTheSteps = [StepNumber.before: 13, .after: 6]

  /// The lesson that explains where a run stopped.
  ///
  /// - Parameters:
  ///   - step: Where the run stopped.
  ///   - flow: The flow that was walked.
  /// - Returns: The lesson, and the command that shows it.
  package static func lesson(explaining step: StepNumber, of flow: Flow) -> Suggestion {
    let number = aroundTheSteps[step] ?? flow.about.lesson ?? step.rawValue
    return Suggestion("Lesson \(number) explains this", .plain("lesson \(number)"))
  }

  /// What is worth trying with the tokens of a flow, as soon as there are some.
  package static func firstUse(in flow: Flow) -> Suggestion {
    // A token without a user gives access to no user's data.
    Suggestion("Next", .plain(flow.about.hasUser ? "profile" : "introspect"))
  }

  /// What is worth trying after a command that used the tokens.
  package static func afterUse(by command: String, in flow: Flow) -> Suggestion {
    switch command {
    case "profile": Suggestion("Next", .plain(flow.about.canRefresh ? "refresh" : "introspect"))
    case "refresh": Suggestion("Next", .plain("introspect"))
    case "introspect": Suggestion("Next", .plain("revoke"))
    default: Suggestion("The tokens are dead, as this shows", firstUse(in: flow).verb)
    }
  }
}
