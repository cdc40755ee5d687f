import Vocabulary

/// The values of the recordings: the guide's own where it gives one.
enum DryRunDefaults {
  /// The guide's client id, step 4.
  static let clientID = "ABC123"
  /// The guide's client secret, step 4: published, so no secret any more.
  static let clientSecret = "DEF456"
  /// A loopback address, as a developer would register it.
  static let redirectURI = "http://127.0.0.1:8089/callback"
  /// The guide's scopes, step 5.
  static let scope =
    "activity heartrate nutrition oxygen_saturation respiratory_rate settings sleep temperature weight"
  /// The state of the recordings.
  static let state = "rY3dJ8wq0Tz5mVb6Kc1uXg"
  /// The guide's code verifier, step 1.
  static let verifier = "01234567890123456789012345678901234567890123456789"
  /// The server that the recordings are of.
  static let server = AuthorizationServer.fitbit
}
