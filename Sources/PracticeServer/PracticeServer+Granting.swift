import HTTPMessages
import Vocabulary

extension PracticeServer {
  /// Returns a random value in base64url.
  func token(octets: Int) -> String { Base64.urlSafe.encode(randomOctets(octets)) }

  /// Returns a random code or refresh token, in hexadecimal as at Fitbit.
  ///
  /// RFC 6749 Appendix A.11 and A.17 allow all printable ASCII characters. An odd value contains
  /// those with a meaning in forms, and %2B to detect a client that decodes twice.
  func credential(octets: Int) -> String {
    let octets = randomOctets(octets)
    return configuration.usesOddValues
      ? Base64.standard.encode(octets) + "/+=%2B" : hexadecimal(octets)
  }

  /// Redirects the browser with a code, or with a token in the implicit flow.
  func grant(
    _ scope: Scope, for request: ValidAuthorizationRequest, by user: PracticeUser, status: Int
  ) -> HTTPResponse {
    if isDeniedByFault() { return deny(request) }
    // Earlier grants remain, unless requested again and not selected.
    let requested = Scope(request.scope)
    update { ledger in
      let granted = ledger.scopes(grantedBy: user.identifier, to: request.client)
      let others = Scope(granted.joined(separator: " "))
      ledger.grant(
        others.names(missingFrom: requested) + scope.names, by: user.identifier, to: request.client)
    }
    switch request.responseType {
    case .code: return .redirect(to: codeRedirect(scope, for: request, by: user), status: status)
    case .token: return .redirect(to: tokenRedirect(scope, for: request, by: user), status: status)
    }
  }

  /// Redirects the browser with `access_denied` (RFC 6749 §4.1.2.1, §4.2.2.1).
  ///
  /// Fitbit's own form is unknown; this is the RFC's.
  func deny(_ request: ValidAuthorizationRequest) -> HTTPResponse {
    let form = Form(
      [
        Form.Pair("error", "access_denied"),
        Form.Pair("error_description", "The user denied the request."),
      ] + responseContext(of: request))
    return HTTPResponse.redirect(to: request.redirect(with: form, ending: redirectEnding))
      .adding([HTTPField("Practice-Reconstructed", "Fitbit's own text is unknown")])
  }

  /// Issues a short-lived code bound to client, redirect URI, and challenge (RFC 6749 §4.1.2).
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
    return request.redirect(with: form, ending: redirectEnding)
  }

  /// Issues a token in the fragment, without a refresh token (RFC 6749 §4.2.2).
  ///
  /// The parameters are in the order of the example in Fitbit's old tutorial.
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
    return request.redirect(with: form, ending: redirectEnding)
  }

  /// Returns the unchanged state (RFC 6749 §4.1.2), and the issuer (RFC 9207 §2).
  private func responseContext(of request: ValidAuthorizationRequest) -> [Form.Pair] {
    responseContext(state: request.state)
  }

  func responseContext(state: String?) -> [Form.Pair] {
    (state.map { [Form.Pair("state", $0)] } ?? [])
      + (configuration.features.contains(.issuer)
        ? [Form.Pair("iss", configuration.baseURL)] : [])
  }

  /// Issues an access token, which is opaque: only this server knows what it represents.
  func issueAccessToken(
    client: String, user: String?, scope: String, lifetime: Int64, family: String
  ) -> String {
    // RFC 6750 §2.1: a bearer token may have equals signs only at its end.
    let value = token(octets: 48) + (configuration.usesOddValues ? "/+==" : "")
    let issued = IssuedToken(
      client: client, user: user, scope: scope, issuedAt: now(), expiresAt: now() + lifetime,
      family: family)
    update { $0.accessTokens.put(issued, under: value) }
    return value
  }
}

extension PracticeServer {
  /// The end of a redirect with a query.
  private var redirectEnding: String {
    configuration.features.contains(.plainRedirect) ? "" : "#_=_"
  }
}

extension ValidAuthorizationRequest {
  /// Returns the redirect with the response in the query or in the fragment.
  fileprivate func redirect(with form: Form, ending: String) -> String {
    respondsInFragment
      ? redirectURI + "#" + form.encoded : redirectURI.appendingQuery(form.encoded) + ending
  }
}

extension String {
  /// Returns the URL with parameters added to its query (RFC 6749 §3.1.2).
  func appendingQuery(_ query: String) -> String {
    self + (contains("?") ? "&" : "?") + query
  }
}
