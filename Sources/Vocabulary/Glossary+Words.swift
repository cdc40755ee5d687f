extension Glossary {
  static let words: [GlossaryEntry] = [
    GlossaryEntry(
      "authorization server", "Authenticates the user, asks for consent, and issues tokens.",
      .rfc6749("1.1")),
    GlossaryEntry(
      "user",
      "The person who owns the data and grants or denies access. RFC 6749 says resource "
        + "owner.",
      .rfc6749("1.1")),
    GlossaryEntry(
      "API", "The server with the data. It accepts access tokens. RFC 6749 says resource server.",
      .rfc6749("1.1")),
    GlossaryEntry(
      "client", "The program that requests access to the user's data.", .rfc6749("1.1")),
    GlossaryEntry(
      "confidential client", "A client that can keep a secret, such as a web server.",
      .rfc6749("2.1")),
    GlossaryEntry(
      "public client",
      "A client that cannot keep a secret, such as a phone app or a page in a browser.",
      .rfc6749("2.1")),
    GlossaryEntry(
      "front channel",
      "Messages through the user's browser. Their URLs can be seen, stored, and forged. RFC 6749 "
        + "says redirections.", .rfc6749("1.7")),
    GlossaryEntry(
      "back channel",
      "Messages sent directly from the client to a server, such as the token endpoint, and in no "
        + "browser URL.", .rfc6749("3.2")),
    GlossaryEntry(
      "PKCE",
      "Proof Key for Code Exchange, pronounced pixy: a stolen code is useless without the "
        + "verifier.",
      .rfc7636("1")),
    GlossaryEntry(
      "consent page", "The server's page where the user grants or denies each scope.",
      .rfc6749("3.1")),
    GlossaryEntry(
      "authorization code",
      "A short-lived value, received through the browser, that the client exchanges for tokens. "
        + "By itself it gives access to nothing. On the wire: code.", .rfc6749("1.3.1")),
    GlossaryEntry(
      "fragment", "The part of a URL after the #. A browser does not send it to a web server.",
      .rfc3986("3.5")),
    GlossaryEntry(
      "rotation",
      "Each refresh issues a new refresh token and invalidates the old one. Reuse of the old one "
        + "reveals a theft.",
      .rfc9700("4.14.2")),
    GlossaryEntry(
      "introspection", "Asking the server what a token represents.", .rfc7662("2")),
    GlossaryEntry(
      "grant", "What the client exchanges for tokens, such as an authorization code.",
      .rfc6749("1.3")),
    GlossaryEntry(
      "Basic", "A scheme that sends a name and a password in a header field.", .rfc7617("2")),
    GlossaryEntry(
      "Bearer", "A token that works for any party that has it, like cash.", .rfc6750("1.2")),
    GlossaryEntry(
      "consent", "The user's decision about the requested access.", .rfc6749("1.3.1")),
    GlossaryEntry(
      "CSRF",
      "Cross-site request forgery: another site makes the browser send a request, such as a "
        + "redirect with the attacker's code.", .rfc6749("10.12")),
    GlossaryEntry(
      "OpenID Connect",
      "A sign-in layer on OAuth. OAuth alone does not tell the client who the user is.",
      .openIDConnect("1")),
    GlossaryEntry(
      "DPoP",
      "Binds a token to the client's key, so a stolen token is useless without it. The workbench "
        + "does not support it.", .rfc9449("5")),
    GlossaryEntry(
      "redirect",
      "The URL to which the server sends the browser. It contains the authorization "
        + "response.",
      .rfc6749("1.7")),
  ]
}
