import HTTPMessages
import LoopbackHTTP
import PracticeServer
import Vocabulary

/// The authorization server of one case: the practice server, its log, and the poison.
final class CaseServer: HTTPHandler {
  /// The path to which a poisoned token endpoint redirects.
  static let elsewhere = "/oauth2/elsewhere"

  let practice: PracticeServer
  private let poison: ServerPoison?
  private let credentials: RegisteredCredentials?
  private let record: Record
  private let isUsed = Lock(false)
  /// The API calls that were rejected in each turn.
  private let rejectedCalls = Lock<[Int: Int]>([:])
  private let overlap = Overlap()

  init(
    practice: PracticeServer, poison: ServerPoison?, credentials: RegisteredCredentials?,
    record: Record
  ) {
    self.practice = practice
    self.poison = poison
    self.credentials = credentials
    self.record = record
  }

  /// Whether the connection ends without a response: that of the first refresh, which is not processed.
  func abandons(_ request: HTTPRequest) -> Bool {
    guard case .brokenRefresh = poison, request.isRefresh, isFirst() else { return false }
    note(request, at: record.elapsed, turn: record.turn, status: 0)
    return true
  }

  /// Notes a request that is not valid HTTP.
  func hasRejected(_ rejection: RejectedRequest) {
    guard !rejection.request.method.isEmpty, !rejection.request.url.isEmpty else { return }
    note(
      rejection.request, at: record.elapsed, turn: record.turn, status: rejection.response.status,
      rejection.cause)
  }

  /// Whether this is the first request that the poison meets.
  private func isFirst() -> Bool {
    isUsed.withLock { isUsed in
      defer { isUsed = true }
      return !isUsed
    }
  }

  func response(to request: HTTPRequest) async -> HTTPResponse {
    record.startRequest()
    defer { record.endRequest() }
    let turn = record.turn
    let at = record.elapsed
    let (response, cause) = await poisoned(credentials?.corrected(request) ?? request, turn)
    if poison != nil { await record.waitForReading() }
    note(request, at: at, turn: turn, status: response.status, cause)
    record.note {
      $0.secrets.formUnion(response.tokens)
      if let token = response.refreshToken { $0.refreshTokens.insert(token) }
    }
    return response
  }

  private func note(
    _ request: HTTPRequest, at: Duration, turn: Int, status: Int, _ cause: String? = nil
  ) {
    record.note {
      $0.exchanges.append(
        .init(
          at: at, end: record.elapsed, request: request, status: status, cause: cause, turn: turn))
      for name in ["refresh_token", "client_secret"] {
        if let value = request.form?.value(of: name) { $0.secrets.insert(value) }
      }
      if let verifier = request.form?.value(of: "code_verifier") { $0.proofs.insert(verifier) }
    }
  }

  /// Returns the response with the poison in it, and the practice server's explanation.
  private func poisoned(
    _ request: HTTPRequest, _ turn: Int
  ) async -> (response: HTTPResponse, cause: String?) {
    switch (URLParts(request.url).path, request.method) {
    case (PracticePath.token, "POST"):
      if let response = await replacedTokenResponse(request) { return (response, nil) }
      if case .twoAtOnce = poison { await overlap.admit(request) }
      let logged = await practice.respond(to: request)
      if case .twoAtOnce = poison { await overlap.note(logged.response, to: request) }
      return (changedTokenResponse(logged.response, request), logged.reason)
    case (PracticePath.profile, _):
      if let response = await replacedAPIResponse(request, turn) { return (response, nil) }
    case (PracticePath.revoke, "POST"):
      if let response = replacedRevocationResponse() { return (response, nil) }
    case (PracticePath.metadata, "GET"), (PracticePath.metadata + "/tenant", "GET"):
      if case .metadata(let change) = poison {
        return (await change.response(of: practice, to: request), nil)
      }
    default: break
    }
    let logged = await practice.respond(to: request)
    return (logged.response, logged.reason)
  }

  /// The response that the poison returns instead of the server's; `nil` if the server responds.
  private func replacedTokenResponse(_ request: HTTPRequest) async -> HTTPResponse? {
    switch poison {
    case .invalidGrant where !request.isRefresh: return .oauthError(400, "invalid_grant")
    case .errorWith200: return .oauthError(200, "invalid_request")
    case .tokenBody(let status, let type, let body): return .poisoned(status, type, body)
    case .noTokenResponse:
      while !record.isOver, !Task.isCancelled { try? await Task.sleep(for: .milliseconds(20)) }
      return HTTPResponse(status: 503)
    case .redirectedTokenRequest:
      return HTTPResponse(status: 307, fields: [HTTPField("Location", Self.elsewhere)])
    case .tooManyRequests(let seconds):
      guard isFirst() else { return nil }
      return .oauthError(429, "rate_limit", [HTTPField("Retry-After", "\(seconds)")])
    case .gone: return .oauthError(410, "gone")
    case .rejectedRefresh(let isFitbits) where request.isRefresh:
      return .oauthError(400, "invalid_grant", isFitbits: isFitbits)
    default: return nil
    }
  }

  /// A token response with the poison in it.
  private func changedTokenResponse(_ response: HTTPResponse, _ request: HTTPRequest)
    -> HTTPResponse
  {
    guard response.status == 200 else { return response }
    switch poison {
    case .tokenType(let type): return response.setting("token_type", .string(type))
    case .withoutMember(let name): return response.setting(name, nil)
    case .extraMembers:
      return response.setting("example_number", .number("7"))
        .setting("example_object", .object(["list": .array([.null, .boolean(true)])]))
    case .refreshWithoutNewToken where request.isRefresh:
      return response.setting("refresh_token", nil)
    default: return response
    }
  }

  /// The response of the API that the poison returns; `nil` if the server responds.
  private func replacedAPIResponse(_ request: HTTPRequest, _ turn: Int) async -> HTTPResponse? {
    // A call without a token, or with HEAD, says nothing about the use of the token.
    guard request.method == "GET", request.fields.value(of: "Authorization") != nil else {
      return nil
    }
    let most: Int
    switch poison {
    case .invalidToken(let times): most = times
    case .rejectedRefresh, .refreshWithoutNewToken, .brokenRefresh: most = 1
    case .twoAtOnce:
      let isRejected = turn > 0 ? await overlap.rejects(request) : false
      return isRejected ? .challenge(401, #"Bearer error="invalid_token""#) : nil
    case .insufficientScope:
      return .challenge(403, #"Bearer error="insufficient_scope", scope="profile""#)
    default: return nil
    }
    let isRejected = rejectedCalls.withLock { calls in
      calls[turn, default: 0] += 1
      return calls[turn, default: 0] <= most
    }
    return isRejected ? .challenge(401, #"Bearer error="invalid_token""#) : nil
  }

  /// 503 for the first revocation; `nil` if the server responds.
  private func replacedRevocationResponse() -> HTTPResponse? {
    guard case .unavailableRevocation = poison, isFirst() else { return nil }
    return .oauthError(503, "temporarily_unavailable", [HTTPField("Retry-After", "1")])
  }
}

extension PracticeServer.LoggedResponse {
  /// The practice server's reason for a rejection; `nil` for any other response.
  var reason: String? {
    guard response.status >= 400 else { return nil }
    let text = cause ?? summary
    // What follows can be a part of a token.
    return text.firstRange(of: "token invalid: ").map { text[..<$0.lowerBound] + "token invalid" }
      ?? text
  }
}

extension HTTPRequest {
  /// Whether this is a token request with a refresh token (RFC 6749 §6).
  var isRefresh: Bool { form?.value(of: "grant_type") == "refresh_token" }
}
