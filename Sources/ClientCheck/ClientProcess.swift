import HTTPMessages
import LoopbackHTTP
import Terminal

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The learner's client: a process in a group of its own, bounded in time and output.
struct ClientProcess: Sendable {
  /// The end of a process.
  enum Ending: Hashable, Sendable {
    case exited(Int32)
    case signaled(Int32)
    /// Ended by the check, after a quiet period.
    case stopped
    /// Ended by the check, because it ran too long.
    case timedOut
  }

  /// A line of output, or a URL that a browser was asked to open.
  struct Line: Sendable {
    let text: String
    let isFromBrowser: Bool
  }

  /// The most output that is kept, in bytes; the rest is read and discarded.
  private static let outputLimit = 1_048_576
  /// The time to end after SIGTERM.
  private static let grace = Duration.milliseconds(500)
  /// The time to end after SIGKILL.
  private static let patience = Duration.seconds(2)

  let file: String
  let words: [String]
  let environment: [String: String]
  let folder: String
  /// The file to which the browser shims append URLs.
  let urlFile: String
  let timeout: Duration

  /// Runs the process to its end.
  ///
  /// - Parameters:
  ///   - shouldStop: Whether the check has seen enough.
  ///   - receives: Receives each line of output and each URL that a browser was asked to open.
  /// - Returns: The process as observed.
  /// - Throws: `SystemFault` if it cannot be started.
  func run(
    shouldStop: @escaping @Sendable () -> Bool, receives: @escaping @Sendable (Line) -> Void
  ) async throws(SystemFault) -> Observation.Process {
    let result: Result<Observation.Process, SystemFault> =
      await withCheckedContinuation { continuation in
        let isStarted = Thread.start {
          continuation.resume(
            returning: Result { () throws(SystemFault) in
              try watch(shouldStop, receives)
            })
        }
        if !isStarted { continuation.resume(returning: .failure(SystemFault(EAGAIN))) }
      }
    return try result.get()
  }

  private func watch(
    _ shouldStop: () -> Bool, _ receives: (Line) -> Void
  ) throws(SystemFault) -> Observation.Process {
    let began = ContinuousClock.now
    let (process, reader) = try RunningClients.start { () throws(SystemFault) in try started() }
    let ending = follow(process, reader, until: began + timeout, shouldStop, receives)
    let seconds = (ContinuousClock.now - began).inSeconds
    let isLeft = !reader.drain(within: .milliseconds(200))
    for line in reader.restOfLines() { receives(Line(text: line, isFromBrowser: false)) }
    var status = stat()
    let tokenFile = environment["WORKBENCH_TOKEN_FILE"] ?? ""
    return Observation.Process(
      ending: ending, output: reader.text, isOutputCut: reader.isCut, seconds: seconds,
      isLeft: isLeft,
      tokenFileMode: stat(tokenFile, &status) == 0 ? UInt32(status.st_mode) & 0o777 : nil)
  }

  /// Starts the process with a pipe for its output.
  private func started() throws(SystemFault) -> (Int32, ClientOutput) {
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { throw SystemFault() }
    // The child has copies as its standard output and error.
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    let reader = ClientOutput(descriptor: ends[0], limit: Self.outputLimit)
    defer { close(ends[1]) }
    // posix_spawn has no portable way to set the folder. The shell only changes it, and the mask of
    // new files: the command is in arguments that it passes on, and no part of it is parsed.
    var start = ProgramStart(
      file: "/bin/sh",
      words: ["sh", "-c", #"umask 022; cd "$0" && exec "$@""#, folder, file]
        + words.dropFirst(), environment: environment)
    start.passesClientSecret = true
    (start.input, start.output, start.errors) = (.null, .copy(of: ends[1]), .copy(of: ends[1]))
    start.hasOwnGroup = true
    start.restoredSignals = [SIGHUP, SIGINT, SIGTERM, SIGPIPE, SIGQUIT]
    return (try start.start(), reader)
  }

  private func follow(
    _ process: Int32, _ reader: ClientOutput, until end: ContinuousClock.Instant,
    _ shouldStop: () -> Bool, _ receives: (Line) -> Void
  ) -> Ending {
    var seen = 0
    while true {
      for line in reader.readLines(waiting: 10) {
        receives(Line(text: line, isFromBrowser: false))
      }
      let urls = (try? FileReading.read(path: urlFile, limit: 65_536, isRegular: true))
        .map(Self.lines)
      for url in urls?.dropFirst(seen) ?? [] { receives(Line(text: url, isFromBrowser: true)) }
      seen = max(seen, urls?.count ?? 0)
      if let status = RunningClients.end(of: process) {
        let signal = status & 0x7F
        return signal == 0 ? .exited((status >> 8) & 0xFF) : .signaled(signal)
      }
      let isLate = end < .now
      guard isLate || shouldStop() else { continue }
      terminate(process)
      return isLate ? .timedOut : .stopped
    }
  }

  /// Ends the group in bounded time.
  private func terminate(_ process: Int32) {
    for (signal, time) in [(SIGTERM, Self.grace), (SIGKILL, Self.patience)] {
      kill(-process, signal)
      let end = ContinuousClock.now + time
      while end > .now {
        if RunningClients.end(of: process) != nil { return }
        usleep(5_000)
      }
    }
    // The process of another user, such as one of sudo, cannot be ended.
  }

  private static func lines(_ bytes: [UInt8]) -> [String] {
    // A line that is being written has no end yet.
    let whole = bytes.lastIndex(of: .lineFeed).map { bytes[..<$0] } ?? []
    return whole.split(separator: .lineFeed).map { String(decoding: $0, as: UTF8.self) }
  }
}

extension Duration {
  /// The duration in seconds, for a report.
  var inSeconds: Double {
    Double(components.seconds) + Double(components.attoseconds) / 1e18
  }
}
