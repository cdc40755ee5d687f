extension Glossary {
  static let authorizationRequest: [GlossaryEntry] = [
    GlossaryEntry(
      "response_type",
      "What the app wants to get back through the browser: code, or token in the implicit flow.",
      .rfc6749("3.1.1")),
    GlossaryEntry(
      "client_id", "Tells the server which app asks, and so whose name the consent page shows.",
      .rfc6749("2.2")),
    GlossaryEntry(
      "redirect_uri",
      "Where the server shall send the browser back. It must equal a registered one, character by "
        + "character.", .rfc6749("3.1.2")),
    GlossaryEntry(
      "scope",
      "The data that the app asks for, names separated by spaces. The user may grant less.",
      .rfc6749("3.3")),
    GlossaryEntry(
      "state",
      "An unguessable value, new each time, which comes back with the redirect. The app then knows that "
        + "the redirect answers its own request, and was not planted by somebody else. A client that has made "
        + "sure that the server supports PKCE may rely on that instead (RFC 9700 §2.1).",
      .rfc6749("10.12")),
    GlossaryEntry(
      "code_challenge",
      "The fingerprint of the code verifier. The server keeps it with the code and checks the "
        + "verifier against it in step 4.", .rfc7636("4.3")),
    GlossaryEntry(
      "code_challenge_method",
      "Must be named: a server that finds no method takes the challenge for the verifier itself "
        + "(plain).", .rfc7636("4.3")),
    GlossaryEntry(
      "expires_in",
      "Implicit flow: the lifetime that the app proposes. No specification has it, so a server may ignore it.",
      .rfc6749("3.1")),
    GlossaryEntry(
      "prompt",
      "Which pages to show even where they could be skipped: consent, sign-in. none: show none, and answer "
        + "with an error if one were needed.",
      .openIDConnect("3.1.2.1")),
  ]
}
