extension Glossary {
  /// Who sees the user's data; the authorization server is not asked for it.
  static let api = "the app and the API only"

  static let tokenUseRequest: [GlossaryEntry] = [
    GlossaryEntry(
      "token", "The token that the server is asked about.", .rfc7662("2.1"), secret: true,
      of: "introspection-request"),
    GlossaryEntry(
      "token", "The token to end, an access token or a refresh token.", .rfc7009("2.1"),
      secret: true, of: "revocation-request"),
    GlossaryEntry(
      "client_id", "Which app is calling, for an app without a secret.", .rfc6749("2.2")),
    GlossaryEntry(
      "client_secret",
      "The client's password, in the body because this server wants it there. RFC 6749 prefers the Basic "
        + "header, the draft of OAuth 2.1 the body.", .rfc6749("2.3.1"), secret: true),
  ]

  static let tokenUseResponse: [GlossaryEntry] =
    [
      GlossaryEntry(
        "active", "Whether the token works now. If not, nothing else is said.", .rfc7662("2.2")),
      GlossaryEntry("scope", "What the token covers.", .rfc7662("2.2")),
      GlossaryEntry(
        "scope", "In a refusal: the scope that the request needs.", .rfc6750("3"),
        of: "resource-response"),
      GlossaryEntry("client_id", "The app that the token was issued to.", .rfc7662("2.2")),
      GlossaryEntry("token_type", "What kind of token it is.", .rfc7662("2.2")),
      GlossaryEntry("exp", "When it ends, in seconds since 1970-01-01 UTC.", .rfc7662("2.2")),
      GlossaryEntry("iat", "When it was issued, in seconds since 1970-01-01 UTC.", .rfc7662("2.2")),
      GlossaryEntry(
        "nbf", "Before when it does not work, in seconds since 1970-01-01 UTC.", .rfc7662("2.2")),
      GlossaryEntry(
        "username", "The user who gave it, in a form for people to read.", .rfc7662("2.2")),
      GlossaryEntry("sub", "The user who gave it, by an identifier.", .rfc7662("2.2")),
      GlossaryEntry("aud", "The API that it is meant for.", .rfc7662("2.2")),
      GlossaryEntry("iss", "The server that issued it.", .rfc7662("2.2")),
      GlossaryEntry("jti", "The token's own identifier.", .rfc7662("2.2")),
    ] + rejections("resource-response", .rfc6750("3"))
    + rejections("introspection-response", .rfc7662("2.3"))
    + rejections("revocation-response", .rfc7009("2.2.1"))

  /// The members of a refusal, as RFC 6749 §5.2 has them.
  private static func rejections(_ message: String, _ reference: Reference) -> [GlossaryEntry] {
    [
      GlossaryEntry(
        "error", "Why the request was refused, in one word.", reference, of: message),
      GlossaryEntry(
        "error_description", "The same for a developer to read.", reference, of: message),
      GlossaryEntry("error_uri", "A page about the error.", reference, of: message),
    ]
  }
}
