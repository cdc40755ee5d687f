extension AuthorizationServer {
  /// Fitbit's authorization server, at the addresses of its Web API reference.
  ///
  /// The two endpoints are on different hosts: the browser goes to `www`, the client to `api`.
  public static let fitbit = AuthorizationServer(
    name: "Fitbit",
    authorizationEndpoint: "https://www.fitbit.com/oauth2/authorize",
    tokenEndpoint: "https://api.fitbit.com/oauth2/token",
    revocationEndpoint: "https://api.fitbit.com/oauth2/revoke",
    introspectionEndpoint: "https://api.fitbit.com/1.1/oauth2/introspect",
    profileEndpoint: "https://api.fitbit.com/1/user/-/profile.json",
    scopes: [
      KnownScope("activity", "steps, distance, calories, active minutes and exercises"),
      KnownScope("cardio_fitness", "the estimate of maximal oxygen uptake"),
      KnownScope("electrocardiogram", "electrocardiograms taken on the device"),
      KnownScope("heartrate", "heart rate and its variability"),
      KnownScope("irregular_rhythm_notifications", "alerts about irregular heart rhythm"),
      KnownScope("location", "places and routes"),
      KnownScope("nutrition", "food and water logs"),
      KnownScope("oxygen_saturation", "blood oxygen"),
      KnownScope("profile", "name, age and other account data"),
      KnownScope("respiratory_rate", "breathing rate at night"),
      KnownScope("settings", "account and device settings"),
      KnownScope("sleep", "sleep logs"),
      KnownScope("social", "friends and leaderboard"),
      KnownScope("temperature", "core and skin temperature"),
      KnownScope("weight", "weight, body fat and goals"),
    ],
    introspectionAuthorization: .accessToken,
    followsFitbitsGuide: true,
    repeatsRefreshForSeconds: 120,
    quirks: [
      "It puts #_=_ behind the redirect, which belongs to no parameter.",
      "A bad authorization request gets an error page, and the app hears nothing of it: the browser is "
        + "sent back only when the user allows or denies.",
      "Its errors are {\"errors\": [{\"errorType\", \"message\"}], \"success\": false}, not those of RFC 6749 §5.2.",
      "A refresh token works once. The same request within two minutes gets the same answer, unless a new "
        + "token was used meanwhile.",
    ],
    suggestedScope: "activity profile sleep",
    sunset:
      "Fitbit announced that its Web API and OAuth endpoints would be switched off on 2 November 2026, "
      + "and would then answer 410 Gone. Its data moves to the Google Health API."
  )
}
