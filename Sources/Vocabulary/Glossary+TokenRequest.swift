extension Glossary {
  static let tokenRequest: [GlossaryEntry] = [
    GlossaryEntry(
      "grant_type",
      "The grant to exchange: authorization_code or refresh_token. client_credentials needs only "
        + "the client's authentication.", .rfc6749("1.3")),
    GlossaryEntry(
      "grant_type", "The grant to exchange: the refresh token.", .rfc6749("6"),
      of: "refresh-request"),
    GlossaryEntry(
      "client_id",
      "Identifies the client. A refresh token works only for the client it was issued to.",
      .rfc6749("6"), of: "refresh-request"),
    GlossaryEntry(
      "client_id",
      "Identifies the client. Codes and refresh tokens work only for the client they were issued "
        + "to.",
      .rfc6749("4.1.3")),
    GlossaryEntry("client_secret", secretInBody, .rfc6749("2.3.1"), secret: true),
    GlossaryEntry("code", "The code from step 3. It works once.", .rfc6749("4.1.3"), secret: true),
    GlossaryEntry(
      "code_verifier",
      "The secret from step 1, sent for the first time, in the body, not in a URL. The server "
        + "hashes it and compares the result with the challenge.", .rfc7636("4.5"),
      secret: true),
    GlossaryEntry(
      "refresh_token",
      "Exchanged for a new access token. If the response contains a new refresh token, discard "
        + "this one.", .rfc6749("6"), secret: true),
    GlossaryEntry(
      "redirect_uri",
      "The same value as in step 2. The server checks that the code was issued for this redirect "
        + "URI.", .rfc6749("4.1.3")),
  ]

  /// The meaning of `client_secret` in a form.
  static let secretInBody =
    "The client's password, sent in the body. RFC 6749 prefers HTTP Basic authentication; the "
    + "OAuth 2.1 draft prefers the body."
}
