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

/// `workbench practice`: the practice server for anybody's client.
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
    surroundings.console.hint("The practice server has stopped. All that it issued is forgotten.\n")
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
        case .addressUnavailable: Advice("Leave out --host, or give an address of this machine.")
        case .tooFewDescriptors: Advice("Allow more in this shell: ulimit -n 256")
        case .portTaken, .permissionDenied, .system:
          Advice("Choose another port", "practice --port 0")
        }
      throw CommandError(.unavailable, "\(error)", next: next)
    }
  }

  /// Serves until the listener stops, and writes what happens as it happens.
  private func serve(
    _ listener: LoopbackServer, _ exchanges: AsyncStream<PracticeHandler.Exchange>,
    _ log: AsyncStream<PracticeHandler.Exchange>.Continuation, _ file: LineFile?
  ) async {
    // A write to a pipe that nobody reads would end the process, and a test would lose its server.
    signal(SIGPIPE, SIG_IGN)
    let serving = Task {
      await listener.run()
      log.finish()
    }
    for await exchange in exchanges {
      if !choices.has(.quiet) {
        // Whoever closed the output no longer wants the lines; the server goes on.
        try? surroundings.console.write(PracticeText.line(exchange) + "\n")
      }
      file?.append(PracticeText.json(exchange).line)
    }
    await serving.value
  }

  /// Stops the listener on Ctrl-C and on SIGTERM.
  private func stopping(_ listener: LoopbackServer) -> [any DispatchSourceSignal] {
    [SIGINT, SIGTERM].map { number in
      // The default would end the process before the running answers are finished.
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
      "It behaves as Fitbit's is documented to behave, strict, on this machine only: consent page, "
        + "code, refresh with rotation, introspection, revocation, rate limit. What it issued is "
        + "forgotten when it stops.",
      "It is an authorization server only: it has no OpenID Connect, no registration endpoint, and no TLS. A "
        + "response whose text Fitbit does not document carries the header field Practice-Reconstructed.",
      "Answers have Fitbit's words. Where the cause of a refusal can be found, it is printed below the request and "
        + "on the error page: a challenge in hexadecimal, a redirect URI with another port, a secret that was not "
        + "encoded. So is a state or a challenge that comes again.",
      "A rule stops an attack, a feature serves a client, and the profile says which are on: fitbit as Fitbit is "
        + "documented, rfc as the RFCs say where Fitbit differs. Each is a switch of its own, in the table below; "
        + "--rules tells what each does.",
      "A fault strikes where it can strike in earnest: in answers, in the redirect or in the metadata. --rules "
        + "lists them, each with what a correct client does.",
      "For tests: --ready-file tells a program where the server listens, and --control lets it reset the server, "
        + "switch faults, move the clock, and add users. See help practice-control, and "
        + "help practice-tests for pytest, JUnit, Go and the shell.",
      "There are two users, Robin and Alex, each with data of their own; the sign-in page lets you choose. Each "
        + "client has 150 calls an hour for each of them. So give each learner in a "
        + "room a client of their own with --clients. A file of clients is JSON like this; only a "
        + "server application has a client_secret:",
    ],
    copyable: clientFile, options: Option.server, switches: PracticeSwitches.table,
    examples: [
      .init("workbench practice", "on http://127.0.0.1:8088"),
      .init("workbench practice --port 0 --auto-approve", "for scripts: any port, no page"),
      .init("workbench practice --without pkce-verified", "see what happens without PKCE"),
      .init("workbench practice --profile rfc", "for a client of the standard"),
      .init(
        "workbench practice --errors both --with iss",
        "Fitbit's habits, with errors that libraries can read and with iss in the redirect"),
      .init("workbench practice --code-lifetime 5", "see a code expire"),
    ], recipes: PracticeProxies.recipes)

  /// A file of clients for two learners.
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
