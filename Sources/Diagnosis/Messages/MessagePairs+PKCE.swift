import HTTPMessages
import Vocabulary

extension MessagePairs {
  /// Returns the differences between the challenge from step 2 and the verifier from step 4.
  func pkce(_ request: PastedMessage, _ message: PastedMessage) -> [Finding] {
    guard let challenge = request.values.value(of: "code_challenge"), !challenge.isEmpty else {
      guard message.values.value(of: "code_verifier")?.isEmpty == false else { return [] }
      return [
        Finding(
          .wrong, ["verifier_without_challenge"],
          "The token request has a verifier, but the authorization request had no challenge.",
          why:
            "Without a challenge, the server has nothing to compare the verifier with: PKCE protects nothing.",
          action: "Send code_challenge and code_challenge_method=S256 in step 2.",
          reference: .rfc7636("4.3"), lesson: 2)
      ]
    }
    guard let verifier = message.values.value(of: "code_verifier"), !verifier.isEmpty else {
      return [
        Finding(
          .wrong, ["verifier_missing"],
          "The authorization request had a challenge, but the token request has no verifier.",
          action: "Keep the verifier from step 1 until step 4, and send it as code_verifier.",
          reference: .rfc7636("4.5"), lesson: 4)
      ]
    }
    return compared(verifier, challenge, method: request.values.value(of: "code_challenge_method"))
  }

  private func compared(_ verifier: String, _ challenge: String, method: String?) -> [Finding] {
    let isPlain = method == nil || method == "" || method == "plain"
    if verifier.isIdentical(to: challenge) {
      guard !isPlain else { return [] }
      return [
        Finding(
          .wrong, ["challenge_as_verifier"], "The verifier and the challenge are the same text.",
          why:
            "Either the challenge was sent as the verifier, or the verifier was not hashed in step 2 although "
            + "the method is S256.",
          action: "Send the verifier here, and its base64url(SHA-256) as the challenge in step 2.",
          reference: .rfc7636("4.6"), lesson: 1)
      ]
    }
    let pair = PairDiagnosis(verifier: verifier, challenge: challenge)
    if isPlain {
      return [
        Finding(
          .wrong, ["method_missing"],
          method == "plain"
            ? "The method is plain, but the verifier is not the challenge."
            : "Without code_challenge_method, the server assumes plain, but the verifier is not the challenge.",
          why: pair.isEqual
            ? "With S256 the verifier matches." : "With S256 it does not match either.",
          action: "Send code_challenge_method=S256 in step 2.", reference: .rfc7636("4.3"),
          lesson: 2)
      ]
    }
    guard !pair.isEqual, pair.explanations.isEmpty, ChallengeForm(challenge).isPossible else {
      return pair.isEqual ? [] : pair.findings
    }
    return [
      Finding(
        .wrong, ["verifier_differs"],
        "The verifier does not match the challenge, and no known mistake explains it.",
        why:
          "The verifier may be from another transaction: generated again for the token request, or not kept "
          + "since step 1.",
        action: "Keep each verifier with its transaction until step 4.",
        reference: .rfc7636("4.6"), lesson: 4)
    ]
  }
}
