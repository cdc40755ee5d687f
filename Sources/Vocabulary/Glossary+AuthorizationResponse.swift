extension Glossary {
  static let authorizationResponse: [GlossaryEntry] = [
    GlossaryEntry(
      "code",
      "The authorization code. It is valid for a short time, at most 10 minutes where a server follows the "
        + "recommendation, for one exchange, for this client and redirect URI.", .rfc6749("4.1.2"),
      secret: true),
    GlossaryEntry(
      "state", "Must be the state of step 2, unchanged. The app compares them.", .rfc6749("4.1.2")),
    GlossaryEntry(
      "error", "Why there is no code, in one word.", .rfc6749("4.1.2.1")),
    GlossaryEntry(
      "error_description", "The same for a developer to read; not for the app to decide on.",
      .rfc6749("4.1.2.1")),
    GlossaryEntry("error_uri", "A page about the error.", .rfc6749("4.1.2.1")),
    GlossaryEntry(
      "iss", "Which server answers, for apps that talk to several.", .rfc9207("2")),
    GlossaryEntry(
      "#fragment",
      "What follows the #. It is not part of the code, and a browser never sends it to a web server.",
      .rfc3986("3.5"),
      seenBy: "the authorization server and the browser"),
  ]
}
