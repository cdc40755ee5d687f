extension ServerHabits {
  /// What is said of Fitbit's server only.
  static let fitbit = ServerHabits(
    of: "Fitbit",
    glossary: GlossaryLayer([
      (.insideTheClient, fitbitInsideTheClient),
      (.authorizationRequest, fitbitAuthorizationRequest),
      (.authorizationResponse, fitbitAuthorizationResponse),
      (
        .implicitResponse,
        [
          GlossaryEntry(
            "user_id", "Fitbit's identifier of the user who consented; not part of OAuth.",
            .fitbitGuide("Implicit Grant Flow"))
        ]
      ),
      (.tokenRequest, fitbitTokenRequest),
      (.tokenResponse, fitbitTokenResponse + fitbitErrors + googleErrors),
      (.tokenUseResponse, fitbitIntrospection + fitbitData + fitbitErrors),
      (.responseField, fitbitRateLimit),
    ]),
    words: fitbitWords,
    failures: [
      .notTokenEndpoint: SourcedText(
        "Something in front of the token endpoint answered. Fitbit's old addresses have been seen to do so "
          + "since April 2026. It says nothing about the code or the token.", .rfc6749("5.2")),
      .gone: SourcedText(
        "Fitbit announced that its Web API and OAuth endpoints would be off from 2 November 2026 "
          + "and then answer like this. Trying again does not help.", .rfc9110("15.5.11")),
      .rateLimited: SourcedText(
        "Fitbit allows 150 calls an hour for each user and client. A client that goes on trying "
          + "only makes the block last longer.", .fitbitReference("Application Design")),
    ], endsAllTokensAtOnce: true, profileScope: "profile")

  private static let fitbitWords: [Topic: String] = [
    .stateAndRedirectURI:
      "Fitbit's guide requires neither state nor redirect_uri: send both.",
    .missingChallenge:
      "Fitbit lets only a server application leave it out, and then the client secret alone decides who may "
      + "exchange the code.",
    .redirectFragment:
      "Fitbit appends #_=_ to the redirect. Ignore it, and read the query as parameters.",
    .ownToken: "At Fitbit the token is for partners' business data, not for a user's data.",
    .formInBody: "Fitbit's guide calls these query parameters. They belong in the body",
    .savingTokens:
      "Store both tokens before you use them: at Fitbit a refresh token works once.",
    .refreshing:
      "At Fitbit a refresh token works once, so the new one must be saved before anything else happens.",
    .refreshed: "A new access token and, at Fitbit, a new refresh token. The old one is dead.",
    .revoking: "At Fitbit one token ends all that the user gave the app.",
    .introspecting: "Fitbit wants an access token in the header of this request, too.",
  ]

  private static let fitbitInsideTheClient = [
    GlossaryEntry(
      "prompt", "Pages to show even if they are not needed.", .fitbitReference("Authorize")),
    GlossaryEntry(
      "requested_lifetime", "How many seconds the app would like its token to live.",
      .fitbitReference("Authorize")),
    GlossaryEntry(
      "scope_not_granted",
      "Asked for in step 2 but not granted: the user may untick any scope, and the app must work "
        + "without it.", .fitbitGuide(step: 2)),
  ]

  private static let fitbitAuthorizationRequest = [
    GlossaryEntry(
      "expires_in",
      "Implicit flow: the lifetime that the app proposes, one of four at Fitbit. The user may choose another.",
      .fitbitReference("Authorize")),
    GlossaryEntry(
      "prompt",
      "Which pages to show even where they could be skipped: consent, sign-in. none: show none, and answer "
        + "with an error if one were needed.",
      .fitbitReference("Authorize")),
  ]

  private static let fitbitAuthorizationResponse = [
    GlossaryEntry(
      "code",
      "The authorization code. It is valid for 10 minutes at Fitbit, for one exchange, for this "
        + "client and redirect URI.", .rfc6749("4.1.2"), secret: true),
    GlossaryEntry(
      "#fragment",
      "The fragment. Fitbit appends _=_ here, and a browser never sends it to a web server. Fitbit's guide says "
        + "that the code ends there, which holds only if no state follows.", .rfc3986("3.5"),
      seenBy: "the authorization server and the browser"),
  ]

  private static let fitbitTokenRequest = [
    GlossaryEntry(
      "client_id",
      "Which app is calling: codes and tokens work for the client that they were issued to. Fitbit's guide "
        + "wants it from every application type.", .rfc6749("4.1.3")),
    GlossaryEntry(
      "refresh_token",
      "Exchanged for a new pair. At Fitbit it works once: the answer brings the next one.",
      .rfc6749("6"), secret: true),
  ]

  private static let fitbitTokenResponse = [
    GlossaryEntry(
      "refresh_token",
      "Gets the next pair when the access token has expired. At Fitbit it works once: save the new "
        + "pair before using it.", .rfc6749("1.5"), secret: true),
    GlossaryEntry(
      "user_id", "Fitbit's identifier of the user who consented; not part of OAuth.",
      .fitbitGuide(step: 5)),
  ]

  private static let fitbitErrors = [
    ("errors", "Fitbit's list of what is wrong, instead of the RFC's error member."),
    ("errors[].errorType", "The kind of error, mostly one of the RFC's words."),
    ("errors[].message", "The error in words, for a developer."),
    ("errors[].fieldName", "The field that the error is about; n/a where there is none."),
    ("success", "Always false in an error; the HTTP status says it too."),
  ].map { GlossaryEntry($0.0, $0.1, .fitbitReference("Error Messages")) }

  private static let fitbitIntrospection = [
    GlossaryEntry(
      "scope", "What the token covers. Fitbit writes it in braces, with READ or READ_WRITE.",
      .rfc7662("2.2")),
    GlossaryEntry(
      "user_id", "The user who gave it; not part of OAuth.", .fitbitReference("Introspect Token")),
    GlossaryEntry(
      "token_type", "What kind of token it is; Fitbit says access_token here, not Bearer.",
      .rfc7662("2.2")),
    GlossaryEntry(
      "exp", "When it ends. Fitbit counts milliseconds here, the RFC seconds.", .rfc7662("2.2")),
    GlossaryEntry(
      "iat", "When it was issued; milliseconds at Fitbit, seconds in the RFC.", .rfc7662("2.2")),
  ]

  private static let fitbitRateLimit = [
    ("Limit", "How many calls an hour are allowed to this client for one user."),
    ("Remaining", "How many are left in this hour; approximate."),
    ("Reset", "In how many seconds the count starts anew."),
  ].map {
    GlossaryEntry("Fitbit-Rate-Limit-\($0.0)", $0.1, .fitbitReference("Application Design"))
  }

  /// The user's data, for which the authorization server is not asked.
  private static let fitbitData = [
    ("user.age", "The user's age in years.", "Get Profile"),
    ("user.avatar", "The address of the user's picture, 100 pixels wide.", "Get Profile"),
    ("user.avatar150", "The address of the same picture, 150 pixels wide.", "Get Profile"),
    ("user.dateOfBirth", "When the user was born.", "Get Profile"),
    ("user.displayName", "The user's name, from the profile.", "Get Profile"),
    ("user.firstName", "The user's first name.", "Get Profile"),
    ("user.fullName", "The user's name in full.", "Get Profile"),
    ("user.gender", "What the user gave as their gender; NA for nothing.", "Get Profile"),
    ("user.lastName", "The user's last name.", "Get Profile"),
    ("user.locale", "The language and country that the user chose.", "Get Profile"),
    ("user.encodedId", "The user's identifier, from the profile.", "Get Profile"),
    ("user.memberSince", "Since when the user has an account.", "Get Profile"),
    ("user.timezone", "The user's time zone.", "Get Profile"),
    (
      "activities-steps[].dateTime", "The day that the steps are of.",
      "Get Activity Time Series by Date"
    ),
    (
      "activities-steps[].value", "How many steps; a string, not a number.",
      "Get Activity Time Series by Date"
    ),
    ("sleep", "The sleep logs of the day.", "Get Sleep Log by Date"),
    ("summary.totalMinutesAsleep", "How many minutes the user slept.", "Get Sleep Log by Date"),
    ("summary.totalSleepRecords", "How many sleep logs there are.", "Get Sleep Log by Date"),
    ("summary.totalTimeInBed", "How many minutes the user was in bed.", "Get Sleep Log by Date"),
  ].map { GlossaryEntry($0.0, $0.1, .fitbitReference($0.2), seenBy: Glossary.api) }
}
