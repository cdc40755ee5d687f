import Transcript
import Vocabulary

/// What a person can do about a failure, and what to type for it.
enum NextAction {
  /// The advice for a kind of failure; the commands lack the program's name.
  static func after(_ reason: StepFailure.Reason) -> [Advice] {
    switch reason {
    case .verifierInvalid: [Advice("Leave the verifier to the workbench", "step 1 --random")]
    case .scopeInvalid:
      [Advice("Name scopes with spaces between them", "step 2 --scope 'activity sleep'")]
    case .redirectElsewhere:
      [
        Advice("Compare the two character by character; a slash at the end counts."),
        Advice(
          "If yours is registered differently, give it",
          "step 3 --redirect-uri 'URI' --redirect 'URL'"),
      ]
    case .redirectMalformed:
      [
        Advice(
          "Copy the whole address from the browser once more, and put it in single quotes",
          "step 3 --redirect 'URL'")
      ]
    case .parameterRepeated: [Advice("Discard this redirect and start again", "step 1")]
    case .stateMissing:
      [Advice("Discard this redirect and use nothing in it. Start again", "step 1")]
    case .stateMismatch:
      [
        Advice("Discard this redirect and use nothing in it. Start again", "step 1"),
        Advice(
          "If the redirect is your own, say which state you sent",
          "step 3 --state 'STATE' --redirect 'URL'"),
      ]
    case .codeMissing, .codeEmpty:
      [Advice("Copy the whole address from the browser, to its end", "step 3 --redirect 'URL'")]
    case .issuerMismatch, .issuerMissing:
      [Advice("Discard this redirect and use nothing in it. Start again", "step 1")]
    case .accessDenied:
      [
        Advice("Tell the user what works without the data. To ask again, start again", "step 1"),
        Advice("The way it goes when the user agrees", "walk --scenario granted"),
      ]
    case .authorizationError:
      [Advice("Fix what the error names, and send the user again", "step 2")]
    case .clientSecretMissing:
      [
        Advice("Put the secret into the environment variable WORKBENCH_CLIENT_SECRET."),
        Advice("Or be an application without one", "step 4 --app-type client"),
      ]
    case .gone:
      [
        Advice("Learn on with the recordings, which need no server", "walk"),
        Advice("An application that needs the data has to move to Google's Health API."),
      ]
    case .rateLimited:
      [
        Advice("Wait the seconds that the answer names, then try once."),
        Advice("The way it goes well", "walk --scenario granted"),
      ]
    case .invalidGrant:
      [
        Advice(
          "Exchange a code once, within 10 minutes, with the redirect URI of step 2 and, with PKCE, the "
            + "verifier of step 1. Start again with a new code", "step 1")
      ]
    case .invalidClient:
      [
        Advice(
          "Compare client id and secret with the registration, and look for blanks and line breaks in "
            + "WORKBENCH_CLIENT_SECRET. Then start again", "step 1")
      ]
    case .tokenRefused: [Advice("Fix what the server names, and start again", "step 1")]
    case .notTokenEndpoint:
      [
        Advice(
          "Look at the address of the token endpoint, and whether the service still answers there",
          "doctor --network"),
        Advice("The way it goes well", "walk --scenario granted"),
      ]
    case .serverError: [Advice("Try again later, with growing pauses. Start again", "step 1")]
    case .bodyEmpty, .bodyTooLarge, .notJSON, .malformedJSON:
      [
        Advice(
          "Look at where the answer comes from: the address, a proxy, a sign-in page in between. Then "
            + "start again", "step 1")
      ]
    case .endpointUnknown:
      [Advice("See which endpoints are known of which server", "servers")]
    case .metadataInvalid:
      [Advice("Describe the server in a file of your own", "servers --help")]
    case .refreshRefused: [Advice("Ask the user again", "walk --mode practice")]
    case .tokenExpired: [Advice("Get a new pair of tokens", "refresh")]
    case .tokenInvalid: [Advice("Get a new token", "walk --mode practice")]
    case .scopeInsufficient:
      [Advice("Ask the user for that scope", "walk --mode practice --scope 'profile activity'")]
    case .wrongShape, .tokenMissing, .tokenTypeUnknown:
      [
        Advice(
          "This is no answer with a token as RFC 6749 has it. Ask whoever runs the server. A right one "
            + "looks like this", "walk --scenario granted")
      ]
    }
  }
}
