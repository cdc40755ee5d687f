import Step1CodeVerifier
package import Vocabulary

/// The values from Fitbit's authorization guide, and those that the recordings add.
package enum Guide {
  // From step 1 of the guide.
  package static let verifier = "01234567890123456789012345678901234567890123456789"
  package static let challenge = "-4cf-Mzo_qg9-uq0F4QwWhRh4AjcAqNx7SbYVsdmyQM"
  // From step 4 of the guide.
  package static let clientID = "ABC123"
  package static let clientSecret = "DEF456"
  package static let basicHeader = "Basic QUJDMTIzOkRFRjQ1Ng=="
  // From step 5 of the guide.
  package static let scope =
    "activity heartrate nutrition oxygen_saturation respiratory_rate settings sleep temperature weight"
  // The guide has no values for these; the recordings mark them as invented.
  package static let redirectURI = "https://app.example.com/callback"
  /// The redirect URI of a client on the user's machine.
  package static let loopbackRedirectURI = "http://127.0.0.1:8089/callback"
  package static let state = "rY3dJ8wq0Tz5mVb6Kc1uXg"
  package static let code = "3f7a1c0e9b5d48267ae0c4d1f2863b9507ea6d1c"

  package static func client(
    _ type: ApplicationType = .server, identifier: String = clientID,
    secret: String? = clientSecret, redirectURI: String = redirectURI
  ) throws -> Client {
    Client(
      identifier: identifier, applicationType: type, redirectURI: try RedirectURI(redirectURI),
      secret: secret.map(ClientSecret.init))
  }
}
