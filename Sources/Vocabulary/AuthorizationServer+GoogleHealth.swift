extension AuthorizationServer {
  /// Google's authorization server with the Google Health API, which follows Fitbit's Web API.
  ///
  /// The addresses are those of Google's guide for moving from Fitbit; the revocation endpoint and the
  /// address of the identity are known from programs that use them.
  public static let googleHealth = AuthorizationServer(
    name: "Google Health",
    authorizationEndpoint: "https://accounts.google.com/o/oauth2/v2/auth",
    tokenEndpoint: "https://oauth2.googleapis.com/token",
    revocationEndpoint: "https://oauth2.googleapis.com/revoke",
    profileEndpoint: "https://health.googleapis.com/v4/users/me/identity",
    scopes: [
      googleScope("activity_and_fitness", "steps, distance, exercises and oxygen uptake"),
      googleScope("ecg", "electrocardiograms"),
      googleScope(
        "health_metrics_and_measurements", "heart rate, blood oxygen, temperature, weight"),
      googleScope("irn", "alerts about irregular heart rhythm"),
      googleScope("location", "places and routes"),
      googleScope("nutrition", "food and water logs"),
      googleScope("profile", "basic account data"),
      googleScope("settings", "account and device settings"),
      googleScope("sleep", "sleep logs"),
    ],
    clientAuthentication: .body,
    authorizationParameters: [
      AuthorizationParameter(
        "access_type", "offline", purpose: "Without it Google gives no refresh token."),
      AuthorizationParameter(
        "prompt", "consent",
        purpose: "Google gives a refresh token on the first consent only, unless it asks again."),
    ],
    quirks: [
      "Scopes are URLs, and reading and writing are scopes of their own: …readonly and …writeonly.",
      "A refresh gives no new refresh token, as a rule: keep the old one unless a new one comes.",
      "While the project's publishing status is Testing, a refresh token ends after 7 days.",
      "The redirect URI of a web client is compared exactly; a desktop client may use any port of 127.0.0.1.",
      "Its APIs answer errors as {\"error\": {\"code\", \"message\", \"status\"}}, its token endpoint as RFC 6749 "
        + "§5.2 has it.",
      "Tokens of Fitbit are not carried over: every user is asked again.",
    ],
    suggestedScope: "https://www.googleapis.com/auth/googlehealth.activity_and_fitness.readonly"
  )

  /// A scope for reading, by the part of its name that differs.
  private static func googleScope(_ name: String, _ gives: String) -> KnownScope {
    KnownScope("https://www.googleapis.com/auth/googlehealth.\(name).readonly", gives)
  }
}

extension ServerHabits {
  /// What is said of Google's server only.
  static let googleHealth = ServerHabits(
    of: "Google Health",
    glossary: GlossaryLayer([
      (
        .tokenResponse,
        [
          GlossaryEntry(
            "refresh_token",
            "Gets the next access token when this one has expired. Google gives no new refresh token then, as "
              + "a rule: keep this one.", .rfc6749("1.5"), secret: true)
        ] + googleErrors
      ),
      (
        .authorizationRequest,
        [
          GlossaryEntry(
            "access_type", "Google's own: offline asks for a refresh token.",
            .googleReference("OAuth 2.0 for web server applications"))
        ]
      ),
      (.authorizationResponse, googleRedirect),
      (.tokenUseResponse, googleErrors),
    ]),
    words: [
      .savingTokens:
        "Save both tokens before using them: Google gives a refresh token on the first consent only, unless "
        + "the request asks for a new one.",
      .missingRefreshToken:
        "Google gives one only if the request has access_type=offline, and after the first consent only with "
        + "prompt=consent.",
      .refreshed:
        "A new access token. Google gives no new refresh token with it, as a rule: the old one stays good.",
    ])

  /// What Google adds to a redirect.
  private static let googleRedirect = [
    ("authuser", "Google's own: which of the accounts in the browser was used; 0 is the first."),
    ("prompt", "Google's own: the page that was shown."),
    ("hd", "Google's own: the domain of an account of an organization."),
  ].map {
    GlossaryEntry($0.0, $0.1, .googleReference("OAuth 2.0 for web server applications"))
  }

  /// Google's error object, which also Fitbit's old addresses have been seen to answer with.
  static let googleErrors = [
    ("code", "the HTTP status again"), ("message", "the error in words"),
    ("status", "the kind of error"),
  ].map {
    GlossaryEntry("error.\($0.0)", "Google's error object: \($0.1).", .googleReference("Errors"))
  }
}
