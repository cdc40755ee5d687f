import HTTPMessages
import LoopbackHTTP
import PracticeServer
import Vocabulary

/// The authorization server of one case: the practice server, its log, and the poison.
final class CaseServer: HTTPHandler {
  /// The path to which a poisoned token endpoint redirects.
  static let elsewhere = "/oauth2/elsewhere"

  private struct Counts {
    var rejectedCalls: [Int: Int] = [:]
    var isThrottled = false
  }

  let practice: PracticeServer
  private let poison: ServerPoison?
  private let record: Record
  private let counts = Lock(Counts())

  init(practice: PracticeServer, poison: ServerPoison?, record: Record) {
    self.practice = practice
    self.poison = poison
    self.record = record
  }

  func response(to request: HTTPRequest) async -> HTTPResponse {
    record.startRequest()
    defer { record.endRequest() }
    let process = record.process
    let at = record.elapsed
    let (response, cause) = await poisoned(request, process)
    record.note {
      $0.exchanges.append(
        .init(
          at: at, request: request, status: response.status, cause: cause, process: process))
      for name in ["code", "code_verifier", "refresh_token", "client_secret"] {
        if let value = request.form?.value(of: name) { $0.secrets.insert(value) }
      }
      $0.secrets.formUnion(Self.tokens(in: response))
    }
    return response
  }

  /// Returns the response with the poison in it, and the practice server's explanation.
  private func poisoned(
    _ request: HTTPRequest, _ process: Int
  ) async -> (response: HTTPResponse, cause: String?) {
    switch (URLParts(request.url).path, request.method) {
    case (PracticePath.token, "POST"):
      if let response = await replacedTokenResponse(request) { return (response, nil) }
      let logged = await practice.respond(to: request)
      return (changedTokenResponse(logged.response, request), logged.cause)
    case (PracticePath.profile, _):
      if let response = replacedAPIResponse(process) { return (response, nil) }
    case (PracticePath.metadata, "GET"), (PracticePath.metadata + "/tenant", "GET"):
      return (await changedMetadata(request), nil)
    default: break
    }
    let logged = await practice.respond(to: request)
    return (logged.response, logged.cause)
  }

  /// The response that the poison returns instead of the server's; `nil` if the server responds.
  private func replacedTokenResponse(_ request: HTTPRequest) async -> HTTPResponse? {
    let isRefresh = request.form?.value(of: "grant_type") == "refresh_token"
    switch poison {
    case .invalidGrant where !isRefresh: return Self.error(400, "invalid_grant", isFitbits: false)
    case .errorWith200: return Self.error(200, "invalid_request", isFitbits: false)
    case .tokenBody(let status, let type, let body): return Self.response(status, type, body)
    case .noTokenResponse:
      try? await Task.sleep(for: .seconds(3600))
      return HTTPResponse(status: 503)
    case .redirectedTokenRequest:
      return HTTPResponse(status: 307, fields: [HTTPField("Location", Self.elsewhere)])
    case .tooManyRequests(let seconds):
      let isFirst = counts.withLock { counts in
        defer { counts.isThrottled = true }
        return !counts.isThrottled
      }
      guard isFirst else { return nil }
      return Self.error(
        429, "rate_limit", isFitbits: false, [HTTPField("Retry-After", "\(seconds)")])
    case .gone: return Self.error(410, "gone", isFitbits: false)
    case .rejectedRefresh(let isFitbits) where isRefresh:
      return Self.error(400, "invalid_grant", isFitbits: isFitbits)
    default: return nil
    }
  }

  /// A token response with the poison in it.
  private func changedTokenResponse(_ response: HTTPResponse, _ request: HTTPRequest)
    -> HTTPResponse
  {
    guard response.status == 200 else { return response }
    let isRefresh = request.form?.value(of: "grant_type") == "refresh_token"
    switch poison {
    case .tokenType(let type): return response.setting("token_type", .string(type))
    case .withoutMember(let name): return response.setting(name, nil)
    case .extraMembers:
      return response.setting("example_number", .number("7"))
        .setting("example_object", .object(["list": .array([.null, .boolean(true)])]))
    case .refreshWithoutNewToken where isRefresh: return response.setting("refresh_token", nil)
    default: return response
    }
  }

