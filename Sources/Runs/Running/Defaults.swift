import PracticeServer
package import Vocabulary

/// The values of a mode where neither an option nor the session has one.
package struct Defaults: Sendable {
  package let server: AuthorizationServer
  /// The client id for each application type.
  let clientID: @Sendable (ApplicationType) -> String
  /// The published secret of a client; `nil` for a client of the user's own.
  package let clientSecret: @Sendable (String) -> ClientSecret?
  package let redirectURI: String
  package let scope: String
  /// The state; `nil` for a fresh one each time.
  package let state: String?
  /// The code verifier; `nil` for a fresh one each time.
  package let verifier: String?

  /// The values of the recordings: the guide's own where it gives one.
  package static let dryRun = Defaults(
    server: .fitbit,
    // The guide's, step 4. It publishes both, so the secret is none any more.
    clientID: { _ in "ABC123" },
    clientSecret: { $0 == "ABC123" ? ClientSecret("DEF456") : nil },
    // Where a server application can keep its secret.
    redirectURI: "https://app.example.com/callback",
    // The guide's, step 5.
    scope: "activity heartrate nutrition oxygen_saturation respiratory_rate settings sleep "
      + "temperature weight",
    state: "rY3dJ8wq0Tz5mVb6Kc1uXg",
    // The guide's, step 1.
    verifier: "01234567890123456789012345678901234567890123456789")

  /// The values of the practice server: its own clients, everything else fresh.
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

  /// The redirect URI of a client on this machine: RFC 8252 §7.3.
  static let loopbackRedirectURI = "http://127.0.0.1:8089/callback"

  /// Where the practice server is, unless it was started elsewhere.
  package static let practiceURL = "http://127.0.0.1:8088"

  /// The values for a real server: nothing but what its description suggests.
  package static func live(_ server: AuthorizationServer) -> Defaults {
    // The practice server's own clients are known, wherever it is reached.
    if server == .practice(at: practiceURL) { return practice(at: practiceURL) }
    return Defaults(
      server: server, clientID: { _ in "" }, clientSecret: { _ in nil },
      redirectURI: loopbackRedirectURI, scope: server.suggestedScope ?? "", state: nil,
      verifier: nil)
  }

  /// The values of a mode.
  ///
  /// - Parameters:
  ///   - mode: The mode.
  ///   - server: The server of live mode; the usual one without it.
  /// - Returns: The values.
  package static func of(_ mode: Mode, server: AuthorizationServer? = nil) -> Defaults {
    switch mode {
    case .dryRun: dryRun
    case .practice: practice(at: practiceURL)
    case .live: live(server ?? .fitbit)
    }
  }

  /// The application type of a client that the user names no type for.
  ///
  /// In dry-run mode it is that of the guide's example. Otherwise the client runs on the user's machine, and is a
  /// public one if the flow permits it (RFC 8252 §8.4), unless the server requires a secret from it anyway.
  static func applicationType(
    of flow: FlowDescription, in mode: Mode, at server: AuthorizationServer
  ) -> ApplicationType {
    let types = flow.applicationTypes
    let isPublic =
      mode != .dryRun && types.contains(.client) && server.words(on: .missingSecret) == nil
    return isPublic ? .client : types[0]
  }
}
