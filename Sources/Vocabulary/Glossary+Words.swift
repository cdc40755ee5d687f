extension Glossary {
  static let words: [GlossaryEntry] = [
    GlossaryEntry(
      "authorization server",
      "The server that knows the user, asks for consent and issues tokens: here Fitbit's.",
      .rfc6749("1.1")),
    GlossaryEntry(
      "client", "The app that asks for access to the user's data.", .rfc6749("1.1")),
    GlossaryEntry(
      "confidential client", "A client that can keep a secret, such as a web server.",
      .rfc6749("2.1")),
    GlossaryEntry(
      "public client", "A client that cannot keep a secret, such as an app on a phone.",
      .rfc6749("2.1")),
    GlossaryEntry(
      "front channel",
      "The way through the user's browser. What passes there can be seen, kept and forged.",
      .rfc6749("1.7")),
    GlossaryEntry(
      "back channel", "The direct way from the app to the server, which nobody else sees.",
      .rfc6749("3.2")),
    GlossaryEntry(
      "PKCE",
      "Proof Key for Code Exchange, said as one word, pixy: a stolen code is worthless without the "
        + "verifier.", .rfc7636("1")),
    GlossaryEntry(
      "grant", "What the app exchanges for tokens: the authorization code, for one.",
      .rfc6749("1.3")),
    GlossaryEntry(
      "Basic", "A way to send a name and a password in a header field.", .rfc7617("2")),
    GlossaryEntry(
      "Bearer", "A token that works for whoever holds it, like cash.", .rfc6750("1.2")),
    GlossaryEntry(
      "redirect", "Sending the browser on to another address, with an answer in it.",
      .rfc6749("1.7")),
  ]
}
