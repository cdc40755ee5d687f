extension Glossary {
  static let tokenResponse: [GlossaryEntry] = [
    GlossaryEntry(
      "access_token",
      "Gives its bearer access to the granted data. Opaque to the client: do not parse it.",
      .rfc6749("1.4"), secret: true),
    GlossaryEntry(
      "token_type",
      "How to present the access token: Bearer, in uppercase or lowercase, means Authorization: "
        + "Bearer TOKEN.",
      .rfc6749("7.1")),
    GlossaryEntry(
      "expires_in", "Lifetime of the access token in seconds, counted from this response.",
      .rfc6749("5.1")),
    GlossaryEntry(
      "refresh_token",
      "Gets a new access token when the old one expires. A new refresh token in that response "
        + "replaces this refresh token.", .rfc6749("1.5"), secret: true),
    GlossaryEntry(
      "scope", "The granted scopes, maybe fewer than requested.", .rfc6749("5.1")),
    GlossaryEntry(
      "error", "Why there are no tokens, in one word.", .rfc6749("5.2")),
    GlossaryEntry(
      "error_description", "The same for developers to read.", .rfc6749("5.2")),
    GlossaryEntry("error_uri", "A page about the error.", .rfc6749("5.2")),
  ]
}
