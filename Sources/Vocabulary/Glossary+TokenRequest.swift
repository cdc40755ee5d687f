extension Glossary {
  static let tokenRequest: [GlossaryEntry] = [
    GlossaryEntry(
      "grant_type",
      "What the app offers in exchange for tokens: authorization_code or refresh_token; with "
        + "client_credentials nothing but its authentication.",
      .rfc6749("1.3")),
    GlossaryEntry(
      "grant_type", "What the app offers in exchange for a new access token: the refresh token.",
      .rfc6749("6"), of: "refresh-request"),
    GlossaryEntry(
      "client_id",
      "Which app is calling: a refresh token works only for the client that it was issued to.",
      .rfc6749("6"), of: "refresh-request"),
    GlossaryEntry(
      "client_id",
      "Which app is calling: codes and tokens work for the client that they were issued to.",
      .rfc6749("4.1.3")),
    GlossaryEntry(
      "client_secret",
      "The client's password, in the body because this server wants it there. RFC 6749 prefers the Basic "
        + "header, the draft of OAuth 2.1 the body.", .rfc6749("2.3.1"), secret: true),
    GlossaryEntry(
      "code", "The code of step 3. It can be exchanged once.", .rfc6749("4.1.3"), secret: true),
    GlossaryEntry(
      "code_verifier",
      "The secret of step 1, now sent for the first time, in the body and in no address. The server "
        + "hashes it and compares: whoever stole only the code fails here.", .rfc7636("4.5"),
      secret: true),
    GlossaryEntry(
      "refresh_token",
      "Exchanged for a new access token. If the answer brings a new refresh token, discard this one.",
      .rfc6749("6"), secret: true),
    GlossaryEntry(
      "redirect_uri",
      "Once more the value of step 2, exactly: the server checks that the code is redeemed for the "
        + "redirect it was issued to.", .rfc6749("4.1.3")),
  ]
}
