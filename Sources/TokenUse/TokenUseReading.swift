import HTTPMessages
import Step5TokenResponse
import Vocabulary

/// The common parts of the responses after the five steps: members to show, or an error.
struct TokenUseReading {
  static let bodyLimit = TokenResponse.bodyLimit

  let response: HTTPResponse
  let origin: Origin
  let rejections: Reference
  /// The kind of response that defines the error codes.
  let endpoint: ErrorCode.Endpoint
  let body: JSONBody
  /// The scheme in the request's Authorization field, or `nil` if it had none.
  let scheme: String?

  /// The server's error code and description, or `nil` if the response has none.
  var rejection: ErrorResponse? { ErrorResponse(body.members, of: response) }

  private var leaves: [(path: String, value: JSONValue)] {
    (body.value?.leaves() ?? []).filter { !$0.path.isEmpty }
  }

  /// A remark on members that are not shown, or an empty list.
  var notes: [String] {
    let count = leaves.count
    guard count > TokenResponse.mostMembers else { return [] }
    return [
      "The response has \(count) members. The first \(TokenResponse.mostMembers) are explained."
    ]
  }

  /// The members of the response, explained.
  var members: [Parameter] {
    leaves.prefix(TokenResponse.mostMembers).map {
      Parameter($0.path, $0.value.text, in: .tokenUseResponse, origin: origin)
    }
  }

  /// Returns the failure, with the server's own words.
  func failure() -> StepFailure {
    let rejection = rejection
    let reason = reason(rejection?.kind)
    let code = rejection.flatMap { ErrorCode.named($0.kind, in: endpoint) }
    return StepFailure(
      reason, sentence(for: reason, rejection), expected: "status 200",
      received: [
        "status \(response.status)", rejection?.kind, rejection?.explanation,
        rejection?.scope.map { "scope \($0)" }, wait, redirect,
      ].compactMap(\.self).joined(separator: ", "),
      why: why(reason, code), reference: reference(reason, code), findings: members + neededScope,
      cause: rejection?.kind == "unsupported_token_type" ? .tokenTypeNotRevoked : nil)
  }

  private func reason(_ kind: String?) -> StepFailure.Reason {
    switch (response.status, kind) {
    case (410, _): .gone
    case (429, _): .rateLimited
    case (_, "expired_token"): .tokenExpired
    case (_, "insufficient_scope"): .scopeInsufficient
    // RFC 7009 §2.2.1 and RFC 7662 §2.3: the server rejected the client, not the token.
    case (_, "invalid_client"): .invalidClient
    case (401, nil) where asksForTheClient: .invalidClient
    case (_, "invalid_token"): .tokenInvalid
    case (401, _) where concernsTheClient: .invalidClient
    case (401, _): .tokenInvalid
    case (500...599, _): .serverError
    default: .tokenRefused
    }
  }

  /// Whether the client authorized the request, not a token: then a 401 is about the client.
  private var concernsTheClient: Bool { endpoint != .resource && scheme?.lowercased() != "bearer" }

  /// Whether the server asks for HTTP Basic authentication and not for a token.
  private var asksForTheClient: Bool {
    let schemes = AuthenticationChallenge.all(in: response.fields).map { $0.scheme.lowercased() }
    return schemes.contains("basic") && !schemes.contains("bearer")
  }

  /// The waiting time from Retry-After (RFC 9110 §10.2.3), for the statuses that use it.
  private var wait: String? {
    [429, 503].contains(response.status)
      ? response.fields.value(of: "Retry-After").map { "Retry-After \($0)" } : nil
  }

  /// The target of an HTTP redirect, which is never followed: that would send the token there.
  private var redirect: String? {
    300...399 ~= response.status ? response.fields.value(of: "Location").map { "to \($0)" } : nil
  }

  /// The scope in `WWW-Authenticate`, if the body has none (RFC 6750 §3).
  private var neededScope: [Parameter] {
    guard body.members["scope"] == nil, let scope = rejection?.scope else { return [] }
    return [Parameter("scope", scope, in: .tokenUseResponse, origin: origin)]
  }

  private func reference(_ reason: StepFailure.Reason, _ code: ErrorCode?) -> Reference {
    switch reason {
    case .gone: .rfc9110("15.5.11")
    case .rateLimited: .rfc6585("4")
    case .serverError where endpoint == .revocation: .rfc7009("2.2.1")
    case .serverError: .rfc9110("15.6")
    case _ where 300...399 ~= response.status: .rfc9110("15.4")
    case .invalidClient: rejections
    default: code?.reference ?? rejections
    }
  }

  private func why(_ reason: StepFailure.Reason, _ code: ErrorCode?) -> String {
    switch reason {
    case .scopeInsufficient:
      return
        "A token gives access only to what the user granted. The client must work without the rest."
    case .invalidClient:
      return
        "The client is unknown, or its authentication is missing, wrong, or of an unsupported "
        + "method. The token may still be valid."
    case .tokenExpired, .tokenInvalid:
      return
        "The server checks the token on every call. It may have expired or been revoked since it "
        + "last worked."
    case .gone: return "Retrying does not help."
    case .rateLimited: return "The client must wait. Retry-After may say how long."
    case .serverError:
      return endpoint == .revocation
        ? "Assume that the token is still valid."
        : "The server reports its own error, not one in the request. The token may still be valid."
    default:
      if 300...399 ~= response.status {
        return
          "The URL of the endpoint is wrong or outdated. Following the redirect would send the "
          + "token elsewhere."
      }
      return code?.meaning ?? "This says nothing about the token, which may still be valid."
    }
  }

  private func sentence(for reason: StepFailure.Reason, _ rejection: ErrorResponse?) -> String {
    switch reason {
    case .tokenExpired: return "The access token has expired."
    case .tokenInvalid: return "The server rejected this token."
    case .scopeInsufficient: return "The token does not cover this data."
    case .invalidClient: return "The server rejected the client's authentication."
    case .tokenRefused:
      let words = [rejection?.kind, rejection?.explanation].compactMap(\.self)
      return "The server responded with \(response.status)"
        + (words.isEmpty ? "." : " (\(words.joined(separator: ": "))).")
    default: return "The server responded with \(response.status)."
    }
  }
}
