import HTTPMessages
import Vocabulary

extension PracticeServer {
  /// Tells about a token: RFC 7662 §2, in Fitbit's form with brace-string scopes and milliseconds.
  func introspect(_ exchange: inout PracticeExchange) -> HTTPResponse {
    let result = Result { () throws(FitbitError) in try bearer(&exchange) }
    if case .failure(let error) = result {
      exchange.summary = error.summary
      return error.response()
    }
    if let refusal = refusal(of: exchange.form, &exchange) { return refusal }
    let value = exchange.form?.value(of: "token") ?? ""
    exchange.summary = "introspection"
    guard let token = ledger.accessTokens[value],
      !exchange.rules.refuses(.tokenExpires, when: token.expiresAt <= now())
    else { return .json(200, .object([.init("active", .boolean(false))])) }
    let scopes = Scope(token.scope).names.map { $0.uppercased() + "=READ_WRITE" }
    return .json(
      200,
      .object(
        [
          .init("active", .boolean(true)),
          .init("scope", .string("{\(scopes.joined(separator: ", "))}")),
          .init("client_id", .string(token.client)),
        ]
          + (token.user.map { [.init("user_id", .string($0))] } ?? [])
          + [
            .init("token_type", .string("access_token")),
            .init("exp", .number(Int(token.expiresAt) * 1000)),
            .init("iat", .number(Int(token.issuedAt) * 1000)),
          ]))
  }

  /// Ends all of a user's tokens for a client: RFC 7009 §2, and as Fitbit documents it.
  func revoke(_ exchange: inout PracticeExchange) -> HTTPResponse {
    let form = exchange.form ?? Form([])
    let authentication = ClientIdentification(
      configuration: configuration, request: exchange.request, form: form)
    let result = Result { () throws(FitbitError) in try authentication.client(&exchange.rules) }
    guard case .success(let client) = result else {
      guard case .failure(let error) = result else { return .json(500, .null) }
      exchange.summary = error.summary
      return error.response()
    }
    if let refusal = refusal(of: form, &exchange) { return refusal }
    let value = form.value(of: "token") ?? ""
    exchange.summary = "revoked for \(client.identifier)"
    let owner =
      ledger.accessTokens[value].map { ($0.client, $0.user) }
      ?? ledger.refreshTokens[value].map { ($0.client, Optional($0.user)) }
    // RFC 7009 §2.2: an unknown token is as good as revoked. §2.1: another client's is refused.
    guard let owner else { return HTTPResponse(status: 200) }
    guard owner.0 == client.identifier else {
      exchange.summary = "invalid_grant: the token of another client"
      return FitbitError.grant("The token was issued to another client.", reconstructed: true)
        .response()
    }
    update { $0.endTokens(of: owner.1, for: owner.0) }
    return HTTPResponse(status: 200)
  }

  /// The answer to a form without a token, or with a parameter twice.
  private func refusal(of form: Form?, _ exchange: inout PracticeExchange) -> HTTPResponse? {
    var error: FitbitError?
    if form?.value(of: "token") == nil {
      error = .request("Missing parameters: token", reconstructed: true)
    } else if let name = form?.repeatedNames.first,
      exchange.rules.refuses(.noRepeatedParameters, when: true)
    {
      error = .request("The parameter \(name) is repeated.", reconstructed: true)
    }
    if let error { exchange.summary = error.summary }
    return error?.response()
  }

  /// What the server can do, for programs: RFC 8414 §2.
  func metadata(_ exchange: inout PracticeExchange) -> HTTPResponse {
    exchange.summary = "metadata"
    let base = configuration.baseURL
    func list(_ values: [String]) -> JSONText { .array(values.map(JSONText.string)) }
    return .json(
      200,
      .object([
        .init("issuer", .string(base)),
        .init("authorization_endpoint", .string(base + PracticePath.authorize)),
        .init("token_endpoint", .string(base + PracticePath.token)),
        .init("revocation_endpoint", .string(base + PracticePath.revoke)),
        .init("introspection_endpoint", .string(base + PracticePath.introspect)),
        // RFC 8414 §2 leaves room for members of one's own.
        .init("profile_endpoint", .string(base + PracticePath.profile)),
        .init("scopes_supported", list(AuthorizationServer.fitbit.scopes.map(\.name))),
        .init("response_types_supported", list(["code", "token"])),
        .init("response_modes_supported", list(["query", "fragment"])),
        .init(
          "grant_types_supported",
          list(["authorization_code", "implicit", "refresh_token", "client_credentials"])),
        .init(
          "token_endpoint_auth_methods_supported", list(["client_secret_basic", "none"])),
        // Without these, a program would have to believe client_secret_basic only.
        .init(
          "revocation_endpoint_auth_methods_supported", list(["client_secret_basic", "none"])),
        .init("introspection_endpoint_auth_methods_supported", list(["Bearer"])),
        .init("code_challenge_methods_supported", list(["S256", "plain"])),
      ]))
  }
}
