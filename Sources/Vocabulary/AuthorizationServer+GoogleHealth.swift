extension AuthorizationServer {
  /// Google's authorization server with the Google Health API, which replaces Fitbit's Web API.
  ///
  /// Last checked on 2026-11-26. The URLs and the issuer are those of
  /// `https://accounts.google.com/.well-known/openid-configuration`, which does not promise `iss`
  /// in a redirect. The scopes are those of `https://developers.google.com/health/scopes` and of
  /// the API's discovery document of 2026-10-30.
  public static let googleHealth = AuthorizationServer(
    name: "Google Health",
    issuer: "https://accounts.google.com",
    authorizationEndpoint: "https://accounts.google.com/o/oauth2/v2/auth",
    tokenEndpoint: "https://oauth2.googleapis.com/token",
    revocationEndpoint: "https://oauth2.googleapis.com/revoke",
    profileEndpoint: "https://health.googleapis.com/v4/users/me/identity",
    scopes: googleScopes,
    clientAuthentication: .body,
    authorizationParameters: [
      AuthorizationParameter(
        "access_type", "offline", purpose: "Without it, Google issues no refresh token."),
      AuthorizationParameter(
        "prompt", "consent",
        purpose:
          "Google issues a refresh token only on the first consent, unless it asks again."),
    ],
    quirks: [
      "The token endpoint requires the client secret even from a desktop application, with or "
        + "without PKCE. Use --app-type server, and set WORKBENCH_CLIENT_SECRET.",
      "Scopes are URLs. Reading and writing have separate scopes: …readonly and …writeonly.",
      "A refresh usually returns no new refresh token. Keep the old one unless the response "
        + "contains a new one.",
      "While the project's publishing status is Testing, a refresh token expires after 7 days.",
      "The redirect URI of a web client must match exactly. A desktop client may use any port of "
        + "127.0.0.1.",
      "Its APIs return errors as {\"error\": {\"code\", \"message\", \"status\"}}. Its token "
        + "endpoint follows RFC 6749 §5.2.",
      "Fitbit tokens are not transferred. Every user must authorize again.",
    ],
    suggestedScope: "https://www.googleapis.com/auth/googlehealth.activity_and_fitness.readonly"
  )

  /// The data of each part of a scope name, and the scopes that exist for it.
  private static let googleData: [(name: String, gives: String, scopes: [String])] = [
    (
      "activity_and_fitness", "steps, distance, exercises, and oxygen uptake",
      ["readonly", "writeonly"]
    ),
    ("ecg", "electrocardiograms", ["readonly"]),
    (
      "health_metrics_and_measurements", "heart rate, blood oxygen, temperature, weight",
      ["readonly", "writeonly"]
    ),
    ("irn", "alerts about irregular heart rhythm", ["readonly"]),
    ("location", "places and routes of exercises", ["readonly"]),
    ("logged_symptoms", "symptoms that the user logs", ["readonly", "writeonly"]),
    ("mindfulness", "moods and mindfulness", ["readonly", "writeonly"]),
    ("nutrition", "food and water logs", ["readonly", "writeonly"]),
    ("profile", "basic account data", ["readonly", "writeonly"]),
    ("reproductive_health", "the menstrual cycle", ["readonly", "writeonly"]),
    ("settings", "account and device settings", ["readonly", "writeonly"]),
    ("sleep", "sleep logs", ["readonly", "writeonly"]),
  ]

  private static let googleScopes = googleData.flatMap { data in
    data.scopes.map { kind in
      KnownScope(
        "https://www.googleapis.com/auth/googlehealth.\(data.name).\(kind)",
        kind == "readonly" ? data.gives : "write, and change what was written: \(data.gives)")
    }
  }
}

extension ServerHabits {
  /// Texts that apply to Google's server only.
  static let googleHealth = ServerHabits(
    of: "Google Health",
    glossary: GlossaryLayer([
      (
        .tokenResponse,
        [
          GlossaryEntry(
            "refresh_token",
            "Gets a new access token when the old one expires. Google usually issues no new "
              + "refresh token: keep this one.", .rfc6749("1.5"), secret: true)
        ] + googleErrors
      ),
      (
        .authorizationRequest,
        [
          GlossaryEntry(
            "access_type", "offline asks Google for a refresh token.",
            .googleReference("OAuth 2.0 for web server applications"))
        ]
      ),
      (.authorizationResponse, googleRedirect),
      (.tokenUseResponse, googleErrors),
    ]),
    words: [
      .missingSecret:
        "Google requires the client secret even from a desktop application, with or without PKCE. "
        + "Provide the secret, and use --app-type server.",
      .savingTokens:
        "Store both tokens before you use them: Google issues a refresh token only on the first "
        + "consent, unless the request asks for a new one.",
      .missingRefreshToken:
        "Google issues one only if the request has access_type=offline, and after the first "
        + "consent only with prompt=consent.",
      .refreshed:
        "A new access token. Google usually issues no new refresh token with it: the old one stays "
        + "valid.",
    ])

  /// The parameters that Google adds to a redirect.
  private static let googleRedirect = [
    ("authuser", "The number of the Google account in the browser, from 0."),
    ("prompt", "The page that Google showed."),
    ("hd", "The domain of an organization's Google account."),
  ].map {
    GlossaryEntry($0.0, $0.1, .googleReference("OAuth 2.0 for web server applications"))
  }

  /// Google's error object, which Fitbit's old URLs have returned too.
  static let googleErrors = [
    ("code", "the HTTP status"), ("message", "the error in words"),
    ("status", "the kind of error"),
  ].map {
    GlossaryEntry("error.\($0.0)", "Google's error object: \($0.1).", .googleReference("Errors"))
  }
}
