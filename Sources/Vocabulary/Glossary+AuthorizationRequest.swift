extension Glossary {
  static let authorizationRequest: [GlossaryEntry] = [
    GlossaryEntry(
      "response_type",
      "The response to return through the browser: code, or token in the implicit flow.",
      .rfc6749("3.1.1")),
    GlossaryEntry(
      "client_id", "Identifies the client. The consent page shows its name.", .rfc6749("2.2")),
    GlossaryEntry(
      "redirect_uri",
      "Where the server sends the browser back. It must match a registered redirect URI exactly.",
      .rfc6749("3.1.2")),
    GlossaryEntry(
      "scope", "The requested scopes, separated by spaces. The user may grant fewer.",
      .rfc6749("3.3")),
    GlossaryEntry(
      "state",
      "An unguessable value, new each time, that the server returns unchanged. It shows that the "
        + "redirect answers this client's request and was not planted. A client that knows that "
        + "the server supports PKCE may rely on PKCE instead (RFC 9700 §2.1).",
      .rfc6749("10.12")),
    GlossaryEntry(
      "code_challenge",
      "Computed from the code verifier. The server stores it with the code and checks the "
        + "verifier against it in step 4.", .rfc7636("4.3")),
    GlossaryEntry(
      "code_challenge_method",
      "Always send it. If it is missing, the server assumes plain: the challenge is the verifier "
        + "itself.", .rfc7636("4.3")),
    GlossaryEntry(
      "expires_in",
      "Implicit flow: the proposed lifetime. No specification defines it; a server may ignore it.",
      .rfc6749("3.1")),
    GlossaryEntry(
      "prompt",
      "Pages to show even if not needed: consent, sign-in. none: no page, and an error if one is "
        + "needed.",
      .openIDConnect("3.1.2.1")),
  ]
}
