/// Names of OpenID Connect, a sign-in layer on OAuth.
///
/// A server that offers both also sends them to clients that use only OAuth.
extension Glossary {
  private static func entries(
    _ reference: Reference, of message: String? = nil, _ rows: [(name: String, meaning: String)]
  ) -> [GlossaryEntry] {
    rows.map { GlossaryEntry($0.name, $0.meaning, reference, of: message) }
  }

  static let openIDRequest =
    entries(
      .openIDConnect("3.1.2.1"),
      [
        ("nonce", "An unguessable value, returned in the ID token, that ties it to this request."),
        ("display", "How to show the server's pages: page, popup, touch, or wap."),
        ("max_age", "The maximum age of the user's sign-in, in seconds."),
        ("ui_locales", "The languages for the server's pages, in order of preference."),
        ("login_hint", "The expected user, such as an email address."),
        ("acr_values", "The requested levels of authentication, in order of preference."),
      ]) + [
      GlossaryEntry(
        "id_token_hint", "An earlier ID token of the expected user.",
        .openIDConnect("3.1.2.1"), secret: true),
      GlossaryEntry(
        "response_mode", "The part of the redirect for the response: query or fragment.",
        .multipleResponseTypes("2.1")),
      GlossaryEntry("claims", "The requested facts about the user.", .openIDConnect("5.5")),
      GlossaryEntry(
        "claims_locales", "The languages for facts about the user.", .openIDConnect("5.2")),
      GlossaryEntry(
        "request", "The parameters of the request, in a JWT.", .openIDConnect("6.1")),
      GlossaryEntry(
        "request_uri", "The URL of the request's parameters, or the name of a pushed request.",
        .openIDConnect("6.2")),
      GlossaryEntry(
        "registration", "Data of an unregistered client.", .openIDConnect("7.2.1")),
    ]

  /// The parameters that a server with OpenID Connect adds to a redirect.
  static let openIDResponse = [
    GlossaryEntry(
      "session_state",
      "The user's sign-in state at the server. A page sends it to ask whether that sign-in state "
        + "changed.",
      .openIDSessions("2"))
  ]

  /// The member that such a server adds to the tokens.
  static let openIDTokens = [
    GlossaryEntry(
      "id_token",
      "A JWT that tells the client, not an API, who signed in. Validate it before you rely on it.",
      .openIDConnect("3.1.3.3"), secret: true)
  ]

  /// The claims about a user that the UserInfo endpoint returns.
  static let openIDClaims = entries(
    .openIDConnect("5.1"), of: "resource-response",
    [
      ("sub", "The user's identifier at this server, unique and never reassigned."),
      ("name", "The user's full name."), ("given_name", "The user's given name."),
      ("family_name", "The user's family name."), ("middle_name", "The user's middle name."),
      ("nickname", "The user's nickname."),
      ("preferred_username", "The username that the user prefers; not always unique."),
      ("profile", "The URL of the user's profile page."),
      ("picture", "The URL of a picture of the user."),
      ("website", "The URL of the user's website."), ("email", "The user's email address."),
      ("email_verified", "Whether the server verified the email address."),
      ("gender", "The user's gender."), ("birthdate", "The user's birthday: YYYY-MM-DD or YYYY."),
      ("zoneinfo", "The user's time zone."), ("locale", "The user's language and region."),
      ("phone_number", "The user's phone number."),
      ("phone_number_verified", "Whether the server verified the phone number."),
      ("updated_at", "When the data last changed, in seconds since 1970-01-01 UTC."),
    ])

  /// The metadata that OpenID Connect adds.
  static let openIDMetadata = entries(
    .openIDDiscovery("3"),
    [
      (
        "userinfo_endpoint",
        "Returns claims about the user; requires the scope openid. Also a way to test a token."
      ),
      ("subject_types_supported", "Whether a user's identifier is the same for all clients."),
      ("id_token_signing_alg_values_supported", "The signature algorithms for ID tokens."),
      ("claims_supported", "Facts about a user that the server may return."),
      ("acr_values_supported", "The supported levels of authentication."),
    ])
}
