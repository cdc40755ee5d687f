extension Glossary {
  static let authorizationResponse: [GlossaryEntry] = [
    GlossaryEntry(
      "code",
      "The authorization code, valid for one exchange by this client with this redirect URI. "
        + "RFC 6749 recommends that it expire within 10 minutes.", .rfc6749("4.1.2"),
      secret: true),
    GlossaryEntry(
      "state", "Must equal the state from step 2. The client compares them.",
      .rfc6749("4.1.2")),
    GlossaryEntry(
      "error", "Why there is no code, in one word.", .rfc6749("4.1.2.1")),
    GlossaryEntry(
      "error_description", "The same for developers to read, not for the client to parse.",
      .rfc6749("4.1.2.1")),
    GlossaryEntry("error_uri", "A page about the error.", .rfc6749("4.1.2.1")),
    GlossaryEntry(
      "iss", "The server that responded, for clients that use several.", .rfc9207("2")),
    GlossaryEntry(
      "#fragment",
      "The part after the #. It is not part of the code, and a browser does not send it to a web "
        + "server.",
      .rfc3986("3.5"),
      seenBy: "the authorization server and the browser"),
  ]
}
