import Dispatch
import HTTPMessages
import LoopbackHTTP
import PracticeServer
import Runs
import Terminal
import Transcript
import Vocabulary

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// `workbench practice`: runs the practice server for the user's own client.
struct PracticeCommand: Command {
  private let choices: Choices
  private let surroundings: Surroundings
  private let style: TextStyle

  init(_ choices: Choices, _ surroundings: Surroundings, _ style: TextStyle) {
    self.choices = choices
    self.surroundings = surroundings
    self.style = style
  }

  func run() async throws -> ExitCode {
    if choices.has(.rules) {
      try surroundings.console.write(PracticeSwitches.list(style))
      return .done
    }
    let options = try PracticeOptions(choices)
    var configuration = try options.configuration()
    if choices.has(.control) {
      configuration.controlToken = Base64.urlSafe.encode(surroundings.randomOctets(32))
    }
    let readyFile = try choices.value(.readyFile).map { path throws(CommandError) in
      try ReadyFile(path: path)
    }
    let logFile = try choices.value(.log).map { path throws(CommandError) in
      do throws(SystemFault) {
        return try LineFile(appendingTo: path)
      } catch {
        throw CommandError(
          .cannotCreate, "The log \(path) cannot be written: \(error.reason).",
          next: Advice("Choose another file with --log FILE."))
      }
    }
    let server = PracticeServer(
      configuration: configuration, now: surroundings.now,
      randomOctets: surroundings.randomOctets)
    let (exchanges, log) = AsyncStream.makeStream(
      of: PracticeHandler.Exchange.self, bufferingPolicy: .bufferingNewest(4096))
    let isQuiet = choices.has(.quiet) && logFile == nil
    let listener = try listen(
      options,
      PracticeHandler(
        server: server, now: surroundings.now,
        log: isQuiet ? nil : log))
    await server.move(
      to: try options.baseURL(port: listener.port),
      listeningOn: "http://\(options.authority(port: listener.port))")
    let signals = stopping(listener)
    defer { for signal in signals { signal.cancel() } }
    defer { readyFile?.remove() }
    try readyFile?.write(await server.configuration, port: listener.port)
    try surroundings.console.write(
      PracticeText.start(
        await server.configuration, listeningOn: options.authority(port: listener.port),
        isExposed: options.isExposed, style))
    await serve(listener, exchanges, log, logFile)
    surroundings.console.hint("The practice server has stopped. Everything it issued is lost.\n")
    return .done
  }

  private func listen(
    _ options: PracticeOptions, _ handler: PracticeHandler
  ) throws(CommandError) -> LoopbackServer {
    do {
      return try LoopbackServer(host: options.host, port: options.port, handler: handler)
    } catch {
      let next =
        switch error {
        case .addressUnavailable: Advice("Leave out --host, or use an IP address of this machine.")
        case .tooFewDescriptors: Advice("Raise the limit in this shell: ulimit -n 256")
        case .portTaken, .permissionDenied, .system:
          Advice("Choose another port", "practice --port 0")
        }
      throw CommandError(.unavailable, "\(error)", next: next)
    }
  }

  /// Serves until the listener stops, and logs each exchange.
  private func serve(
    _ listener: LoopbackServer, _ exchanges: AsyncStream<PracticeHandler.Exchange>,
    _ log: AsyncStream<PracticeHandler.Exchange>.Continuation, _ file: LineFile?
  ) async {
    // Otherwise a closed pipe would end the process, and a test would lose its server.
    signal(SIGPIPE, SIG_IGN)
    let serving = Task {
      await listener.run()
      log.finish()
    }
    for await exchange in exchanges {
      if !choices.has(.quiet) {
        // If the output is closed, the server keeps running without it.
        try? surroundings.console.write(PracticeText.line(exchange) + "\n")
      }
      file?.append(PracticeText.json(exchange).line)
    }
    await serving.value
  }

  /// Stops the listener on Ctrl-C and on SIGTERM.
  private func stopping(_ listener: LoopbackServer) -> [any DispatchSourceSignal] {
    [SIGINT, SIGTERM].map { number in
      // The default would end the process before the pending responses are sent.
      signal(number, SIG_IGN)
      let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
      source.setEventHandler { listener.stop() }
      source.resume()
      return source
    }
  }
}

extension PracticeCommand {
  static let name = "practice"
  static let description = CommandDescription(
    name: name, group: .tryOut, isFeatured: true, operands: [],
    summary: "start a strict authorization server for your own client",
    details: [
      "It follows Fitbit's documentation strictly and listens on this machine only. It has a "
        + "consent page, refresh token rotation, introspection, revocation, and a rate limit, but "
        + "no OpenID Connect, registration endpoint, or TLS. When it stops, everything it issued "
        + "is lost.",
      "Responses use Fitbit's wording. A response whose Fitbit text is unknown has the header "
        + "field Practice-Reconstructed. Below a rejected request, and on the error page, the "
        + "server prints the cause if known: a hexadecimal challenge, a redirect URI with another "
        + "port, an unencoded secret. It also reports a reused state or challenge.",
      "A rule stops an attack; a feature serves a client. The profile fitbit follows Fitbit's "
        + "documentation. The profile rfc follows the RFCs where Fitbit differs. A fault affects "
        + "only responses, redirects, or metadata in which it could really occur. --rules "
        + "explains all of them, and what a correct client does about each fault.",
      "For tests: --ready-file tells a program where the server listens. With --control it can "
        + "reset the server, set faults, move the clock, and add users. See help practice-control "
        + "and help practice-tests.",
      "There are two users with different data, Robin and Alex; choose one on the sign-in page. "
        + "Each client has 150 calls per hour and user. In a workshop, give each learner a client "
        + "with --clients. The file is JSON like this; a server application needs a client_secret:",
    ],
    copyable: clientFile, options: Option.server, switches: PracticeSwitches.table,
    examples: [
      .init("workbench practice", "listen on http://127.0.0.1:8088"),
      .init("workbench practice --port 0 --auto-approve", "for scripts: any port, no page"),
      .init("workbench practice --without pkce-verified", "see what happens without PKCE"),
      .init("workbench practice --profile rfc", "follow the RFCs where Fitbit differs"),
      .init(
        "workbench practice --errors both --with iss",
        "like Fitbit, but with errors that libraries can read, and with iss"),
      .init("workbench practice --code-lifetime 5", "see a code expire"),
    ], recipes: PracticeProxies.recipes)

  /// An example of `--clients` with two clients.
  private static let clientFile = """
    [
      {
        "client_id": "ANNA01",
        "type": "client",
        "redirect_uris": ["http://127.0.0.1:3000/callback"]
      },
      {
        "client_id": "BEN001",
        "type": "server",
        "client_secret": "only-for-practice",
        "redirect_uris": ["http://127.0.0.1:4000/callback"]
      }
    ]
    """.split(separator: "\n").map(String.init)
}
