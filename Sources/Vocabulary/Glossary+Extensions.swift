/// Names registered by other specifications, which any server may use.
extension Glossary {
  static let extendedRequest = [
    GlossaryEntry(
      "resource", "The API that the token is for, as a URI.", .rfc8707("2.1")),
    GlossaryEntry(
      "authorization_details", "The requested access as JSON, more detailed than scopes.",
      .rfc9396("2")),
    GlossaryEntry(
      "dpop_jkt", "The thumbprint of the key to bind the code to.", .rfc9449("10")),
  ]

  static let extendedTokenRequest = [
    GlossaryEntry("scope", "The requested scopes, separated by spaces.", .rfc6749("3.3")),
    GlossaryEntry(
      "scope",
      "The requested scopes, separated by spaces. If missing, the server uses a default or "
        + "rejects the request.", .rfc6749("4.4.2"), of: "token-request"),
    GlossaryEntry("resource", "The API that the token is for, as a URI.", .rfc8707("2.2")),
    GlossaryEntry(
      "audience", "The API that the token is for, by a name that client and server know.",
      .rfc8693("2.1")),
    GlossaryEntry(
      "authorization_details", "The access that the token should give, as JSON.", .rfc9396("6")),
  ]

  static let extendedTokenResponse = [
    GlossaryEntry(
      "issued_token_type", "Token exchange: the type of the issued token, as a URI.",
      .rfc8693("2.2.1")),
    GlossaryEntry(
      "authorization_details", "The access that the token gives, more detailed than scopes.",
      .rfc9396("7")),
  ]

  static let extendedRedirect = [
    GlossaryEntry(
      "scope", "The granted scopes. After a code, the token response contains them too.",
      .rfc6749("11.2.2"))
  ]

  /// The members that a response about a token may contain in addition to RFC 7662.
  static let extendedIntrospection = [
    ("cnf", "The key or certificate that the token is bound to.", Reference.rfc8705("3.2")),
    ("act", "The party that acts for the user.", .rfc8693("4.1")),
    ("authorization_details", "The access that the token gives, in detail.", .rfc9396("9.2")),
  ].map { GlossaryEntry($0.0, $0.1, $0.2, of: "introspection-response") }

  static let extendedFields = [
    GlossaryEntry(
      "DPoP-Nonce", "A value that the next DPoP proof must contain.", .rfc9449("8"))
  ]

  static let extendedMetadata = [
    ("jwks_uri", "The URL of the server's public keys.", Reference.rfc8414("2")),
    ("registration_endpoint", "Where a client can register itself.", .rfc8414("2")),
    (
      "response_modes_supported", "The parts of the redirect that can contain the response.",
      .rfc8414("2")
    ),
    ("service_documentation", "A page for developers.", .rfc8414("2")),
    ("ui_locales_supported", "The languages of the server's pages.", .rfc8414("2")),
    ("op_policy_uri", "A page on how clients may use the data.", .rfc8414("2")),
    ("op_tos_uri", "The server's terms of service.", .rfc8414("2")),
    (
      "revocation_endpoint_auth_methods_supported",
      "How clients authenticate to revoke a token.", .rfc8414("2")
    ),
    (
      "pushed_authorization_request_endpoint",
      "Where clients can send authorization requests in advance.", .rfc9126("5")
    ),
    (
      "introspection_signing_alg_values_supported",
      "The signature algorithms for introspection JWTs.", .rfc9701("7")
    ),
    (
      "dpop_signing_alg_values_supported", "The signature algorithms for DPoP proofs.",
      .rfc9449("5.1")
    ),
    (
      "tls_client_certificate_bound_access_tokens",
      "Whether tokens can be bound to a client's certificate.", .rfc8705("3.3")
    ),
    ("mtls_endpoint_aliases", "Endpoints for clients with a certificate.", .rfc8705("5")),
    (
      "authorization_details_types_supported", "The types of authorization_details.",
      .rfc9396("10")
    ),
    ("device_authorization_endpoint", "Where a device starts the device flow.", .rfc8628("4")),
  ].map { GlossaryEntry($0.0, $0.1, $0.2) }
}
