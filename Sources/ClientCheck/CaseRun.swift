import HTTPMessages
import LoopbackHTTP
import PracticeServer
import Terminal
import Vocabulary

/// One run of the client against one poisoned server.
struct CaseRun: Sendable {
  /// The client to run, and how.
  struct Client: Sendable {
    let file: String
    let command: [String]
    let environment: [String: String]
    let isConfidential: Bool
    let isDiscovered: Bool
    let timeout: Duration
  }

  let client: Client
  let checked: CheckCase
  let poison: Poison
  /// The folder of this run; it exists.
  let folder: String
  /// The time without an event after which the check ends a client that keeps waiting.
  let quiet: Duration
  let random: @Sendable (Int) -> [UInt8]
  let now: @Sendable () -> Int64

  /// Starts the server, runs the client, and stops the server.
  func observe() async throws -> Observation {
    let record = Record()
    let setup = try Setup(self, record)
    async let serving: Void = setup.listener.run()
    await setup.practice.move(to: setup.baseURL)
    do {
      try await run(setup, record)
    } catch {
      setup.listener.stop()
      await serving
      throw error
    }
    setup.listener.stop()
    await serving
    var observation = record.observation
    observation.isDiscovered = client.isDiscovered
    observation.hasClientSecret = client.isConfidential
    if let secret = setup.secret { observation.secrets.insert(secret) }
    return observation
  }

  private func run(_ setup: Setup, _ record: Record) async throws {
    let count = checked.runs.count
    for number in 0..<count {
      if number > 0 { record.startNextProcess() }
      let name = checked.runs == .twoFolders ? "run\(number + 1)" : "run"
      let place = try Folder.made(folder + "/" + name)
      try Folder.addBrowser(to: place + "/.browser")
      let process = ClientProcess(
        file: client.file, words: setup.filled(client.command, client, folder: place),
        environment: setup.environment(client, folder: place, shims: place + "/.browser"),
        folder: place, urlFile: place + "/.browser/urls", timeout: client.timeout)
      let (lines, opened) = AsyncStream.makeStream(of: String.self)
      let agent = UserAgent(
        practice: setup.practice, baseURL: setup.baseURL, issuer: setup.issuer, poison: poison,
        record: record)
      async let browsing: Void = { for await line in lines { await agent.open(line) } }()
      let quiet = quiet
      let result = try await process.run {
        let observation = record.observation
        return record.quiet > (observation.visits.isEmpty ? .seconds(5) : quiet)
      } opens: { line in
        opened.yield(line)
      }
      record.note { $0.processes.append(result) }
      opened.finish()
      await browsing
    }
  }
}

extension CheckCase.Runs {
  /// The number of processes.
  var count: Int {
    switch self {
    case .one, .shared: 1
    case .twoFolders, .oneFolder: 2
    }
  }
}

extension CaseRun {
  /// The server of a run, with the values that the client learns.
  struct Setup {
    /// The rules that cases A3, A7 to A9, B15, and C6 check.
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
    let secret: String?
    let redirectURI: String
    let scope = "activity profile sleep"

    init(_ run: CaseRun, _ record: Record) throws {
      let random = run.random
      let name = random(4).map { String($0 % 10) }.joined()
      clientID = "check-\(name)"
      // A secret with characters that must be encoded within Basic: RFC 6749 §2.3.1.
      secret = run.client.isConfidential ? "s+cret/%\(name)=:" : nil
      let free = try LoopbackServer(port: 0, handler: NoHandler())
      redirectURI = "http://127.0.0.1:\(free.port)/callback"
      free.stop()
      var configuration = PracticeConfiguration(
        baseURL: "http://127.0.0.1:1", profile: .rfc,
        clients: [
          PracticeClient(
            identifier: clientID, applicationType: run.client.isConfidential ? .server : .client,
            secret: secret.map { ClientSecret($0) }, redirectURIs: [redirectURI])
        ])
      // The cases judge these themselves, and say more than a rejection would.
      configuration.rulesOff.formUnion(Self.judged)
      // RFC 9207: only a server with metadata can announce that it sends iss.
      if !run.client.isDiscovered || run.poison.hidesIssuer {
        configuration.features.remove(.issuer)
      }
      practice = PracticeServer(
        configuration: configuration, now: run.now, randomOctets: random)
      let server = CaseServer(practice: practice, poison: run.poison.server, record: record)
      listener = try LoopbackServer(port: 0, handler: server)
      baseURL = "http://127.0.0.1:\(listener.port)"
      if case .metadata(.issuerWithPath) = run.poison.server {
        issuer = baseURL + "/tenant"
      } else {
        issuer = baseURL
      }
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
      if let secret { values.append(("CLIENT_SECRET", secret)) }
      return values
    }

    /// The words of the command with `{issuer}` and the other placeholders filled in.
    func filled(_ command: [String], _ client: Client, folder: String) -> [String] {
      command.map { word in
        values(client, folder: folder).reduce(word) {
          $0.replacing("{\($1.name.lowercased())}", with: $1.value)
        }
      }
    }

    func environment(_ client: Client, folder: String, shims: String) -> [String: String] {
      var environment = client.environment.filter { !$0.key.hasPrefix("WORKBENCH_") }
      for (name, value) in values(client, folder: folder) {
        environment["WORKBENCH_\(name)"] = value
      }
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