  /// The response of the API that the poison returns; `nil` if the server responds.
  private func replacedAPIResponse(_ process: Int) -> HTTPResponse? {
    let most: Int
    switch poison {
    case .invalidToken(let times): most = times
    case .rejectedRefresh, .refreshWithoutNewToken: most = 1
    case .insufficientScope:
      return Self.challenge(403, #"Bearer error="insufficient_scope", scope="profile""#)
    default: return nil
    }
    let isRejected = counts.withLock { counts in
      counts.rejectedCalls[process, default: 0] += 1
      return counts.rejectedCalls[process, default: 0] <= most
    }
    return isRejected ? Self.challenge(401, #"Bearer error="invalid_token""#) : nil
  }

  private func changedMetadata(_ request: HTTPRequest) async -> HTTPResponse {
    guard case .metadata(let change) = poison else {
      return await practice.respond(to: request).response
    }
    let root = HTTPRequest(
      method: "GET",
      url: request.url.replacing(PracticePath.metadata + "/tenant", with: PracticePath.metadata),
      fields: request.fields)
    let isTenant = root.url != request.url
    let response = await practice.respond(to: root).response
    let base = await practice.configuration.baseURL
    switch change {
    case .otherIssuer: return response.setting("issuer", .string("https://attacker.example"))
    case .withoutS256:
      return response.setting("code_challenge_methods_supported", nil)
    case .issuerWithPath:
      return isTenant
        ? response.setting("issuer", .string(base + "/tenant"))
        : Self.error(404, "not_found", isFitbits: false)
    case .onlyBasic:
      return response.setting(
        "token_endpoint_auth_methods_supported", .array([.string("client_secret_basic")]))
    case .insecureAuthorizationEndpoint:
      return response.setting(
        "authorization_endpoint", .string("http://authorize.example" + PracticePath.authorize))
    }
  }

  /// An error response, in Fitbit's form or that of RFC 6749 §5.2.
  private static func error(
    _ status: Int, _ code: String, isFitbits: Bool, _ fields: [HTTPField] = []
  ) -> HTTPResponse {
    let value: JSONValue =
      isFitbits
      ? .object([
        "errors": .array([
          .object(["errorType": .string(code), "message": .string("The request failed.")])
        ]), "success": .boolean(false),
      ])
      : .object(["error": .string(code), "error_description": .string("The request failed.")])
    return HTTPResponse(
      status: status, fields: [HTTPField("Content-Type", "application/json")] + fields,
      body: Array(value.text.utf8))
  }

  private static func challenge(_ status: Int, _ challenge: String) -> HTTPResponse {
    HTTPResponse(status: status, fields: [HTTPField("WWW-Authenticate", challenge)])
  }

  private static func response(_ status: Int, _ type: String, _ body: ServerPoison.Body)
    -> HTTPResponse
  {
    let bytes: [UInt8] =
      switch body {
      case .text(let text): Array(text.utf8)
      case .octets(let count): [UInt8](repeating: UInt8(ascii: "x"), count: count)
      }
    return HTTPResponse(
      status: status, fields: type.isEmpty ? [] : [HTTPField("Content-Type", type)], body: bytes)
  }

  private static func tokens(in response: HTTPResponse) -> Set<String> {
    guard let members = (try? JSONValue(parsing: response.body))?.members else { return [] }
    return Set(["access_token", "refresh_token"].compactMap { members[$0]?.text })
  }
}

extension HTTPResponse {
  /// The same response with a member of its JSON body changed, or removed for `nil`.
  fileprivate func setting(_ name: String, _ value: JSONValue?) -> HTTPResponse {
    guard var members = (try? JSONValue(parsing: body))?.members else { return self }
    members[name] = value
    return HTTPResponse(
      status: status, fields: fields, body: Array(JSONValue.object(members).text.utf8))
  }
}
