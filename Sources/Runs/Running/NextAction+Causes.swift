import Flows
import Transcript
import Vocabulary

extension NextAction {
  /// The suggestions for a cause that is known more exactly than its kind.
  static func after(_ cause: StepFailure.Cause, in run: RunPlace) -> [Suggestion] {
    switch cause {
    case .notURL:
      [
        Suggestion(
          "Copy the whole address from the browser, from http on, and put it in single quotes",
          .step(.authorizationResponse), "--redirect 'URL'")
      ]
    case .requestGiven:
      [
        Suggestion(
          "Open it in a browser, decide there, and copy the address at which the browser ends",
          .step(.authorizationResponse), "--redirect 'URL'")
      ]
    case .otherResponseType:
      [
        Suggestion(
          "Another response type was sent than this flow has. Send the request of step 2 unchanged",
          .step(.authorizationRequest))
      ]
    case .otherAddress:
      [
        Suggestion(
          "Compare the token endpoint with the server's documentation, or let the server name it",
          .plain("help servers"))
      ]
    case .otherForm:
      [
        Suggestion(
          "Ask whoever runs the server for the form that is expected. Nothing is wrong with the tokens."
        )
      ]
    case .tokenTypeNotRevoked:
      [
        Suggestion(
          "This server ends no tokens of this kind. The access token works until it expires; forget it",
          .plain("session reset"))
      ]
    case .redirectURI:
      [
        Suggestion(
          "Send the redirect URI of step 2 unchanged in step 4: a slash at the end counts. Start again with "
            + "a new code", .start)
      ]
    case .verifier:
      [
        Suggestion(
          "Send the verifier of step 1 unchanged in step 4: its challenge went out in step 2. Start again "
            + "with a new code", .start)
      ]
    case .code:
      [
        Suggestion(
          "Exchange each code once, and at once: it lives for minutes. Start again with a new code",
          .start)
      ]
    }
  }
}
