import PracticeServer
package import Vocabulary

/// The values of a mode that neither an option nor the session sets.
package struct Defaults: Sendable {
  package let server: AuthorizationServer
  /// The client ID for each application type.
  let clientID: @Sendable (ApplicationType) -> String
  /// The published secret of a client, or `nil` for the user's own client.
  package let clientSecret: @Sendable (String) -> ClientSecret?
  package let redirectURI: String
  package let scope: String
  /// The state, or `nil` for a fresh one each time.
  package let state: String?
  /// The code verifier, or `nil` for a fresh one each time.
  package let verifier: String?

  /// The values of the recordings, from Fitbit's guide where it has one.
  package static let dryRun = Defaults(
    server: .fitbit,
    // From the guide, step 4. It publishes both, so the secret is no longer secret.
    clientID: { _ in "ABC123" },
    clientSecret: { $0 == "ABC123" ? ClientSecret("DEF456") : nil },
    // A URL on a server, where an application of type server keeps its secret.
    redirectURI: "https://app.example.com/callback",
    // From the guide, step 5.
    scope: "activity heartrate nutrition oxygen_saturation respiratory_rate settings sleep "
      + "temperature weight",
    state: "rY3dJ8wq0Tz5mVb6Kc1uXg",
    // From the guide, step 1.
    verifier: "01234567890123456789012345678901234567890123456789")

  /// Returns the values for the practice server: its own clients, and fresh random values.
  package static func practice(at baseURL: String) -> Defaults {
    Defaults(
      server: .practice(at: baseURL),
      clientID: { type in
        PracticeClient.standard.first { $0.applicationType == type }?.identifier ?? ""
      },
      clientSecret: { identifier in
        PracticeClient.standard.first { $0.identifier == identifier }?.secret
      },
      redirectURI: loopbackRedirectURI, scope: "activity profile sleep", state: nil,
      verifier: nil)
  }

  /// The redirect URI of a client on this machine (RFC 8252 §7.3).
  static let loopbackRedirectURI = "http://127.0.0.1:8089/callback"

  /// The usual URL of the practice server.
  package static let practiceURL = "http://127.0.0.1:8088"

  /// Returns the values for a real server: only those that its description suggests.
  package static func live(_ server: AuthorizationServer) -> Defaults {
    // The practice server's own clients are known in live mode, too.
    if server == .practice(at: practiceURL) { return practice(at: practiceURL) }
    return Defaults(
      server: server, clientID: { _ in "" }, clientSecret: { _ in nil },
      redirectURI: loopbackRedirectURI, scope: server.suggestedScope ?? "", state: nil,
      verifier: nil)
  }

  /// Returns the values of a mode.
  ///
  /// - Parameters:
  ///   - mode: The mode.
  ///   - server: The server of live mode, or `nil` for the usual one.
  /// - Returns: The values.
  package static func of(_ mode: Mode, server: AuthorizationServer? = nil) -> Defaults {
    switch mode {
    case .dryRun: dryRun
    case .practice: practice(at: practiceURL)
    case .live: live(server ?? .fitbit)
    }
  }

  /// Returns the application type to use if the user names none.
  ///
  /// In dry-run mode it is the type in the guide's example. Otherwise the client runs on the user's
  /// machine. It is then a public client if the flow permits it (RFC 8252 §8.4) and the server does
  /// not require a secret anyway.
  static func applicationType(
    of flow: FlowDescription, in mode: Mode, at server: AuthorizationServer
  ) -> ApplicationType {
    let types = flow.applicationTypes
    let isPublic =
      mode != .dryRun && types.contains(.client) && server.words(on: .missingSecret) == nil
    return isPublic ? .client : types[0]
  }
}
