extension Glossary {
  static let implicitResponse: [GlossaryEntry] = [
    GlossaryEntry(
      "access_token",
      "The token itself, in an address. Whoever reads the address can use it.",
      .rfc6749("4.2.2"), secret: true),
    GlossaryEntry(
      "token_type", "How to present the access token: Bearer means Authorization: Bearer TOKEN.",
      .rfc6749("4.2.2")),
    GlossaryEntry("expires_in", "How many seconds the access token lives.", .rfc6749("4.2.2")),
    GlossaryEntry(
      "scope", "What the user really granted. It may be less than the app asked for.",
      .rfc6749("4.2.2")),
    GlossaryEntry(
      "state", "Must be the state of step 2, unchanged. The app compares them.", .rfc6749("4.2.2")),
    GlossaryEntry(
      "error", "Why there is no token, in one word.", .rfc6749("4.2.2.1")),
    GlossaryEntry(
      "error_description", "The same for a developer to read; not for the app to decide on.",
      .rfc6749("4.2.2.1")),
    GlossaryEntry("error_uri", "A page about the error.", .rfc6749("4.2.2.1")),
    GlossaryEntry(
      "iss", "Which server answers, for apps that talk to several.", .rfc9207("2")),
  ]
}
