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
    GlossaryEntry(
      "scope", "What the token covers. Fitbit writes it in braces, with READ or READ_WRITE.",
      .rfc7662("2.2")),
    GlossaryEntry("client_id", "The app that the token was issued to.", .rfc7662("2.2")),
    GlossaryEntry(
      "user_id", "The user who gave it; not part of OAuth.", .fitbitReference("Introspect Token")),
    GlossaryEntry(
      "token_type", "What kind of token it is; Fitbit says access_token here, not Bearer.",
      .rfc7662("2.2")),
    GlossaryEntry(
      "exp", "When it ends. Fitbit counts milliseconds here, the RFC seconds.", .rfc7662("2.2")),
    GlossaryEntry(
      "iat", "When it was issued; milliseconds at Fitbit, seconds in the RFC.", .rfc7662("2.2")),
    GlossaryEntry(
      "user.displayName", "The user's name, from the profile.", .fitbitReference("Get Profile"),
      seenBy: api),
    GlossaryEntry(
      "user.encodedId", "The user's identifier, from the profile.",
      .fitbitReference("Get Profile"), seenBy: api),
    GlossaryEntry(
      "user.memberSince", "Since when the user has an account.", .fitbitReference("Get Profile"),
      seenBy: api),
    GlossaryEntry(
      "user.timezone", "The user's time zone.", .fitbitReference("Get Profile"), seenBy: api),
    GlossaryEntry(
      "activities-steps[].dateTime", "The day that the steps are of.",
      .fitbitReference("Get Activity Time Series by Date"), seenBy: api),
    GlossaryEntry(
      "activities-steps[].value", "How many steps; a string, not a number.",
      .fitbitReference("Get Activity Time Series by Date"), seenBy: api),
    GlossaryEntry(
      "sleep", "The sleep logs of the day.", .fitbitReference("Get Sleep Log by Date"), seenBy: api),
    GlossaryEntry(
      "summary.totalMinutesAsleep", "How many minutes the user slept.",
      .fitbitReference("Get Sleep Log by Date"), seenBy: api),
    GlossaryEntry(
      "summary.totalSleepRecords", "How many sleep logs there are.",
      .fitbitReference("Get Sleep Log by Date"), seenBy: api),
    GlossaryEntry(
      "summary.totalTimeInBed", "How many minutes the user was in bed.",
      .fitbitReference("Get Sleep Log by Date"), seenBy: api),
    GlossaryEntry(
      "errors[].errorType", "The kind of error, mostly one of the RFC's words.",
      .fitbitReference("Error Messages")),
    GlossaryEntry(
      "errors[].message", "The error in words, for a developer.",
      .fitbitReference("Error Messages")),
    GlossaryEntry(
      "success", "Always false in an error; the HTTP status says it too.",
      .fitbitReference("Error Messages")),
  ]
}
