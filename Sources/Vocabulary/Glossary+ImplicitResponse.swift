extension Glossary {
  static let implicitResponse: [GlossaryEntry] = [
    GlossaryEntry(
      "access_token", "The token itself, in a URL. Anyone who reads the URL can use it.",
      .rfc6749("4.2.2"), secret: true),
    GlossaryEntry(
      "token_type", "How to present the access token: Bearer means Authorization: Bearer TOKEN.",
      .rfc6749("4.2.2")),
    GlossaryEntry(
      "expires_in", "Lifetime of the access token in seconds.", .rfc6749("4.2.2")),
    GlossaryEntry(
      "scope", "The granted scopes, maybe fewer than requested.", .rfc6749("4.2.2")),
    GlossaryEntry(
      "state", "Must equal the state from step 2. The client compares them.",
      .rfc6749("4.2.2")),
    GlossaryEntry(
      "error", "Why there is no token, in one word.", .rfc6749("4.2.2.1")),
    GlossaryEntry(
      "error_description", "The same for developers to read, not for the client to parse.",
      .rfc6749("4.2.2.1")),
    GlossaryEntry("error_uri", "A page about the error.", .rfc6749("4.2.2.1")),
    GlossaryEntry(
      "iss", "The server that responded, for clients that use several.", .rfc9207("2")),
  ]
}
