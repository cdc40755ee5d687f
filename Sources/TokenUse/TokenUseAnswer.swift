import HTTPMessages
import Step5TokenResponse
import Vocabulary

/// What the answers after the five steps have in common: members to show, or a refusal.
struct TokenUseAnswer {
  static let bodyLimit = TokenResponse.bodyLimit

  let response: HTTPResponse
  let origin: Origin
  let refusals: Reference
  let body: JSONBody

  /// The members of the answer, explained.
  ///
  /// - Throws: `StepFailure` for any status but 200, with the server's own words.
  func parameters() throws(StepFailure) -> [Parameter] {
    let leaves =
      body.value?.leaves().map {
        Parameter($0.path, $0.value.text, in: .tokenUseResponse, origin: origin)
      } ?? []
    guard response.status == 200 else { throw failure(leaves) }
    return leaves
  }

  private func failure(_ findings: [Parameter]) -> StepFailure {
    let refusal = Refusal(body.members, of: response)
    let reason = reason(refusal?.kind)
    return StepFailure(
      reason, sentence(for: reason, refusal), expected: "status 200",
      received: [
        "status \(response.status)", refusal?.kind, refusal?.explanation,
        refusal?.scope.map { "scope \($0)" },
      ].compactMap(\.self).joined(separator: ", "),
      why: Self.why(reason), reference: refusals, findings: findings)
  }

  private func reason(_ kind: String?) -> StepFailure.Reason {
    switch (response.status, kind) {
    case (410, _): .gone
    case (429, _): .rateLimited
    case (_, "expired_token"): .tokenExpired
    case (_, "insufficient_scope"): .scopeInsufficient
    // RFC 7009 §2.2.1 and RFC 7662 §2.3: it is the client that was refused, and not the token.
    case (_, "invalid_client"): .invalidClient
    case (401, nil) where asksForTheClient: .invalidClient
    case (401, _): .tokenInvalid
    case (500...599, _): .serverError
    default: .tokenRefused
    }
  }

  /// Whether the server asks for a client's password, and for no token.
  private var asksForTheClient: Bool {
    let schemes = AuthenticationChallenge.all(in: response.fields).map { $0.scheme.lowercased() }
    return schemes.contains("basic") && !schemes.contains("bearer")
  }

  private static func why(_ reason: StepFailure.Reason) -> String {
    switch reason {
    case .scopeInsufficient:
      "A token opens what the user allowed, and nothing else. The app has to work without the rest."
    case .invalidClient:
      "The server does not know this client, or the secret is not the client's. That says nothing of the "
        + "token: it may be as valid as before."
    default:
      "The server decides anew at every call; a token that once worked may not work now."
    }
  }

  private func sentence(for reason: StepFailure.Reason, _ refusal: Refusal?) -> String {
    switch reason {
    case .tokenExpired: return "The access token has expired."
    case .tokenInvalid: return "The server does not know this token, or no longer."
    case .scopeInsufficient: return "The token does not cover this data."
    case .invalidClient: return "The server refused the client's authentication."
    case .tokenRefused:
      let words = [refusal?.kind, refusal?.explanation].compactMap(\.self)
      return "The server answered \(response.status)"
        + (words.isEmpty ? "." : " (\(words.joined(separator: ": "))).")
    default: return "The server answered \(response.status)."
    }
  }
}
