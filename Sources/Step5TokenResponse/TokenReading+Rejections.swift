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
          "The error has the shape of Google's APIs: no token endpoint answers like that.",
          step.server?.reason(for: .notTokenEndpoint)?.text
            ?? "Something in front of the token endpoint answered. It says nothing about the code or the token."
        )
      case "invalid_grant":
        (
          .invalidGrant, "The server refused the authorization code (invalid_grant).",
          "invalid_grant does not say which part was wrong: the code (used, expired, somebody else's), the "
            + "redirect URI or, with PKCE, the code verifier. Treat the code as used up: a server may refuse any second try."
        )
      case "invalid_client":
        (
          .invalidClient, "The server refused the client's authentication.",
          "The server does not know this client, or the secret is not the client's. If a code was sent, it may still be good."
        )
      default:
        (
          .tokenRefused, "The server refused the token request.",
          code?.meaning ?? "The server's words say why, if it gives a reason."
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

  /// The part of a refused grant that the server's words name; `nil` if they name none, or several.
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
    // A redirect at this endpoint is never followed: the body holds the code, the verifier and
    // perhaps the secret (RFC 9700 §4.12).
    guard 300...399 ~= response.status else {
      return StepFailure(
        .tokenRefused,
        "The server answered \(response.status) without an error that is known here.",
        expected: "status 200 and an access_token", received: "status \(response.status)",
        why: "Only status 200 carries tokens.", reference: .rfc6749("5.1"), findings: findings)
    }
    return StepFailure(
      .tokenRefused, "The token endpoint answered with a redirect, which is not followed.",
      expected: "status 200 and an access_token",
      received: "status \(response.status)"
        + (response.fields.value(of: "Location").map { ", to " + $0 } ?? ", to no address"),
      why:
        "The address in use is not that of the token endpoint, or no longer, or a sign-in page stands before "
        + "it. Whoever follows takes code, verifier and secret there.",
      reference: .rfc9110("15.4"), findings: findings, cause: .otherAddress)
  }

  func gone() -> StepFailure {
    StepFailure(
      .gone, "The service answers 410 Gone: it was switched off on purpose, for good.",
      expected: "status 200 and an access_token", received: "status 410",
      why: step.server?.reason(for: .gone)?.text ?? "Trying again does not help.",
      reference: .rfc9110("15.5.11"), findings: findings)
  }

  func rateLimited() -> StepFailure {
    let fields = response.fields
    let wait = fields.value(of: "Fitbit-Rate-Limit-Reset") ?? fields.value(of: "Retry-After")
    let own = step.server?.reason(for: .rateLimited)
    return StepFailure(
      .rateLimited, "The server got too many calls.",
      expected: "status 200 and an access_token",
      received: "status 429"
        + Self.waiting(wait),
      why: own?.text ?? "A client that goes on trying only makes the block last longer.",
      reference: own?.reference ?? .rfc6585("4"), findings: findings)
  }

  /// RFC 9110 §10.2.3: seconds, or a date.
  private static func waiting(_ field: String?) -> String {
    guard let field else { return ", no word how long to wait" }
    return Int(field) == nil ? ", wait until \(field)" : ", wait \(field) seconds"
  }

  func serverError() -> StepFailure {
    StepFailure(
      .serverError, "The server has a fault of its own.",
      expected: "status 200 and an access_token", received: "status \(response.status)",
      why: "Nothing in the request caused it, as far as the status tells.",
      reference: .rfc9110("15.6"), findings: findings)
  }
}
