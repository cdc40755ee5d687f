import HTTPMessages
import Vocabulary

extension PracticeServer {
  /// Responds at the token endpoint (RFC 6749 §3.2).
  func token(_ exchange: inout PracticeExchange) -> HTTPResponse {
    let result = Result { () throws(FitbitError) in try issue(&exchange) }
    switch result {
    case .success(let body):
      return HTTPResponse(
        status: 200, fields: HTTPResponse.jsonFields, body: Array(body.utf8))
    case .failure(let error):
      exchange.summary = error.summary
      exchange.cause = RejectionCause(
        exchange: exchange, configuration: configuration, ledger: ledger
      ).sentence(for: error)
      return error.response(configuration.errors)
    }
  }

  private func issue(_ exchange: inout PracticeExchange) throws(FitbitError) -> String {
    guard let form = exchange.form else {
      throw .request("Missing 'grant_type' parameter value.")
    }
    if let name = form.repeatedNames.first,
      exchange.rules.rejects(.noRepeatedParameters, when: true)
    {
      throw .request("The parameter \(name) is repeated.", reconstructed: true)
    }
    if let name = exchange.misplacedParameter, form.value(of: "grant_type") != nil,
      exchange.rules.rejects(.parametersInBody, when: true)
    {
      throw .inQuery(name)
    }
    let client = try ClientIdentification(
      configuration: configuration, request: exchange.request, form: form
    ).client(&exchange.rules)
    switch form.value(of: "grant_type") {
    case "authorization_code": return try redeemCode(form, client, &exchange)
    case "refresh_token": return try refresh(form, client, &exchange)
    case "client_credentials": return try issueToClient(form, client, &exchange)
    case nil: throw .request("Missing 'grant_type' parameter value.")
    default:
      throw FitbitError(
        "unsupported_grant_type", "Unsupported grant_type. \(FitbitError.visit)",
        reconstructed: true)
    }
  }

  /// Issues a token for the client itself, without access to users' data (RFC 6749 §4.4).
  private func issueToClient(
    _ form: Form, _ client: PracticeClient, _ exchange: inout PracticeExchange
  ) throws(FitbitError) -> String {
    // RFC 6749 §4.4: only confidential clients may use this grant.
    guard !client.isPublic else {
      throw FitbitError(
        "unauthorized_client",
        "The client is not authorized to request an access token using this method. "
          + FitbitError.visit, reconstructed: true)
    }
    exchange.summary = "token for \(client.identifier) itself"
    let lifetime = try clientLifetime(form.value(of: "expires_in"))
    let accessToken = issueAccessToken(
      client: client.identifier, user: nil, scope: "", lifetime: lifetime,
      family: token(octets: 12))
    return JSONText.object([
      .init("access_token", .string(accessToken)), .init("expires_in", .number(Int(lifetime))),
      .init("token_type", .string("Bearer")),
    ]).text
  }

  /// The lifetimes that Fitbit documents for this grant, in seconds.
  private static let clientLifetimes: [Int64] = [
    3600, 28_800, 86_400, 604_800, 2_592_000, 31_536_000,
  ]

  private func clientLifetime(_ text: String?) throws(FitbitError) -> Int64 {
    guard let text else { return configuration.tokenLifetime }
    guard let seconds = Self.clientLifetimes.first(where: { String($0) == text }) else {
      throw .request("Invalid expires_in parameter value.", reconstructed: true)
    }
    return seconds
  }

  /// Issues a new pair of tokens, as Fitbit's token endpoint does (RFC 6749 §5.1).
  ///
  /// - Parameters:
  ///   - client: The client's identifier.
  ///   - user: The user's identifier.
  ///   - scope: The scope of the access token.
  ///   - family: The identifier shared by all tokens of one authorization.
  ///   - refreshScope: The scope of the refresh token, or `nil` for the same. RFC 6749 §6: a new
  ///     one has the scope of the old one, even if the client requested less this time.
  /// - Returns: The body of the response, and the tokens in it.
  func issuePair(
    client: String, user: String, scope: String, family: String, refreshScope: String? = nil
  ) -> (body: String, accessToken: String, refreshToken: String) {
    let accessToken = issueAccessToken(
      client: client, user: user, scope: scope, lifetime: configuration.tokenLifetime,
      family: family)
    let refreshToken = credential(octets: 32)
    update {
      $0.refreshTokens.put(
        IssuedRefreshToken(
          client: client, user: user, scope: refreshScope ?? scope, family: family),
        under: refreshToken)
      $0.newestRefreshTokens = $0.newestRefreshTokens ?? [:]
      $0.newestRefreshTokens?[client + " " + user] = refreshToken
    }
    return (
      pairBody(accessToken, refreshToken, scope: scope, user: user), accessToken, refreshToken
    )
  }

  func pairBody(
    _ accessToken: String, _ refreshToken: String, scope: String, user: String
  ) -> String {
    JSONText.object([
      .init("access_token", .string(accessToken)),
      .init("expires_in", .number(Int(configuration.tokenLifetime))),
      .init("refresh_token", .string(refreshToken)), .init("scope", .string(scope)),
      .init("token_type", .string("Bearer")), .init("user_id", .string(user)),
    ]).text
  }
}
