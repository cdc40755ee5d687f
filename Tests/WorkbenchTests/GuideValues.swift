import Vocabulary

/// The values that the recordings were made with, written down here once more: from Fitbit's guide where
/// it has them.
enum GuideValues {
  /// Step 4 of the guide.
  static let clientID = "ABC123"
  /// Step 4 of the guide.
  static let clientSecret = "DEF456"
  /// Step 1 of the guide.
  static let verifier = "01234567890123456789012345678901234567890123456789"
  /// Step 5 of the guide.
  static let scope =
    "activity heartrate nutrition oxygen_saturation respiratory_rate settings sleep temperature weight"
  /// Invented.
  static let redirectURI = "http://127.0.0.1:8089/callback"
  /// Invented.
  static let state = "rY3dJ8wq0Tz5mVb6Kc1uXg"
  /// The server that the recordings are of.
  static let server = AuthorizationServer.fitbit
}
