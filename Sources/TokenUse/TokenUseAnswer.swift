import HTTPMessages
import Step5TokenResponse
import Vocabulary

/// What the answers after the five steps have in common: members to show, or a refusal.
struct TokenUseAnswer {
  let response: HTTPResponse
  let origin: Origin

  /// The members of the answer, explained.
  ///
  /// - Throws: `StepFailure` for any status but 200, with the server's own words.
  func parameters() throws(StepFailure) -> [Parameter] {
    let leaves = members()
    guard response.status == 200 else { throw failure(leaves) }
    return leaves
  }

  private func members() -> [Parameter] {
    guard response.body.count <= TokenResponse.bodyLimit,
      let value = try? JSONValue(parsing: response.body)
    else { return [] }
    return value.leaves().map {
      Parameter($0.path, $0.value.text, in: .tokenUseResponse, origin: origin)
    }
  }

  private func failure(_ findings: [Parameter]) -> StepFailure {
    let kind = findings.first { $0.name == "errors[].errorType" }?.value
    let words = findings.first { $0.name == "errors[].message" }?.value
    let reason: StepFailure.Reason =
      switch (response.status, kind) {
      case (410, _): .gone
      case (429, _): .rateLimited
      case (_, "expired_token"): .tokenExpired
      case (_, "insufficient_scope"): .scopeInsufficient
      case (401, _): .tokenInvalid
      case (500...599, _): .serverError
      default: .tokenRefused
      }
    return StepFailure(
      reason, Self.sentence(for: reason, response.status), expected: "status 200",
      received: ["status \(response.status)", kind, words].compactMap { $0 }
        .joined(separator: ", "),
      why: Self.why(reason),
      reference: .rfc6750("3.1"), findings: findings)
  }

  private static func why(_ reason: StepFailure.Reason) -> String {
    reason == .scopeInsufficient
      ? "A token opens what the user allowed, and nothing else. The app has to work without the rest."
      : "The server decides anew at every call; a token that once worked may not work now."
  }

  private static func sentence(for reason: StepFailure.Reason, _ status: Int) -> String {
    switch reason {
    case .tokenExpired: "The access token has expired."
    case .tokenInvalid: "The server does not know this token, or no longer."
    case .scopeInsufficient: "The token does not cover this data."
    default: "The server answered \(status)."
    }
  }
}
