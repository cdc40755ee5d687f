extension Glossary {
  /// The parties that see the user's data; the authorization server is not one of them.
  static let api = "the client and API"

  static let tokenUseRequest: [GlossaryEntry] = [
    GlossaryEntry(
      "token", "The token that the client asks about.", .rfc7662("2.1"), secret: true,
      of: "introspection-request"),
    GlossaryEntry(
      "token", "The access token or refresh token to revoke.", .rfc7009("2.1"),
      secret: true, of: "revocation-request"),
    GlossaryEntry("client_id", "Identifies a client without a secret.", .rfc6749("2.2")),
    GlossaryEntry("client_secret", secretInBody, .rfc6749("2.3.1"), secret: true),
  ]

  static let tokenUseResponse: [GlossaryEntry] =
    [
      GlossaryEntry(
        "active", "Whether the token works now. If not, the response says nothing else.",
        .rfc7662("2.2")),
      GlossaryEntry("scope", "The scopes of the token.", .rfc7662("2.2")),
      GlossaryEntry(
        "scope", "The scope that the request needs, if the API rejects the token.",
        .rfc6750("3"), seenBy: api, of: "resource-response"),
      GlossaryEntry("client_id", "The client that the token was issued to.", .rfc7662("2.2")),
      GlossaryEntry("token_type", "The type of the token.", .rfc7662("2.2")),
      GlossaryEntry(
        "exp",
        "When the token expires, in seconds since 1970-01-01 UTC.", .rfc7662("2.2")),
      GlossaryEntry(
        "iat",
        "When the token was issued, in seconds since 1970-01-01 UTC.", .rfc7662("2.2")),
      GlossaryEntry(
        "nbf", "When the token becomes valid, in seconds since 1970-01-01 UTC.", .rfc7662("2.2")),
      GlossaryEntry(
        "username", "The name of the user who authorized the token.", .rfc7662("2.2")),
      GlossaryEntry("sub", "The identifier of the user who authorized the token.", .rfc7662("2.2")),
      GlossaryEntry("aud", "The API that the token is for.", .rfc7662("2.2")),
      GlossaryEntry("iss", "The server that issued the token.", .rfc7662("2.2")),
      GlossaryEntry("jti", "The token's identifier.", .rfc7662("2.2")),
    ] + rejections("resource-response", .rfc6750("3"), seenBy: api)
    + rejections("introspection-response", .rfc7662("2.3"))
    + rejections("revocation-response", .rfc7009("2.2.1"))

  /// The members of an error response, as RFC 6749 §5.2 defines them.
  private static func rejections(
    _ message: String, _ reference: Reference, seenBy parties: String? = nil
  ) -> [GlossaryEntry] {
    [
      ("error", "Why the request was rejected, in one word."),
      ("error_description", "The same for developers to read."),
      ("error_uri", "A page about the error."),
    ].map { GlossaryEntry($0.0, $0.1, reference, seenBy: parties, of: message) }
  }
}
