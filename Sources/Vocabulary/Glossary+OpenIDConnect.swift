/// The names of OpenID Connect, which puts a sign-in on top of OAuth: a server that offers both sends them
/// to a client that wants only the one.
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
        (
          "nonce",
          "An unguessable value that comes back inside the ID token, which so belongs to this request."
        ),
        ("display", "How the server shall show its pages: page, popup, touch or wap."),
        ("max_age", "How many seconds ago the user may have signed in at most."),
        ("ui_locales", "The languages for the server's pages, the preferred one first."),
        ("login_hint", "Whom the server may expect: a mail address, for instance."),
        ("acr_values", "How thoroughly the user shall be authenticated, the preferred way first."),
      ]) + [
      GlossaryEntry(
        "id_token_hint", "An earlier ID token: the user who is expected.",
        .openIDConnect("3.1.2.1"), secret: true),
      GlossaryEntry(
        "response_mode", "In which part of the redirect the answer comes: query or fragment.",
        .multipleResponseTypes("2.1")),
      GlossaryEntry(
        "claims", "Which facts about the user are wanted, one by one.", .openIDConnect("5.5")),
      GlossaryEntry(
        "claims_locales", "The languages for facts about the user.", .openIDConnect("5.2")),
      GlossaryEntry(
        "request", "The parameters of the request, in a JWT.", .openIDConnect("6.1")),
      GlossaryEntry(
        "request_uri", "Where the parameters of the request lie; or the name of a pushed request.",
        .openIDConnect("6.2")),
      GlossaryEntry(
        "registration", "Data of a client that is not registered.", .openIDConnect("7.2.1")),
    ]

  /// What a server that also signs users in adds to a redirect.
  static let openIDResponse = [
    GlossaryEntry(
      "session_state",
      "The state of the user's sign-in at the server. A page that asks whether it still holds sends it along.",
      .openIDSessions("2"))
  ]

  /// What such a server adds to the tokens.
  static let openIDTokens = [
    GlossaryEntry(
      "id_token",
      "Tells the app who signed in: a JWT that is meant for the app and for no API. Whoever relies on it has "
        + "to validate it first.", .openIDConnect("3.1.3.3"), secret: true)
  ]

  /// The claims about a user that the UserInfo endpoint answers with.
  static let openIDClaims = entries(
    .openIDConnect("5.1"), of: "resource-response",
    [
      ("sub", "The user's identifier at this server. It never changes, and no other user has it."),
      ("name", "The user's full name."), ("given_name", "The user's given name."),
      ("family_name", "The user's family name."), ("middle_name", "The user's middle name."),
      ("nickname", "What the user is called."),
      (
        "preferred_username", "How the user would like to be called; another user may have it, too."
      ),
      ("profile", "The address of the user's profile page."),
      ("picture", "The address of a picture of the user."),
      ("website", "The address of the user's web site."), ("email", "The user's mail address."),
      ("email_verified", "Whether the server has made sure that the mail address is the user's."),
      ("gender", "The user's gender."), ("birthdate", "The user's birthday: YYYY-MM-DD or YYYY."),
      ("zoneinfo", "The user's time zone."), ("locale", "The user's language and region."),
      ("phone_number", "The user's telephone number."),
      (
        "phone_number_verified",
        "Whether the server has made sure that the telephone number is the user's."
      ),
      ("updated_at", "When the data last changed, in seconds since 1970-01-01 UTC."),
    ])

  /// What a server of OpenID Connect says of itself besides.
  static let openIDMetadata = entries(
    .openIDDiscovery("3"),
    [
      (
        "userinfo_endpoint",
        "Where OpenID Connect tells who the user is; the scope openid opens it. Something to try a token with."
      ),
      ("subject_types_supported", "Whether a user's identifier is the same for all apps."),
      ("id_token_signing_alg_values_supported", "The algorithms that ID tokens are signed with."),
      ("claims_supported", "Facts about a user that the server may tell."),
      ("acr_values_supported", "How thoroughly the server can authenticate a user."),
    ])
}
