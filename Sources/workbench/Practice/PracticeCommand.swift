import Dispatch
import HTTPMessages
import LoopbackHTTP
import PracticeServer
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
struct PracticeCommand {
  private let invocation: Invocation
  private let surroundings: Surroundings
  private let style: TextStyle

  init(_ invocation: Invocation, _ surroundings: Surroundings, _ style: TextStyle) {
    self.invocation = invocation
    self.surroundings = surroundings
    self.style = style
  }

  func run() async throws -> ExitCode {
    if invocation.has(.rules) {
      try surroundings.console.write(PracticeText.rules(style))
      return .done
    }
    let options = try PracticeOptions(invocation)
    let configuration = try options.configuration()
    let logFile = try invocation.value(.log).map { path throws(Complaint) in
      do throws(SystemFault) {
        return try LineFile(appendingTo: path)
      } catch {
        throw Complaint(
          .cannotCreate, "The log \(path) cannot be written: \(error.reason).",
          next: Advice("Choose another file with --log FILE."))
      }
    }
    let server = PracticeServer(
      configuration: configuration, now: surroundings.now,
      randomOctets: surroundings.randomOctets)
    let (exchanges, log) = AsyncStream.makeStream(
      of: PracticeHandler.Exchange.self, bufferingPolicy: .bufferingNewest(4096))
    let isQuiet = invocation.has(.quiet) && logFile == nil
    let listener = try listen(
      options,
      PracticeHandler(
        server: server, isSlow: configuration.fault == .slow, now: surroundings.now,
        log: isQuiet ? nil : log))
    let address = "http://\(options.authority(port: listener.port))"
    await server.move(to: address)
    try surroundings.console.write(
      PracticeText.start(await server.configuration, isExposed: options.isExposed, style))
    let signals = stopping(listener)
    defer { for signal in signals { signal.cancel() } }
    await serve(listener, exchanges, log, logFile)
    surroundings.console.hint("The practice server has stopped. All that it issued is forgotten.\n")
    return .done
  }

  private func listen(
    _ options: PracticeOptions, _ handler: PracticeHandler
  ) throws(Complaint) -> LoopbackServer {
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
      throw Complaint(.unavailable, "\(error)", next: next)
    }
  }

  /// Serves until the listener stops, and writes what happens as it happens.
  private func serve(
    _ listener: LoopbackServer, _ exchanges: AsyncStream<PracticeHandler.Exchange>,
    _ log: AsyncStream<PracticeHandler.Exchange>.Continuation, _ file: LineFile?
  ) async {
    let serving = Task {
      await listener.run()
      log.finish()
    }
    for await exchange in exchanges {
      if !invocation.has(.quiet) {
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
