import ClientCheck
import Dispatch
import Foundation
import HTTPMessages
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
    var options = ClientCheck.Options(command: choices.operands)
    options.only = try Self.identifiers(choices.value(.checkOnly) ?? "", "--only")
    options.stage = choices.value(.checkStage).flatMap(CheckCase.Stage.init)
    if let level = choices.value(.checkLevel), level != "all" {
      options.level = CheckCase.Level(rawValue: level) ?? .practice
    }
    options.isConfidential = choices.value(.checkAppType) == "server"
    options.isDiscovered = choices.has(.checkDiscover)
    options.timeout = try Self.number(choices, .checkTimeout, 1...600) ?? options.timeout
    options.jobs = try Self.number(choices, .checkJobs, 1...16) ?? options.jobs
    self.options = options
    accepted =
      try choices.value(.checkExpected).map { path throws(CommandError) in
        try Self.identifiers(try Self.text(of: path), path)
      } ?? []
  }

  func run() async throws -> ExitCode {
    let isMarkdown = choices.value(.checkFormat) == "markdown"
    if choices.has(.checkList) {
      try surroundings.console.write(
        isMarkdown
          ? CheckList.markdown(isDiscovered: options.isDiscovered)
          : CheckList.text(isDiscovered: options.isDiscovered, style))
      return .done
    }
    let results = try await results()
    let report = CheckReport(options: options, results: results, accepted: accepted)
    try keep(results)
    let text =
      switch choices.value(.checkFormat) {
      case "json": report.json.text + "\n"
      case "junit": report.junit
      case "markdown": report.markdown
      default: report.text(program: surroundings.program, style)
      }
    try surroundings.console.write(text)
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
    let done = Counter()
    let work = Task {
      try await check.run { result in
        console.hint("\(done.next()) of \(count)  \(result.checked.id) \(result.verdict.word)\n")
      }
    }
    let before = [SIGINT, SIGTERM].map { ($0, signal($0, SIG_IGN)) }
    let signals = before.map { interrupting($0.0) { work.cancel() } }
    defer {
      for source in signals { source.cancel() }
      for (number, action) in before { signal(number, action) }
    }
    do { return try await work.value } catch let fault as ClientCheck.Fault {
      throw Self.failure(fault)
    } catch is CancellationError {
      throw CommandError(.interrupted, "Interrupted. Every process of the client was ended.")
    }
  }

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

  /// Writes the output of the client in failed cases, its secrets hidden.
  private func keep(_ results: [CaseResult]) throws(CommandError) {
    guard let folder = choices.value(.checkKeep) else { return }
    for result in results where result.verdict == .failed {
      let path = "\(folder)/\(result.checked.id).txt"
      do {
        try FileManager.default.createDirectory(
          atPath: folder, withIntermediateDirectories: true)
        try Data(Harmless.lines(result.output).utf8).write(to: URL(fileURLWithPath: path))
      } catch {
        throw CommandError(
          .cannotCreate, "The output of the client cannot be written to \(path).",
          next: Advice("Choose another folder with --keep DIR."))
      }
    }
  }

  private static func identifiers(
    _ text: String, _ source: String
  ) throws(CommandError) -> [String] {
    let words = text.split { $0.isWhitespace || $0 == "," }.map { $0.uppercased() }
    let known = CheckCase.all.map(\.id)
    for word in words where !known.contains(word) {
      throw .unknown("case", word, among: known, list: Advice("See", "check --list"))
    }
    return words
  }

  private static func number(
    _ choices: Choices, _ option: Option, _ range: ClosedRange<Int>
  ) throws(CommandError) -> Int? {
    guard let text = choices.value(option) else { return nil }
    guard let number = Int(text), range.contains(number) else {
      throw CommandError(
        .unreadableInput,
        "\(option.name) takes a number from \(range.lowerBound) to \(range.upperBound), not "
          + "'\(text.prefix(20))'.",
        next: Advice("See", "help check"))
    }
    return number
  }

  private static func text(of path: String) throws(CommandError) -> String {
    do throws(FileReading.Fault) {
      return String(decoding: try FileReading.read(path: path, limit: 65_536), as: UTF8.self)
    } catch {
      throw CommandError(.unreadableInput, "The file \(path) cannot be read: \(error).")
    }
  }
}

/// The number of cases that have ended.
private final class Counter: @unchecked Sendable {
  private let lock = NSLock()
  private var count = 0

  func next() -> Int {
    lock.withLock {
      count += 1
      return count
    }
  }
}

extension ClientCheck.Fault {
  fileprivate var message: String {
    switch self {
    case .notFound(let name):
      "The client cannot be started: no program '\(name.prefix(60))' was found."
    case .notStarted(let reason): "The client cannot be started: \(reason)."
    }
  }
}

extension Verdict {
  /// The verdict as a word for a person.
  var word: String { rawValue.replacing("_", with: " ") }
}

extension CheckCommand {
  static let name = "check"
  static let description = CommandDescription(
    name: name, group: .prove, isFeatured: true, operands: ["[COMMAND]", "[...]"],
    summary: "run your client against honest and hostile servers",
    details: [
      "For each case it starts a practice server, runs COMMAND in a new folder, and plays the "
        + "user and "
        + "the browser. It then says from the server's log whether the client held.",
      "The client gets its settings from the environment: WORKBENCH_ISSUER, "
        + "_AUTHORIZATION_ENDPOINT, "
        + "_TOKEN_ENDPOINT, _REVOCATION_ENDPOINT, _API, _CLIENT_ID, _CLIENT_SECRET, "
        + "_REDIRECT_URI, _SCOPE, and "
        + "_TOKEN_FILE. In COMMAND, {issuer}, {client_id}, and the others are replaced by the "
        + "same values.",
      "It opens the authorization URL with the program in BROWSER, with the system's own, or prints it. It "
        + "listens at the redirect URI, keeps its tokens in the token file, and reads the profile.",
      "A1, an honest run, always comes first. The exit code is 1 if a case fails, or if a case of level must is "
        + "not reached.",
    ],
    options: [
      .checkStage, .checkOnly, .checkLevel, .checkAppType, .checkDiscover, .checkExpected,
      .checkFormat, .checkKeep, .checkTimeout, .checkJobs, .checkList, .color, .help,
    ],
    examples: [
      .init("workbench check --list", "list the cases"),
      .init("workbench check -- python3 client.py", "check a client"),
    ],
    isOperandChecked: false, operandMeaning: "the command that starts your client")
}
