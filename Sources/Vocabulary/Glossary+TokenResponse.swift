extension Glossary {
  static let tokenResponse: [GlossaryEntry] = [
    GlossaryEntry(
      "access_token",
      "Opens the data that it stands for, to whoever holds it. Opaque: what is inside is the server's "
        + "business.",
      .rfc6749("1.4"), secret: true),
    GlossaryEntry(
      "token_type",
      "How to present the access token: Bearer, in any case of letters, means Authorization: Bearer TOKEN.",
      .rfc6749("7.1")),
    GlossaryEntry(
      "expires_in", "How many seconds the access token lives, counted from this answer.",
      .rfc6749("5.1")),
    GlossaryEntry(
      "refresh_token",
      "Gets the next access token when this one has expired. If a new refresh token comes with it, that one "
        + "takes the place of this one.", .rfc6749("1.5"), secret: true),
    GlossaryEntry(
      "scope", "What the user really granted. It may be less than the app asked for.",
      .rfc6749("5.1")),
    GlossaryEntry(
      "error", "Why there are no tokens, in one word.", .rfc6749("5.2")),
    GlossaryEntry(
      "error_description", "The same for a developer to read.", .rfc6749("5.2")),
    GlossaryEntry("error_uri", "A page about the error.", .rfc6749("5.2")),
  ]
}
