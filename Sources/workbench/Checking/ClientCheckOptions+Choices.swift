import ClientCheck
import Diagnosis
import Runs
import Terminal
import Transcript

extension ClientCheck.Options {
  /// Reads the options of `check`.
  init(_ choices: Choices) throws(CommandError) {
    self.init(command: choices.operands)
    only = try Self.identifiers(choices.value(.checkOnly) ?? "")
    guard choices.value(.checkOnly) == nil || !only.isEmpty else {
      throw CommandError(
        .usage, "The value of --only names no case.", next: Advice("See", "check --list"))
    }
    stage = choices.value(.checkStage).flatMap(CheckCase.Stage.init)
    level = choices.value(.checkLevel).flatMap(CheckCase.Level.init) ?? .practice
    isConfidential = choices.value(.checkAppType) == "server"
    isDiscovered = choices.has(.checkDiscover)
    revokeCommand = try choices.value(.checkRevoke).map(Self.words) ?? []
    timeout = try Self.number(choices, .checkTimeout, 1...600) ?? timeout
    jobs = try Self.number(choices, .checkJobs, 1...16) ?? jobs
    let chosen = self
    guard CheckCase.all.contains(where: chosen.includes) else {
      throw CommandError(
        .usage, "No case matches --only, --stage, and --level together.",
        next: Advice("See", "check --list"))
    }
  }

  /// The words of a command, which no shell runs.
  private static func words(of command: String) throws(CommandError) -> [String] {
    let words = ShellWords.words(of: command)
    guard !words.isEmpty, !ShellWords.needShell(command) else {
      throw CommandError(
        .usage,
        words.isEmpty
          ? "--revoke-command needs a command."
          : "--revoke-command takes one command with closed quotation marks. For anything else, use "
            + "sh -c '…'.",
        next: Advice("See", "help check"))
    }
    return words
  }

  /// The identifiers in a file, one a line; what follows a `#` is a comment.
  static func identifiers(inFile path: String) throws(CommandError) -> [String] {
    let bytes: [UInt8]
    do throws(FileReading.Fault) { bytes = try FileReading.read(path: path, limit: 65_536) } catch {
      throw CommandError(
        .unreadableInput, "The file \(path.prefix(200)) cannot be read: \(error.reason).",
        next: Advice("See", "help check"))
    }
    let lines = String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isNewline)
    return try identifiers(
      lines.map { String($0.prefix { $0 != "#" }) }.joined(separator: " "))
  }

  private static func identifiers(
    _ text: String
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
        .usage,
        "\(option.name) takes a number from \(range.lowerBound) to \(range.upperBound), not "
          + "'\(text.prefix(20))'.",
        next: Advice("See", "help check"))
    }
    return number
  }
}
