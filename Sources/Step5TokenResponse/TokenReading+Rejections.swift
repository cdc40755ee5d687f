import HTTPMessages
import Vocabulary

extension TokenReading {
  func failure(for rejection: ErrorResponse) -> StepFailure {
    let code = ErrorCode.named(rejection.kind, in: .token)
    let (reason, message, why): (StepFailure.Reason, String, String) =
      switch rejection.kind {
      case _ where rejection.isOfGoogleAPIs:
        (
          .notTokenEndpoint,
          "The error has the format of Google's APIs. No token endpoint responds like that.",
          step.server?.reason(for: .notTokenEndpoint)?.text
            ?? "Something in front of the token endpoint responded. That says nothing about the "
            + "code or the token."
        )
      case "invalid_grant":
        (
          .invalidGrant, "The server rejected the authorization code (invalid_grant).",
          "invalid_grant does not say what was wrong: the code (used, expired, or another "
            + "client's), the redirect URI, or, with PKCE, the verifier. Treat the code as used: "
            + "the server may reject a second attempt."
        )
      case "invalid_client":
        (
          .invalidClient, "The server rejected the client's authentication.",
          "The client is unknown, or its authentication is missing, wrong, or of an unsupported "
            + "method. If you sent a code, it may still be valid."
        )
      default:
        (
          .tokenRefused, "The server rejected the token request.",
          code?.meaning ?? "The server's message may give a reason."
        )
      }
    return StepFailure(
      reason, message + (response.status == 200 ? " It did so with status 200." : ""),
      expected: "status 200 and an access_token",
      received: "status \(response.status), \(rejection.kind)"
        + (rejection.explanation.map { ": " + $0 } ?? ""),
      why: why, reference: code?.reference ?? .rfc6749("5.2"), findings: findings,
      cause: reason == .invalidGrant ? rejection.explanation.flatMap(Self.cause) : nil)
  }

  /// Returns the part of a rejected grant that the server's message names, or `nil`.
  private static func cause(namedIn words: String) -> StepFailure.Cause? {
    let words = words.lowercased().split { !$0.isLetter }.joined(separator: " ")
    let named: [(cause: StepFailure.Cause, words: [String])] = [
      (.redirectURI, ["redirect uri"]), (.verifier, ["code verifier", "pkce"]),
      (.code, ["authorization code"]),
    ]
    let causes = named.filter { $0.words.contains(where: words.contains) }.map(\.cause)
    return causes.count == 1 ? causes[0] : nil
  }

  func unexplainedStatus() -> StepFailure {
    // A redirect from this endpoint is never followed: the body contains the code, the verifier,
    // and perhaps the secret (RFC 9700 §4.12).
    guard 300...399 ~= response.status else {
      return StepFailure(
        .tokenRefused,
        "The server returned status \(response.status) without a known error.",
        expected: "status 200 and an access_token", received: "status \(response.status)",
        why: "Only a response with status 200 contains tokens.", reference: .rfc6749("5.1"),
        findings: findings)
    }
    return StepFailure(
      .tokenRefused, "The token endpoint returned a redirect, which the client does not follow.",
      expected: "status 200 and an access_token",
      received: "status \(response.status)"
        + (response.fields.value(of: "Location").map { ", to " + $0 } ?? ", without Location"),
      why:
        "The token endpoint has another URL, or a sign-in page is in front of it. A client that "
        + "follows the redirect sends code, verifier, and secret there.",
      reference: .rfc9110("15.4"), findings: findings, cause: .otherAddress)
  }

  func gone() -> StepFailure {
    StepFailure(
      .gone, "The server returned 410 Gone: the service was shut down, probably permanently.",
      expected: "status 200 and an access_token", received: "status 410",
      why: step.server?.reason(for: .gone)?.text ?? "Another attempt does not help.",
      reference: .rfc9110("15.5.11"), findings: findings)
  }

  func rateLimited() -> StepFailure {
    let fields = response.fields
    let wait = fields.value(of: "Fitbit-Rate-Limit-Reset") ?? fields.value(of: "Retry-After")
    let own = step.server?.reason(for: .rateLimited)
    return StepFailure(
      .rateLimited, "The server received too many requests.",
      expected: "status 200 and an access_token",
      received: "status 429"
        + Self.waiting(wait),
      why: own?.text ?? "The client must wait. Retry-After may say how long.",
      reference: own?.reference ?? .rfc6585("4"), findings: findings)
  }

  /// Returns the time to wait in words; the field has seconds or a date (RFC 9110 §10.2.3).
  private static func waiting(_ field: String?) -> String {
    guard let field else { return ", no time to wait" }
    return Int(field) == nil ? ", wait until \(field)" : ", wait \(field) seconds"
  }

  func serverError() -> StepFailure {
    StepFailure(
      .serverError, "The server reported an internal error.",
      expected: "status 200 and an access_token", received: "status \(response.status)",
      why: "According to the status, the request did not cause it.",
      reference: .rfc9110("15.6"), findings: findings)
  }
}
