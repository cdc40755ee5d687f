extension Glossary {
  /// Who sees the user's data; the authorization server is not asked for it.
  static let api = "the app and the API only"

  static let tokenUseRequest: [GlossaryEntry] = [
    GlossaryEntry(
      "token", "The token that the request is about.", .rfc7009("2.1"), secret: true),
    GlossaryEntry(
      "client_id", "Which app is calling, for an app without a secret.", .rfc6749("2.2")),
  ]

  static let tokenUseResponse: [GlossaryEntry] = [
    GlossaryEntry(
      "active", "Whether the token works now. If not, nothing else is said.", .rfc7662("2.2")),
    GlossaryEntry("scope", "What the token covers.", .rfc7662("2.2")),
    GlossaryEntry("client_id", "The app that the token was issued to.", .rfc7662("2.2")),
    GlossaryEntry("token_type", "What kind of token it is.", .rfc7662("2.2")),
    GlossaryEntry("exp", "When it ends, in seconds since 1970-01-01 UTC.", .rfc7662("2.2")),
    GlossaryEntry("iat", "When it was issued, in seconds since 1970-01-01 UTC.", .rfc7662("2.2")),
  ]
}
