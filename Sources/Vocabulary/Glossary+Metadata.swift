extension Glossary {
  static let metadata: [GlossaryEntry] = [
    GlossaryEntry(
      "issuer",
      "The URL that identifies the server. It must match the requested issuer exactly.",
      .rfc8414("2")),
    GlossaryEntry(
      "authorization_endpoint", "Where step 2 sends the browser.", .rfc8414("2")),
    GlossaryEntry("token_endpoint", "Where step 4 exchanges the code.", .rfc8414("2")),
    GlossaryEntry("revocation_endpoint", "Where clients revoke tokens.", .rfc8414("2")),
    GlossaryEntry("introspection_endpoint", "Where to ask about a token.", .rfc8414("2")),
    GlossaryEntry(
      "profile_endpoint",
      "A URL to test a token with. Only the practice server publishes it; clients ignore unknown "
        + "members.", .rfc8414("3.2")),
    GlossaryEntry(
      "introspection_endpoint_auth_methods_supported",
      "How an introspection request authenticates: with the client's secret, or an access token "
        + "(Bearer).", .rfc8414("2")),
    GlossaryEntry(
      "scopes_supported", "Scopes that clients can request; maybe not all.", .rfc8414("2")),
    GlossaryEntry(
      "response_types_supported", "The supported response types: code, token, and more.",
      .rfc8414("2")),
    GlossaryEntry(
      "grant_types_supported",
      "The supported grants. Default: authorization_code and implicit.", .rfc8414("2")),
    GlossaryEntry(
      "token_endpoint_auth_methods_supported",
      "How clients authenticate; none is for public clients. Default: client_secret_basic.",
      .rfc8414("2")),
    GlossaryEntry(
      "require_pushed_authorization_requests",
      "Whether the server accepts only authorization requests that were pushed to it. Default: no.",
      .rfc9126("5")),
    GlossaryEntry(
      "code_challenge_methods_supported",
      "The supported PKCE methods. If missing, the server does not support PKCE.",
      .rfc8414("2")),
    GlossaryEntry(
      "authorization_response_iss_parameter_supported",
      "Whether every redirect contains iss. If so, the client must reject one without it.",
      .rfc9207("3")),
  ]
}
