import Vocabulary

/// What a person can do about a failure, and what to type for it.
enum NextAction {
  /// The advice for a kind of failure.
  static func after(_ reason: StepFailure.Reason) -> String {
    switch reason {
    case .verifierInvalid: "Leave the verifier to the workbench: workbench step 1 --random"
    case .scopeInvalid: "Name scopes with spaces between them: --scope 'activity sleep'"
    case .redirectElsewhere:
      "Compare the two character by character; a slash at the end counts. If yours is registered "
        + "differently, give it: --redirect-uri URI"
    case .redirectMalformed:
      "Copy the whole address from the browser once more, and put it in single quotes: "
        + "workbench step 3 --redirect 'URL'"
    case .parameterRepeated: "Discard this redirect and start again: workbench step 1"
    case .stateMissing, .stateMismatch:
      "Discard this redirect; do not exchange its code. Start again: workbench step 1. If the redirect "
        + "is your own, give the state that you sent: --state STATE"
    case .codeMissing, .codeEmpty:
      "Copy the whole address from the browser, from http to its end: workbench step 3 --redirect 'URL'"
    case .accessDenied:
      "Tell the user what works without the data. To ask again, start again: workbench step 1. The way "
        + "it goes when the user agrees: workbench walk --scenario granted"
    case .authorizationError:
      "Mend what the error names, and send the user again: workbench step 2"
    case .clientSecretMissing:
      "Put the secret into the environment variable WORKBENCH_CLIENT_SECRET, or use an application "
        + "without one: --app-type client"
    case .gone:
      "Learn on with the recordings, which need no server: workbench walk. An application that needs the "
        + "data has to move to Google's Health API."
    case .rateLimited:
      "Wait the seconds that the answer names, then try once. To see it go well: workbench walk"
    case .invalidGrant:
      "Start again with a new code: workbench step 1. Then exchange it once, within 10 minutes, with the "
        + "verifier of step 1 and the redirect URI of step 2."
    case .invalidClient:
      "Compare client id and secret with the registration. The secret comes from "
        + "WORKBENCH_CLIENT_SECRET; look for blanks and line breaks in it."
    case .tokenRefused: "Mend what the server names, and start again: workbench step 1"
    case .serverError: "Try again later, with growing pauses: workbench step 5"
    case .bodyEmpty, .bodyTooLarge, .notJSON, .malformedJSON:
      "Look at where the answer comes from: the address, a proxy, a login page in between. Then try "
        + "again: workbench step 5"
    case .wrongShape, .tokenMissing, .tokenTypeUnknown:
      "This is no token response as RFC 6749 §5.1 has it. Ask whoever runs the server."
    }
  }
}
