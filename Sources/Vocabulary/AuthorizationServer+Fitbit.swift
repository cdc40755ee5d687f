extension AuthorizationServer {
  /// Fitbit's authorization server, with the URLs of its Web API reference.
  ///
  /// The two endpoints are on different hosts: the browser uses `www`, the client uses `api`.
  public static let fitbit = AuthorizationServer(
    name: "Fitbit",
    authorizationEndpoint: "https://www.fitbit.com/oauth2/authorize",
    tokenEndpoint: "https://api.fitbit.com/oauth2/token",
    revocationEndpoint: "https://api.fitbit.com/oauth2/revoke",
    introspectionEndpoint: "https://api.fitbit.com/1.1/oauth2/introspect",
    profileEndpoint: "https://api.fitbit.com/1/user/-/profile.json",
    scopes: [
      KnownScope("activity", "steps, distance, calories, active minutes, and exercises"),
      KnownScope("cardio_fitness", "estimated maximal oxygen uptake"),
      KnownScope("electrocardiogram", "electrocardiograms recorded on the device"),
      KnownScope("heartrate", "heart rate and its variability"),
      KnownScope("irregular_rhythm_notifications", "alerts about irregular heart rhythm"),
      KnownScope("location", "places and routes"),
      KnownScope("nutrition", "food and water logs"),
      KnownScope("oxygen_saturation", "blood oxygen"),
      KnownScope("profile", "name, age, and other account data"),
      KnownScope("respiratory_rate", "breathing rate at night"),
      KnownScope("settings", "account and device settings"),
      KnownScope("sleep", "sleep logs"),
      KnownScope("social", "friends and leaderboard"),
      KnownScope("temperature", "core and skin temperature"),
      KnownScope("weight", "weight, body fat, and goals"),
    ],
    introspectionAuthorization: .accessToken,
    followsFitbitsGuide: true,
    repeatsRefreshForSeconds: 120,
    quirks: [
      "It appends #_=_ to the redirect. This is not part of any parameter.",
      "It redirects only if the user grants or denies. For an invalid authorization request it "
        + "shows an error page, and the client is not told.",
      "Its errors are {\"errors\": [{\"errorType\", \"message\"}], \"success\": false}, not "
        + "those of RFC 6749 §5.2.",
      "A refresh token works once. The same request within two minutes gets the same response, "
        + "unless a new token was used meanwhile.",
    ],
    suggestedScope: "activity profile sleep",
    sunset:
      "Fitbit announced that it would shut down its Web API and OAuth endpoints on November 2, "
      + "2026, and then return 410 Gone. Its data moves to the Google Health API."
  )
}
