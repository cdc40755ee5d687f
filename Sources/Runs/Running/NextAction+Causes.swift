import Flows
import Transcript
import Vocabulary

extension NextAction {
  /// Returns the suggestions for a known cause of a failure.
  static func after(_ cause: StepFailure.Cause, in run: RunPlace) -> [Suggestion] {
    switch cause {
    case .notURL:
      [
        Suggestion(
          "Copy the whole URL, starting with http, and put it in single quotes",
          .step(.authorizationResponse), "--redirect 'URL'")
      ]
    case .requestGiven:
      [
        Suggestion(
          "Open it in a browser, decide there, then copy the final URL",
          .step(.authorizationResponse), "--redirect 'URL'")
      ]
    case .otherResponseType:
      [
        Suggestion(
          "The response type is not that of this flow. Send the request from step 2 unchanged",
          .step(.authorizationRequest))
      ]
    case .otherAddress:
      [
        Suggestion(
          "Compare the token endpoint with the server's documentation or metadata",
          .plain("help servers"))
      ]
    case .otherForm:
      [
        Suggestion(
          "Ask the server's operator which format it expects. The tokens are not the problem."
        )
      ]
    case .tokenTypeNotRevoked:
      [
        Suggestion(
          "This server does not revoke this type of token. The access token works until it "
            + "expires. To forget it",
          .plain("session reset"))
      ]
    case .redirectURI:
      [
        Suggestion(
          "In step 4, send the redirect URI from step 2 unchanged: a trailing slash counts. Get a "
            + "new code", .start)
      ]
    case .verifier:
      [
        Suggestion(
          "In step 4, send the verifier from step 1, whose challenge step 2 sent. Get a new code",
          .start)
      ]
    case .code:
      [
        Suggestion(
          "Exchange each code once, within minutes. Get a new code",
          .start)
      ]
    }
  }
}
