/// The names that other specifications have registered, which a server may use without saying so.
extension Glossary {
  static let extendedRequest = [
    GlossaryEntry(
      "resource", "The API that the token is for, as a URI.", .rfc8707("2.1")),
    GlossaryEntry(
      "authorization_details", "What is asked for in more detail than a scope gives, as JSON.",
      .rfc9396("2")),
    GlossaryEntry(
      "dpop_jkt", "The fingerprint of the key to which the code is to be bound.", .rfc9449("10")),
  ]

  static let extendedTokenRequest = [
    GlossaryEntry(
      "scope", "The scope that the app asks for, names separated by spaces.", .rfc6749("3.3")),
    GlossaryEntry(
      "scope",
      "The scope that the app asks for, names separated by spaces. Without it the server chooses one, or "
        + "refuses.", .rfc6749("4.4.2"), of: "token-request"),
    GlossaryEntry("resource", "The API that the token is for, as a URI.", .rfc8707("2.2")),
    GlossaryEntry(
      "audience", "The API that the token is for, by a name that server and client know.",
      .rfc8693("2.1")),
    GlossaryEntry(
      "authorization_details", "What the token shall allow, as JSON.", .rfc9396("6")),
  ]

  static let extendedTokenResponse = [
    GlossaryEntry(
      "issued_token_type", "Token exchange: what kind of token was issued, as a URI.",
      .rfc8693("2.2.1")),
    GlossaryEntry(
      "authorization_details", "What the token allows, in more detail than a scope gives.",
      .rfc9396("7")),
  ]

  static let extendedRedirect = [
    GlossaryEntry(
      "scope", "What was granted. Of an app that asks for a code, the token response says it, too.",
      .rfc6749("11.2.2"))
  ]

  /// What an answer about a token may say besides RFC 7662.
  static let extendedIntrospection = [
    ("cnf", "The key or certificate that the token is bound to.", Reference.rfc8705("3.2")),
    ("act", "Who acts in the user's name.", .rfc8693("4.1")),
    ("authorization_details", "What the token allows, in detail.", .rfc9396("9.2")),
  ].map { GlossaryEntry($0.0, $0.1, $0.2, of: "introspection-response") }

  static let extendedFields = [
    GlossaryEntry(
      "DPoP-Nonce", "A value that the next DPoP proof has to contain.", .rfc9449("8"))
  ]

  static let extendedMetadata = [
    ("jwks_uri", "Where the server's public keys lie.", Reference.rfc8414("2")),
    ("registration_endpoint", "Where an app can register itself.", .rfc8414("2")),
    (
      "response_modes_supported", "In which part of the redirect an answer can come.",
      .rfc8414("2")
    ),
    ("service_documentation", "A page for developers.", .rfc8414("2")),
    ("ui_locales_supported", "The languages of the server's pages.", .rfc8414("2")),
    ("op_policy_uri", "A page on what an app may do with the data.", .rfc8414("2")),
    ("op_tos_uri", "The server's terms of service.", .rfc8414("2")),
    (
      "revocation_endpoint_auth_methods_supported",
      "Where a client may put its secret when it ends a token.", .rfc8414("2")
    ),
    (
      "pushed_authorization_request_endpoint",
      "Where the parameters of the authorization request can be sent beforehand.", .rfc9126("5")
    ),
    (
      "introspection_signing_alg_values_supported",
      "The algorithms that a JWT of introspection is signed with.", .rfc9701("7")
    ),
    (
      "dpop_signing_alg_values_supported", "The algorithms for DPoP proofs.", .rfc9449("5.1")
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
    ("device_authorization_endpoint", "Where a device begins the device flow.", .rfc8628("4")),
  ].map { GlossaryEntry($0.0, $0.1, $0.2) }
}
