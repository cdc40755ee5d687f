import HTTPMessages
import Vocabulary

extension PracticeServer {
  /// A random value in base64url.
  func token(octets: Int) -> String { Base64.urlSafe.encode(randomOctets(octets)) }

  /// A random value for a code or a refresh token: in hexadecimal, as Fitbit's look.
  ///
  /// RFC 6749 Appendix A.11 and A.17 allow every printable character of ASCII: an odd one has each that means
  /// something else in a form, and %2B for a client that decodes twice.
  func credential(octets: Int) -> String {
    let octets = randomOctets(octets)
    return configuration.usesOddValues
      ? Base64.standard.encode(octets) + "/+=%2B" : hexadecimal(octets)
  }

  /// Sends the browser back with a code, or with a token in the implicit flow.
  func grant(
    _ scope: Scope, for request: ValidAuthorizationRequest, by user: PracticeUser, status: Int
  ) -> HTTPResponse {
    if isDeniedByFault() { return deny(request) }
    // What was granted before stays, unless it was asked for again and not ticked.
    let asked = Scope(request.scope)
    update { ledger in
      let granted = ledger.scopes(grantedBy: user.identifier, to: request.client)
      let others = Scope(granted.joined(separator: " "))
      ledger.grant(
        others.names(missingFrom: asked) + scope.names, by: user.identifier, to: request.client)
    }
    switch request.responseType {
    case .code: return .redirect(to: codeRedirect(scope, for: request, by: user), status: status)
    case .token: return .redirect(to: tokenRedirect(scope, for: request, by: user), status: status)
    }
  }

  /// Sends the browser back with `access_denied`: RFC 6749 §4.1.2.1 and §4.2.2.1.
  ///
  /// Fitbit's own form of this is not known; this is the RFC's.
  func deny(_ request: ValidAuthorizationRequest) -> HTTPResponse {
    let form = Form(
      [
        Form.Pair("error", "access_denied"),
        Form.Pair("error_description", "The user denied the request."),
      ] + responseContext(of: request))
    return HTTPResponse.redirect(to: request.answered(with: form, ending: redirectEnding))
      .adding([HTTPField("Practice-Reconstructed", "Fitbit's own text is not known")])
  }

  /// RFC 6749 §4.1.2: the code is bound to client, redirect URI and challenge, and short-lived.
  private func codeRedirect(
    _ scope: Scope, for request: ValidAuthorizationRequest, by user: PracticeUser
  ) -> String {
    let code = credential(octets: 20)
    let issued = IssuedCode(
      client: request.client, user: user.identifier, redirectURI: request.redirectURI,
      namedRedirectURI: request.namedRedirectURI, scope: scope.value,
      challenge: request.challenge, method: request.method,
      expiresAt: now() + configuration.codeLifetime, family: token(octets: 12))
    update { $0.codes.put(issued, under: code) }
    let form = Form([Form.Pair("code", code)] + responseContext(of: request))
    return request.answered(with: form, ending: redirectEnding)
  }

  /// RFC 6749 §4.2.2: the token stands in the fragment, and no refresh token comes with it.
  ///
  /// The order is that of the example in Fitbit's old tutorial.
  private func tokenRedirect(
    _ scope: Scope, for request: ValidAuthorizationRequest, by user: PracticeUser
  ) -> String {
    let lifetime = request.lifetime ?? AuthorizationCheck.implicitLifetimes[0]
    let accessToken = issueAccessToken(
      client: request.client, user: user.identifier, scope: scope.value,
      lifetime: lifetime, family: token(octets: 12))
    let form = Form(
      [
        Form.Pair("scope", scope.value), Form.Pair("user_id", user.identifier),
        Form.Pair("token_type", "Bearer"), Form.Pair("expires_in", String(lifetime)),
        Form.Pair("access_token", accessToken),
      ] + responseContext(of: request))
    return request.answered(with: form, ending: redirectEnding)
  }

  /// The state as it came (RFC 6749 §4.1.2), and who answers (RFC 9207 §2).
  private func responseContext(of request: ValidAuthorizationRequest) -> [Form.Pair] {
    responseContext(state: request.state)
  }

  func responseContext(state: String?) -> [Form.Pair] {
    (state.map { [Form.Pair("state", $0)] } ?? [])
      + (configuration.features.contains(.issuer)
        ? [Form.Pair("iss", configuration.baseURL)] : [])
  }

  /// Issues an access token; it is opaque, and only this server can say what it stands for.
  func issueAccessToken(
    client: String, user: String?, scope: String, lifetime: Int64, family: String
  ) -> String {
    // RFC 6750 §2.1: what a Bearer header may hold has an equals sign at its end only.
    let value = token(octets: 48) + (configuration.usesOddValues ? "/+==" : "")
    let issued = IssuedToken(
      client: client, user: user, scope: scope, issuedAt: now(), expiresAt: now() + lifetime,
      family: family)
    update { $0.accessTokens.put(issued, under: value) }
    return value
  }
}

extension PracticeServer {
  /// What a redirect with a query ends with.
  private var redirectEnding: String {
    configuration.features.contains(.plainRedirect) ? "" : "#_=_"
  }
}

extension ValidAuthorizationRequest {
  /// The redirect URI with the answer, in the part of the address that the app wants it in.
  fileprivate func answered(with form: Form, ending: String) -> String {
    respondsInFragment
      ? redirectURI + "#" + form.encoded : redirectURI.appendingQuery(form.encoded) + ending
  }
}

extension String {
  /// This URL with more in its query: RFC 6749 §3.1.2 keeps a query that is there.
  func appendingQuery(_ query: String) -> String {
    self + (contains("?") ? "&" : "?") + query
  }
}
