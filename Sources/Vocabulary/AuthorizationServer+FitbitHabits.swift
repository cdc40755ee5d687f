extension ServerHabits {
  /// Texts that apply to Fitbit's server only.
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
            "user_id", "Fitbit's identifier of the user; not part of OAuth.",
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
        "Something in front of the token endpoint responded. Fitbit's old URLs have sometimes "
          + "done so since April 2026. It says nothing about the code or the "
          + "token.", .rfc6749("5.2")),
      .gone: SourcedText(
        "Fitbit announced that it would shut down its Web API and OAuth endpoints on November 2, "
          + "2026, and then return this status. Retrying does not help.", .rfc9110("15.5.11")),
      .rateLimited: SourcedText(
        "Fitbit allows 150 calls per hour for each user and client. The count resets at about the "
          + "full hour.", .fitbitReference("Application Design")),
    ], revokesAllTokensAtOnce: true, profileScope: "profile")

  private static let fitbitWords: [Topic: String] = [
    .stateAndRedirectURI:
      "Fitbit's guide requires neither state nor redirect_uri: send both.",
    .missingChallenge:
      "Fitbit lets only a server application omit it. Then only the client secret decides who can "
      + "exchange the code.",
    .redirectFragment:
      "Fitbit appends #_=_ to the redirect. Ignore it: the parameters are in the query, before "
      + "the #.",
    .ownToken: "At Fitbit the token is for partners' business data, not for a user's data.",
    .formInBody: "Fitbit's guide calls these query parameters. They belong in the body",
    .savingTokens:
      "Store both tokens before you use them: at Fitbit a refresh token works once.",
    .refreshing:
      "At Fitbit a refresh token works once: save the new one before you do anything else.",
    .refreshed:
      "A new access token and, at Fitbit, a new refresh token. The old refresh token is now "
      + "invalid.",
    .revoking: "At Fitbit this revokes all of the user's tokens for this client.",
    .introspecting: "Fitbit requires an access token in the Authorization header field.",
  ]

  private static let fitbitInsideTheClient = [
    GlossaryEntry(
      "prompt", "Pages to show even if they are not needed.", .fitbitReference("Authorize")),
    GlossaryEntry(
      "requested_lifetime", "The requested lifetime of the token in seconds.",
      .fitbitReference("Authorize")),
    GlossaryEntry(
      "scope_not_granted",
      "Requested in step 2 but not granted: the user can deny any scope. The client must work "
        + "without it.", .fitbitGuide(step: 2)),
  ]

  private static let fitbitAuthorizationRequest = [
    GlossaryEntry(
      "expires_in",
      "Implicit flow: the proposed lifetime, one of Fitbit's four. The user can choose another.",
      .fitbitReference("Authorize")),
    GlossaryEntry(
      "prompt",
      "Pages to show even if not needed: consent, sign-in. Fitbit calls none the default.",
      .fitbitReference("Authorize")),
  ]

  private static let fitbitAuthorizationResponse = [
    GlossaryEntry(
      "code",
      "The authorization code, valid for 10 minutes, for one exchange by this client "
        + "with this redirect URI.", .rfc6749("4.1.2"), secret: true),
    GlossaryEntry(
      "#fragment",
      "Fitbit appends _=_. A browser does not send it to a web server. Fitbit's guide says that "
        + "the code ends at the #. That is true only if no state follows.", .rfc3986("3.5"),
      seenBy: "the authorization server and the browser"),
  ]

  private static let fitbitTokenRequest = [
    GlossaryEntry(
      "client_id",
      "Identifies the client. Codes and refresh tokens work only for the client they were issued "
        + "to. Fitbit's guide requires it from every application type.", .rfc6749("4.1.3")),
    GlossaryEntry(
      "refresh_token",
      "Exchanged for new tokens. Fitbit accepts it once: the response contains the next one.",
      .rfc6749("6"), secret: true),
  ]

  private static let fitbitTokenResponse = [
    GlossaryEntry(
      "refresh_token",
      "Gets new tokens when the access token expires. Fitbit accepts it once: save the new tokens "
        + "before you use them.", .rfc6749("1.5"), secret: true),
    GlossaryEntry(
      "user_id", "Fitbit's identifier of the user; not part of OAuth.", .fitbitGuide(step: 5)),
  ]

  private static let fitbitErrors = [
    ("errors", "Fitbit's list of errors, instead of the RFC's error member."),
    ("errors[].errorType", "The kind of error, usually a code from the RFC."),
    ("errors[].message", "The error in words, for developers."),
    ("errors[].fieldName", "The field that the error is about; n/a for none."),
    ("success", "Always false in an error. The HTTP status also shows the error."),
  ].map { GlossaryEntry($0.0, $0.1, .fitbitReference("Error Messages")) }

  private static let fitbitIntrospection = [
    GlossaryEntry(
      "scope", "The scopes of the token. Fitbit writes them in braces, with READ or READ_WRITE.",
      .rfc7662("2.2")),
    GlossaryEntry(
      "user_id", "The user who authorized it; not part of OAuth.",
      .fitbitReference("Introspect Token")),
    GlossaryEntry(
      "token_type", "The type of the token; Fitbit says access_token, not Bearer.",
      .rfc7662("2.2")),
    GlossaryEntry(
      "exp", "When it expires, in milliseconds since 1970-01-01 UTC; in the RFC, in seconds.",
      .rfc7662("2.2")),
    GlossaryEntry(
      "iat", "When it was issued, in milliseconds since 1970-01-01 UTC; in the RFC, in seconds.",
      .rfc7662("2.2")),
  ]

  private static let fitbitRateLimit = [
    ("Limit", "Calls per hour allowed to this client for one user."),
    ("Remaining", "Calls left in this hour; approximate."),
    ("Reset", "Seconds until the count resets."),
  ].map {
    GlossaryEntry("Fitbit-Rate-Limit-\($0.0)", $0.1, .fitbitReference("Application Design"))
  }

  /// The members of the user's data, which comes from the API.
  private static let fitbitData = [
    ("user.age", "The user's age in years.", "Get Profile"),
    ("user.avatar", "The URL of the user's picture, 100 pixels wide.", "Get Profile"),
    ("user.avatar150", "The URL of the user's picture, 150 pixels wide.", "Get Profile"),
    ("user.dateOfBirth", "The user's date of birth.", "Get Profile"),
    ("user.displayName", "The user's display name.", "Get Profile"),
    ("user.firstName", "The user's first name.", "Get Profile"),
    ("user.fullName", "The user's full name.", "Get Profile"),
    ("user.gender", "The user's gender; NA if not given.", "Get Profile"),
    ("user.lastName", "The user's last name.", "Get Profile"),
    ("user.locale", "The user's language and country.", "Get Profile"),
    ("user.encodedId", "The user's identifier.", "Get Profile"),
    ("user.memberSince", "When the account was created.", "Get Profile"),
    ("user.timezone", "The user's time zone.", "Get Profile"),
    ("activities-steps[].dateTime", "The day of the steps.", "Get Activity Time Series by Date"),
    (
      "activities-steps[].value", "The number of steps, as a string.",
      "Get Activity Time Series by Date"
    ),
    ("sleep", "The day's sleep logs.", "Get Sleep Log by Date"),
    ("summary.totalMinutesAsleep", "The minutes that the user slept.", "Get Sleep Log by Date"),
    ("summary.totalSleepRecords", "The number of sleep logs.", "Get Sleep Log by Date"),
    ("summary.totalTimeInBed", "The minutes that the user was in bed.", "Get Sleep Log by Date"),
  ].map { GlossaryEntry($0.0, $0.1, .fitbitReference($0.2), seenBy: Glossary.api) }
}
