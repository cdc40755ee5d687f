extension Glossary {
  static let authorizationResponse: [GlossaryEntry] = [
    GlossaryEntry(
      "code",
      "The authorization code. It is valid for 10 minutes at Fitbit, for one exchange, for this "
        + "client and redirect URI.", .rfc6749("4.1.2"), secret: true),
    GlossaryEntry(
      "state", "Must be the state of step 2, unchanged. The app compares them.", .rfc6749("4.1.2")),
    GlossaryEntry(
      "access_token",
      "Implicit flow: the token itself, in an address. Whoever reads the address can use it.",
      .rfc6749("4.2.2"), secret: true),
    GlossaryEntry(
      "token_type", "How to present the access token: Bearer means Authorization: Bearer TOKEN.",
      .rfc6749("4.2.2")),
    GlossaryEntry("expires_in", "How many seconds the access token lives.", .rfc6749("4.2.2")),
    GlossaryEntry(
      "scope", "What the user really granted. It may be less than the app asked for.",
      .rfc6749("4.2.2")),
    GlossaryEntry(
      "user_id", "Fitbit's identifier of the user who consented; not part of OAuth.",
      .fitbitGuide("Implicit Grant Flow")),
    GlossaryEntry(
      "error", "Why there is no code or token, as one of the specified words.", .rfc6749("4.1.2.1")),
    GlossaryEntry(
      "error_description", "The same for a developer to read; not for the app to decide on.",
      .rfc6749("4.1.2.1")),
    GlossaryEntry("error_uri", "A page about the error.", .rfc6749("4.1.2.1")),
    GlossaryEntry(
      "iss", "Which server answers, for apps that talk to several.", .rfc9207("2")),
    GlossaryEntry(
      "#fragment",
      "What follows the #. Fitbit appends _=_ here. It is not part of the code, and a browser never "
        + "sends it to a web server.", .rfc3986("3.5"),
      seenBy: "the authorization server and the browser"),
  ]
}
