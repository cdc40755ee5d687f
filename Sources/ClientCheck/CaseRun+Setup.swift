import HTTPMessages
import LoopbackHTTP
import PracticeServer
import Vocabulary

extension CaseRun {
  /// The server of a run, with the values that the client learns.
  struct Setup {
    /// The rules that the cases judge themselves: A3, A5, A7 to A9, B15, C6, and D1.
    private static let judged: Set<Rule> = [
      .pkceRequired, .pkceVerified, .noPKCEDowngrade, .noRepeatedParameters,
      .codeBoundToRedirectURI, .oneAuthenticationMethod, .tokenInHeaderOnly, .parametersInBody,
      .singleUseCode, .replayEndsTokens,
    ]

    let listener: LoopbackServer
    let practice: PracticeServer
    let baseURL: String
    let issuer: String
    let clientID: String
    /// The credentials of a confidential client.
    let credentials: RegisteredCredentials?
    let redirectURI: String
    let scope = "activity profile sleep"

    init(_ run: CaseRun, _ record: Record) throws {
      let random = run.random
      let name = random(4).map { String($0 % 10) }.joined()
      clientID = "check-\(name)"
      // A secret with characters that must be encoded within Basic: RFC 6749 §2.3.1.
      credentials =
        run.client.isConfidential
        ? RegisteredCredentials(identifier: clientID, secret: "s+cret/%\(name)=:") : nil
      redirectURI = "http://127.0.0.1:\(try Self.freePort())/callback"
      var configuration = PracticeConfiguration(
        baseURL: "http://127.0.0.1:1", profile: .rfc,
        clients: [
          PracticeClient(
            identifier: clientID, applicationType: run.client.isConfidential ? .server : .client,
            secret: credentials.map { ClientSecret($0.secret) }, redirectURIs: [redirectURI])
        ])
      // The cases judge these themselves, and say more than a rejection would.
      configuration.rulesOff.formUnion(Self.judged)
      // A server that sends no new refresh token keeps the old one valid.
      if case .refreshWithoutNewToken = run.poison.server {
        configuration.rulesOff.insert(.refreshRotation)
      }
      // RFC 9207: only a server with metadata can announce that it sends iss.
      if !run.client.isDiscovered || run.poison.hidesIssuer {
        configuration.features.remove(.issuer)
      }
      practice = PracticeServer(
        configuration: configuration, now: run.now, randomOctets: random)
      let server = CaseServer(
        practice: practice, poison: run.poison.server, credentials: credentials, record: record)
      listener = try LoopbackServer(port: 0, handler: server)
      baseURL = "http://127.0.0.1:\(listener.port)"
      if case .metadata(.issuerWithPath) = run.poison.server {
        issuer = baseURL + "/tenant"
      } else {
        issuer = baseURL
      }
    }

    /// The number of ports that were chosen; it starts at random, for checks that run at once.
    private static let ports = Lock<UInt16>(.random(in: 0..<20_000))

    /// A port for the client's listener, which no other case of this check has.
    ///
    /// It is below the ports that systems assign themselves: one of those could be taken again before the
    /// client listens.
    private static func freePort() throws(LoopbackFault) -> UInt16 {
      for _ in 0..<20 {
        let number = ports.withLock { ports in
          ports = (ports + 1) % 20_000
          return ports
        }
        if let free = try? LoopbackServer(port: 12_000 + number, handler: NoHandler()) {
          free.stop()
          return free.port
        }
      }
      let free = try LoopbackServer(port: 0, handler: NoHandler())
      free.stop()
      return free.port
    }

    /// The values by the names that the client sees.
    func values(_ client: Client, folder: String) -> [(name: String, value: String)] {
      var values = [("ISSUER", issuer)]
      if !client.isDiscovered {
        values += [
          ("AUTHORIZATION_ENDPOINT", baseURL + PracticePath.authorize),
          ("TOKEN_ENDPOINT", baseURL + PracticePath.token),
          ("REVOCATION_ENDPOINT", baseURL + PracticePath.revoke),
        ]
      }
      values += [
        ("API", baseURL + PracticePath.profile), ("CLIENT_ID", clientID),
        ("REDIRECT_URI", redirectURI), ("SCOPE", scope),
        ("TOKEN_FILE", folder + "/tokens.json"),
      ]
      if let credentials { values.append(("CLIENT_SECRET", credentials.secret)) }
      return values
    }

    /// The words of the command with `{issuer}` and the other placeholders filled in.
    func filled(_ command: [String], _ client: Client, folder: String) -> [String] {
      command.map { word in
        values(client, folder: folder).reduce(word) { word, value in
          let name = "{\(value.name.lowercased())}"
          // ${name} is a variable of the shell.
          return word.split(separator: "$" + name, omittingEmptySubsequences: false)
            .map { $0.replacing(name, with: value.value) }.joined(separator: "$" + name)
        }
      }
    }

    func environment(_ client: Client, folder: String, shims: String) -> [String: String] {
      var environment = client.environment.filter { !$0.key.hasPrefix("WORKBENCH_") }
      for (name, value) in values(client, folder: folder) {
        environment["WORKBENCH_\(name)"] = value
      }
      // Python holds back output that does not go to a terminal, and so the URL that it prints.
      environment["PYTHONUNBUFFERED"] = "1"
      for name in ["NO_PROXY", "no_proxy"] { environment[name] = "127.0.0.1,localhost,::1" }
      environment["BROWSER"] = shims + "/open"
      environment["PATH"] = shims + ":" + (environment["PATH"] ?? "/usr/bin:/bin")
      return environment
    }
  }

  /// A handler for a port that is only reserved.
  private struct NoHandler: HTTPHandler {
    func response(to request: HTTPRequest) async -> HTTPResponse { HTTPResponse(status: 503) }
  }
}
