import HTTPMessages
import Step5TokenResponse
import Vocabulary

/// What the answers after the five steps have in common: members to show, or a refusal.
struct TokenUseReading {
  static let bodyLimit = TokenResponse.bodyLimit

  let response: HTTPResponse
  let origin: Origin
  let rejections: Reference
  /// The answer whose error codes count.
  let answer: ErrorCode.Answer
  let body: JSONBody
  /// The scheme by which the request authenticated in its header; `nil` if it did not.
  let scheme: String?

  /// The server's refusal in its own words; `nil` if it has none.
  var rejection: ErrorResponse? { ErrorResponse(body.members, of: response) }

  private var leaves: [(path: String, value: JSONValue)] {
    (body.value?.leaves() ?? []).filter { !$0.path.isEmpty }
  }

  /// That there are more members than are shown; empty if there are not.
  var notes: [String] {
    let count = leaves.count
    guard count > TokenResponse.mostMembers else { return [] }
    return [
      "The answer has \(count) members, and \(TokenResponse.mostMembers) are shown one by one."
    ]
  }

  /// The members of the answer, explained.
  var members: [Parameter] {
    leaves.prefix(TokenResponse.mostMembers).map {
      Parameter($0.path, $0.value.text, in: .tokenUseResponse, origin: origin)
    }
  }

  /// Why there is no answer, in the server's own words.
  func failure() -> StepFailure {
    let rejection = rejection
    let reason = reason(rejection?.kind)
    let code = rejection.flatMap { ErrorCode.named($0.kind, in: answer) }
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
    // RFC 7009 §2.2.1 and RFC 7662 §2.3: it is the client that was refused, and not the token.
    case (_, "invalid_client"): .invalidClient
    case (401, nil) where asksForTheClient: .invalidClient
    case (_, "invalid_token"): .tokenInvalid
    case (401, _) where concernsTheClient: .invalidClient
    case (401, _): .tokenInvalid
    case (500...599, _): .serverError
    default: .tokenRefused
    }
  }

  /// Whether the request was authorized by the client, and not by a token: then a 401 speaks of the client.
  private var concernsTheClient: Bool { answer != .resource && scheme?.lowercased() != "bearer" }

  /// Whether the server asks for a client's password, and for no token.
  private var asksForTheClient: Bool {
    let schemes = AuthenticationChallenge.all(in: response.fields).map { $0.scheme.lowercased() }
    return schemes.contains("basic") && !schemes.contains("bearer")
  }

  /// How long to wait: RFC 9110 §10.2.3, for a status that asks for it.
  private var wait: String? {
    [429, 503].contains(response.status)
      ? response.fields.value(of: "Retry-After").map { "Retry-After \($0)" } : nil
  }

  /// Where a redirect would lead, which is never followed: the token would go along.
  private var redirect: String? {
    300...399 ~= response.status ? response.fields.value(of: "Location").map { "to \($0)" } : nil
  }

  /// The scope that `WWW-Authenticate` names, where the body does not: RFC 6750 §3.
  private var neededScope: [Parameter] {
    guard body.members["scope"] == nil, let scope = rejection?.scope else { return [] }
    return [Parameter("scope", scope, in: .tokenUseResponse, origin: origin)]
  }

  private func reference(_ reason: StepFailure.Reason, _ code: ErrorCode?) -> Reference {
    switch reason {
    case .gone: .rfc9110("15.5.11")
    case .rateLimited: .rfc6585("4")
    case .serverError where answer == .revocation: .rfc7009("2.2.1")
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
        "A token opens what the user allowed, and nothing else. The app has to work without the rest."
    case .invalidClient:
      return
        "The server does not know this client, or the secret is not the client's. That says nothing of the "
        + "token: it may be as valid as before."
    case .tokenExpired, .tokenInvalid:
      return "The server decides anew at every call; a token that once worked may not work now."
    case .gone: return "Trying again does not help."
    case .rateLimited: return "A client that goes on trying only makes the block last longer."
    case .serverError:
      return answer == .revocation
        ? "The token has to be taken for one that still works."
        : "Nothing in the request caused it, as far as the status tells. The token may be as good as before."
    default:
      if 300...399 ~= response.status {
        return
          "The address in use is not that of the endpoint, or no longer. Whoever follows takes the token there."
      }
      return code?.meaning ?? "That says nothing of the token: it may be as good as before."
    }
  }

  private func sentence(for reason: StepFailure.Reason, _ rejection: ErrorResponse?) -> String {
    switch reason {
    case .tokenExpired: return "The access token has expired."
    case .tokenInvalid: return "The server does not accept this token, or no longer."
    case .scopeInsufficient: return "The token does not cover this data."
    case .invalidClient: return "The server refused the client's authentication."
    case .tokenRefused:
      let words = [rejection?.kind, rejection?.explanation].compactMap(\.self)
      return "The server answered \(response.status)"
        + (words.isEmpty ? "." : " (\(words.joined(separator: ": "))).")
    default: return "The server answered \(response.status)."
    }
  }
}
