import HTTPMessages
import Vocabulary

extension PracticeServer {
  /// Responds at the introspection endpoint (RFC 7662 §2), in Fitbit's form or the standard one.
  func introspect(_ exchange: inout PracticeExchange) -> HTTPResponse {
    do throws(FitbitError) {
      try checkIntrospection(&exchange)
    } catch {
      exchange.summary = error.summary
      return error.response(configuration.errors)
    }
    if let rejection = rejection(of: exchange.form, &exchange) { return rejection }
    let value = exchange.form?.value(of: "token") ?? ""
    exchange.summary = "introspection"
    guard let token = ledger.accessTokens[value],
      !exchange.rules.rejects(.tokenExpires, when: token.expiresAt <= now())
    else { return .json(200, .object([.init("active", .boolean(false))])) }
    return .json(
      200,
      .object(
        configuration.features.contains(.standardIntrospection)
          ? Self.standardMembers(of: token) : Self.fitbitsMembers(of: token)))
  }

  /// Requires client authentication (RFC 7662 §2.1), or an access token, as Fitbit does.
  private func checkIntrospection(_ exchange: inout PracticeExchange) throws(FitbitError) {
    let scheme = exchange.request.fields.value(of: "Authorization")?.prefix { $0 != " " }
    guard configuration.features.contains(.standardIntrospection),
      scheme?.lowercased() != "bearer"
    else {
      _ = try bearer(&exchange)
      return
    }
    let client = try ClientIdentification(
      configuration: configuration, request: exchange.request, form: exchange.form ?? Form([])
    ).client(&exchange.rules)
    // RFC 7662 §4: otherwise an attacker could guess tokens.
    if client.secret == nil {
      throw .client("Introspection requires client authentication.", reconstructed: true)
    }
  }

  /// Returns Fitbit's members: scopes in braces, times in milliseconds.
  private static func fitbitsMembers(of token: IssuedToken) -> [JSONText.Member] {
    let scopes = Scope(token.scope).names.map { $0.uppercased() + "=READ_WRITE" }
    return [
      .init("active", .boolean(true)),
      .init("scope", .string("{\(scopes.joined(separator: ", "))}")),
      .init("client_id", .string(token.client)),
    ]
      + (token.user.map { [.init("user_id", .string($0))] } ?? [])
      + [
        .init("token_type", .string("access_token")),
        .init("exp", .number(Int(token.expiresAt) * 1000)),
        .init("iat", .number(Int(token.issuedAt) * 1000)),
      ]
  }

  /// Returns the members of RFC 7662 §2.2: scopes separated by spaces, times in seconds.
  private static func standardMembers(of token: IssuedToken) -> [JSONText.Member] {
    [.init("active", .boolean(true)), .init("client_id", .string(token.client))]
      + (token.scope.isEmpty ? [] : [.init("scope", .string(token.scope))])
      + (token.user.map { [.init("sub", .string($0))] } ?? [])
      + [
        .init("token_type", .string("Bearer")), .init("exp", .number(Int(token.expiresAt))),
        .init("iat", .number(Int(token.issuedAt))),
      ]
  }

  /// Revokes all tokens of a user and a client (RFC 7009 §2, and as Fitbit documents it).
  func revoke(_ exchange: inout PracticeExchange) -> HTTPResponse {
    let form = exchange.form ?? Form([])
    let authentication = ClientIdentification(
      configuration: configuration, request: exchange.request, form: form)
    let result = Result { () throws(FitbitError) in try authentication.client(&exchange.rules) }
    guard case .success(let client) = result else {
      guard case .failure(let error) = result else { return .json(500, .null) }
      exchange.summary = error.summary
      return error.response(configuration.errors)
    }
    if let rejection = rejection(of: form, &exchange) { return rejection }
    let value = form.value(of: "token") ?? ""
    exchange.summary = "revoked for \(client.identifier)"
    let owner =
      ledger.accessTokens[value].map { ($0.client, $0.user) }
      ?? ledger.refreshTokens[value].map { ($0.client, Optional($0.user)) }
    // RFC 7009 §2.2: an unknown token gets 200, too. §2.1: another client's token is rejected.
    guard let owner else { return HTTPResponse(status: 200) }
    guard owner.0 == client.identifier else {
      exchange.summary = "invalid_grant: the token of another client"
      return FitbitError.grant("The token was issued to another client.", reconstructed: true)
        .response(configuration.errors)
    }
    update { $0.revokeTokens(of: owner.1, for: owner.0) }
    return HTTPResponse(status: 200)
  }

  /// Returns the error for a form without a token or with a repeated parameter, or `nil`.
  private func rejection(of form: Form?, _ exchange: inout PracticeExchange) -> HTTPResponse? {
    var error: FitbitError?
    if form?.value(of: "token") == nil {
      error = .request("Missing parameters: token", reconstructed: true)
    } else if let name = form?.repeatedNames.first,
      exchange.rules.rejects(.noRepeatedParameters, when: true)
    {
      error = .request("The parameter \(name) is repeated.", reconstructed: true)
    }
    if let error { exchange.summary = error.summary }
    return error?.response(configuration.errors)
  }
}
