extension Glossary {
  static let words: [GlossaryEntry] = [
    GlossaryEntry(
      "authorization server",
      "The server that knows the user, asks for consent and issues tokens.",
      .rfc6749("1.1")),
    GlossaryEntry(
      "user",
      "The person whose data it is, and who decides. The specification says resource owner.",
      .rfc6749("1.1")),
    GlossaryEntry(
      "API",
      "The server that has the data and takes the token. The specification says resource server.",
      .rfc6749("1.1")),
    GlossaryEntry(
      "client", "The app that asks for access to the user's data.", .rfc6749("1.1")),
    GlossaryEntry(
      "confidential client", "A client that can keep a secret, such as a web server.",
      .rfc6749("2.1")),
    GlossaryEntry(
      "public client",
      "A client that cannot keep a secret, such as an app on a phone or a page in a browser.",
      .rfc6749("2.1")),
    GlossaryEntry(
      "front channel",
      "The way through the user's browser. What passes there in an address can be seen, kept and forged. "
        + "RFC 6749 speaks of redirections.", .rfc6749("1.7")),
    GlossaryEntry(
      "back channel",
      "The direct way from the app to the server, in no address of a browser: to the token endpoint, for one.",
      .rfc6749("3.2")),
    GlossaryEntry(
      "PKCE",
      "Proof Key for Code Exchange, said as one word, pixy: a stolen code is worthless without the "
        + "verifier.", .rfc7636("1")),
    GlossaryEntry(
      "consent page", "The server's page on which the user allows or denies, scope by scope.",
      .rfc6749("3.1")),
    GlossaryEntry(
      "authorization code",
      "A short-lived value that comes through the browser and opens nothing by itself; the app "
        + "exchanges it for tokens. On the wire its name is code.", .rfc6749("1.3.1")),
    GlossaryEntry(
      "fragment", "What follows the # in an address. A browser does not send it to a web server.",
      .rfc3986("3.5")),
    GlossaryEntry(
      "rotation",
      "Each refresh brings a new refresh token and ends the old one, so that a stolen one is noticed.",
      .rfc9700("4.14.2")),
    GlossaryEntry(
      "introspection", "Asking the server what a token stands for.", .rfc7662("2")),
    GlossaryEntry(
      "grant", "What the app exchanges for tokens: the authorization code, for one.",
      .rfc6749("1.3")),
    GlossaryEntry(
      "Basic", "A way to send a name and a password in a header field.", .rfc7617("2")),
    GlossaryEntry(
      "Bearer", "A token that works for whoever holds it, like cash.", .rfc6750("1.2")),
    GlossaryEntry(
      "consent", "The user's decision what the app may have.", .rfc6749("1.3.1")),
    GlossaryEntry(
      "CSRF",
      "Cross-site request forgery: somebody else's page makes the browser send a request, such as a redirect "
        + "with an attacker's code.", .rfc6749("10.12")),
    GlossaryEntry(
      "OpenID Connect",
      "A layer on top of OAuth for signing users in. OAuth by itself does not say who the user is.",
      .openIDConnect("1")),
    GlossaryEntry(
      "DPoP",
      "Binds a token to a key of the client: whoever steals the token still lacks the key. The workbench does "
        + "not speak it.", .rfc9449("5")),
    GlossaryEntry(
      "redirect", "Sending the browser on to another address, with an answer in it.",
      .rfc6749("1.7")),
  ]
}
