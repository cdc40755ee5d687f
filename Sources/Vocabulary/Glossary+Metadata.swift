extension Glossary {
  static let metadata: [GlossaryEntry] = [
    GlossaryEntry(
      "issuer",
      "The URL by which the server is known. It must be the one that was asked, character by character.",
      .rfc8414("2")),
    GlossaryEntry(
      "authorization_endpoint", "Where the browser is sent in step 2.", .rfc8414("2")),
    GlossaryEntry("token_endpoint", "Where the app exchanges the code in step 4.", .rfc8414("2")),
    GlossaryEntry("revocation_endpoint", "Where tokens are ended.", .rfc8414("2")),
    GlossaryEntry("introspection_endpoint", "Where one can ask about a token.", .rfc8414("2")),
    GlossaryEntry(
      "profile_endpoint",
      "An address to try a token with. The practice server names it; no specification does, and a client "
        + "passes over what it does not know.", .rfc8414("3.2")),
    GlossaryEntry(
      "introspection_endpoint_auth_methods_supported",
      "What a request for introspection has to show: the client's secret, or with Bearer an access token.",
      .rfc8414("2")),
    GlossaryEntry(
      "scopes_supported", "Scopes that can be asked for; maybe not all.", .rfc8414("2")),
    GlossaryEntry(
      "response_types_supported", "What a browser may bring back: code, token and more.",
      .rfc8414("2")),
    GlossaryEntry(
      "grant_types_supported",
      "What can be exchanged for tokens. Without it: authorization_code and implicit.",
      .rfc8414("2")),
    GlossaryEntry(
      "token_endpoint_auth_methods_supported",
      "Where a client may put its secret; none is for apps without one. Without it: client_secret_basic.",
      .rfc8414("2")),
    GlossaryEntry(
      "require_pushed_authorization_requests",
      "Whether the server takes an authorization request only if the client sent it to the server first. "
        + "Without it: no.", .rfc9126("5")),
    GlossaryEntry(
      "code_challenge_methods_supported",
      "Which challenges of PKCE the server understands. Without it: it does not support PKCE.",
      .rfc8414("2")),
    GlossaryEntry(
      "authorization_response_iss_parameter_supported",
      "Whether every redirect names its server in iss. Then one without it must be refused.",
      .rfc9207("3")),
  ]
}
