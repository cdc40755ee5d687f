import ClientCheck
import Dispatch
import Foundation
import HTTPMessages
import LoopbackHTTP
import Runs
import Terminal
import Transcript

/// `workbench check`: runs a client against honest and hostile servers.
struct CheckCommand: Command {
  private let choices: Choices
  private let surroundings: Surroundings
  private let style: TextStyle
  private let options: ClientCheck.Options
  /// The identifiers of the cases whose failure is accepted.
  private let accepted: [String]

  init(_ choices: Choices, _ surroundings: Surroundings, _ style: TextStyle) throws(CommandError) {
    self.choices = choices
    self.surroundings = surroundings
    self.style = style
    guard choices.has(.checkList) || !choices.operands.isEmpty else {
      throw CommandError(
        .usage, "check needs the command that starts your client, after --.",
        next: Advice("See examples", "help check"))
    }
    options = try ClientCheck.Options(choices)
    accepted = try choices.value(.checkExpected).map(ClientCheck.Options.identifiers(inFile:)) ?? []
  }

  func run() async throws -> ExitCode {
    if choices.has(.checkList) {
      guard choices.value(.checkFormat) != "junit" else {
        throw CommandError(
          .usage, "--list has the formats text, json, and markdown, not junit.",
          next: Advice("See examples", "help check"))
      }
      try surroundings.console.write(
        CheckList(options: options).text(choices.value(.checkFormat) ?? "text", style))
      return .done
    }
    try makeFolder()
    let results = try await results()
    let report = CheckReport(
      options: options, results: results, accepted: accepted,
      otherOptions: [Option.checkTimeout, .checkRevoke, .checkExpected, .checkKeep].compactMap {
        option in
        choices.value(option).map { "\(option.name) \(ShellQuoting.word($0))" }
      })
    let text =
      switch choices.value(.checkFormat) {
      case "json": report.json.text + "\n"
      case "junit": report.junit
      case "markdown": report.markdown
      default: report.text(program: surroundings.program, style)
      }
    try surroundings.console.write(text)
    // After the report, which a full disk must not cost.
    try keep(results)
    return report.hasFailed ? .stepFailed : .done
  }

  private func results() async throws -> [CaseResult] {
    let console = surroundings.console
    let check: ClientCheck
    do {
      check = try ClientCheck(
        options, environment: surroundings.environment, random: surroundings.randomOctets,
        now: surroundings.now)
    } catch {
      throw Self.failure(error)
    }
    let count = check.cases.count
    let done = Lock(0)
    defer { console.progress("") }
    // If the caller ignores it, the system does not say how a client ended.
    signal(SIGCHLD, SIG_DFL)
    let before = [SIGINT, SIGTERM, SIGHUP, SIGQUIT].map { ($0, signal($0, SIG_IGN)) }
    let work = Task {
      try await check.run { result in
        let number = done.withLock { done in
          done += 1
          return done
        }
        console.progress("\(number) of \(count)  \(result.checked.id) \(result.verdict.word)")
      }
    }
    // A signal that the caller ignores, such as SIGHUP after nohup, stays ignored.
    let signals = before.filter { !Self.isIgnoring($0.1) }
      .map { interrupting($0.0) { work.cancel() } }
    defer {
      for source in signals { source.cancel() }
      for (number, action) in before { signal(number, action) }
    }
    do { return try await work.value } catch let fault as ClientCheck.Fault {
      throw Self.failure(fault)
    } catch is CancellationError {
      throw CommandError(.interrupted, "Interrupted. The check stopped all client processes.")
    }
  }

  /// Whether a previous action is to ignore the signal.
  private static func isIgnoring(_ action: SignalAction?) -> Bool {
    unsafeBitCast(action, to: Int.self) == unsafeBitCast(SIG_IGN, to: Int.self)
  }

  private typealias SignalAction = @convention(c) (Int32) -> Void

  private static func failure(_ fault: ClientCheck.Fault) -> CommandError {
    CommandError(.unavailable, fault.message, next: Advice("See examples", "help check"))
  }

  /// Ends every client on a signal, before the program itself ends.
  private func interrupting(
    _ number: Int32, _ cancel: @escaping @Sendable () -> Void
  ) -> any DispatchSourceSignal {
    let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
    source.setEventHandler {
      cancel()
      RunningClients.killAll()
    }
    source.resume()
    return source
  }

  /// Creates the folder of `--keep` before anything runs.
  private func makeFolder() throws(CommandError) {
    guard let folder = choices.value(.checkKeep) else { return }
    do {
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    } catch { throw notWritten(folder) }
    guard FileManager.default.isWritableFile(atPath: folder) else { throw notWritten(folder) }
  }

  /// Writes the output of each case to fix, its secrets hidden, and removes the file of every other case.
  private func keep(_ results: [CaseResult]) throws(CommandError) {
    guard let folder = choices.value(.checkKeep) else { return }
    for result in results {
      let path = "\(folder)/\(result.checked.id).txt"
      guard result.isFault else {
        try? FileManager.default.removeItem(atPath: path)
        continue
      }
      do {
        try Data(Harmless.lines(result.output).utf8).write(to: URL(fileURLWithPath: path))
      } catch { throw notWritten(path) }
    }
  }

  private func notWritten(_ path: String) -> CommandError {
    CommandError(
      .cannotCreate, "The output of the client cannot be written to \(path).",
      next: Advice("Choose another folder with --keep DIR."))
  }
}

extension ClientCheck.Fault {
  fileprivate var message: String {
    switch self {
    case .notFound(let name):
      "No program '\(name.prefix(60))' was found."
    case .notExecutable(let name):
      "The file '\(name.prefix(60))' is not executable. Name the program "
        + "that runs it, such as python3, or use chmod +x."
    case .noFolder(let folder, let reason):
      "No temporary folder can be created in \(folder.prefix(200)): \(reason)."
    case .notStarted(let reason): "The client cannot be started: \(reason)."
    case .noServer(let reason): "The server of a case cannot listen. \(reason)"
    }
  }
}

extension Verdict {
  /// The verdict as a word for a person.
  var word: String { rawValue.replacing("_", with: " ") }
}
