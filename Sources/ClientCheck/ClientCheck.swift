import HTTPMessages
import LoopbackHTTP
import Terminal

/// A check of a learner's client: runs it through the cases, and says case by case whether it passed.
public struct ClientCheck: Sendable {
  let options: Options
  private let command: CaseRun.Program
  private let revocation: CaseRun.Program?
  private let environment: [String: String]
  private let random: @Sendable (Int) -> [UInt8]
  private let now: @Sendable () -> Int64

  /// Creates a check.
  ///
  /// - Parameters:
  ///   - options: The command and the cases.
  ///   - environment: The variables that the client inherits.
  ///   - random: The secure generator.
  ///   - now: The clock, in seconds since 1970-01-01 00:00 UTC.
  /// - Throws: `Fault` if there is no program of that name, or it is not executable.
  public init(
    _ options: Options, environment: [String: String],
    random: @escaping @Sendable (Int) -> [UInt8], now: @escaping @Sendable () -> Int64
  ) throws(Fault) {
    command = try Self.program(options.command, environment)
    revocation =
      options.revokeCommand.isEmpty ? nil : try Self.program(options.revokeCommand, environment)
    self.options = options
    self.environment = environment
    self.random = random
    self.now = now
  }

  /// The cases that these options choose, A1 first.
  public var cases: [CheckCase] { CheckCase.all.filter { $0.id == "A1" || options.includes($0) } }

  /// Runs the cases.
  ///
  /// - Parameter report: Receives each result as soon as it is known.
  /// - Returns: The results in the order of the cases; only A1 if A1 fails.
  /// - Throws: `Fault` if the client cannot be started, `CancellationError` if the task is canceled.
  public func run(report: @escaping @Sendable (CaseResult) -> Void) async throws -> [CaseResult] {
    let client = CaseRun.Client(
      command: command, revocation: revocation, environment: environment,
      isConfidential: options.isConfidential, isDiscovered: options.isDiscovered,
      timeout: .seconds(options.timeout))
    let folder: String
    let parent = Folder.parent(in: environment)
    do { folder = try Folder.temporary(in: parent) } catch {
      throw Fault.noFolder(parent, reason: error.reason)
    }
    defer { Folder.remove(folder) }
    let cases = cases
    // Nothing is known yet about the speed of this client.
    let patience = max(Duration.seconds(3), client.timeout / 2)
    let honest = try await observed(cases[0], Poison(), client, folder, quiet: patience)
    try Task.checkCancellation()
    if let reason = honest.observation.startFailure {
      throw Fault.notStarted(SecretText.masked(reason, honest.observation.secrets))
    }
    let first = result(cases[0], [honest.observation], honest.seconds)
    report(first)
    guard first.verdict == .passed else { return [first] }
    let quiet = Self.quiet(after: honest.observation)
    return [first]
      + (try await results(
        of: Array(cases.dropFirst()), client, folder, honest.observation, quiet, report))
  }

  /// Runs cases side by side, as many at once as the options say.
  private func results(
    of cases: [CheckCase], _ client: CaseRun.Client, _ folder: String, _ honest: Observation,
    _ quiet: Duration, _ report: @escaping @Sendable (CaseResult) -> Void
  ) async throws -> [CaseResult] {
    try await withThrowingTaskGroup(of: (Int, CaseResult).self) { group in
      var (next, found): (Int, [Int: CaseResult]) = (0, [:])
      func add() {
        guard next < cases.count else { return }
        let (number, checked) = (next, cases[next])
        next += 1
        group.addTask {
          (number, try await checkedResult(checked, client, folder, honest, quiet))
        }
      }
      for _ in 0..<max(1, options.jobs) { add() }
      while let (number, result) = try await group.next() {
        // After Ctrl-C, a failure says nothing about the client.
        try Task.checkCancellation()
        found[number] = result
        report(result)
        add()
      }
      return cases.indices.compactMap { found[$0] }
    }
  }

  /// The number of cases for each processor: with more, each takes longer.
  private var load: Int { max(1, options.jobs / max(1, Platform.processors)) }

  private func checkedResult(
    _ checked: CheckCase, _ client: CaseRun.Client, _ folder: String, _ honest: Observation,
    _ quiet: Duration
  ) async throws -> CaseResult {
    if let need = checked.needs.first(where: { !options.meets($0) }) {
      return result(checked, .skipped("needs \(need.rawValue)"))
    }
    if checked.runs == .shared {
      var honest = honest
      honest.strays = []
      return result(checked, [honest], 0)
    }
    let earlier = honest.asEarlier
    var (observations, seconds): ([Observation], Double) = ([], 0)
    for poison in checked.poisons {
      let observed = try await observed(
        checked, poison, client, folder,
        quiet: max(quiet, poison.quiet, checked.condition.quiet) * load)
      observations.append(observed.observation)
      observations[observations.count - 1].earlier = earlier
      seconds += observed.seconds
    }
    return result(checked, observations, seconds)
  }

  private func observed(
    _ checked: CheckCase, _ poison: Poison, _ client: CaseRun.Client, _ folder: String,
    quiet: Duration
  ) async throws -> (observation: Observation, seconds: Double) {
    let began = ContinuousClock.now
    do {
      let place = try Folder.made(
        folder + "/" + checked.id + random(4).map { String($0, radix: 16) }.joined())
      let run = CaseRun(
        client: client, checked: checked, poison: poison, folder: place, quiet: quiet,
        random: random, now: now)
      let observation = try await run.observe()
      return (observation, (ContinuousClock.now - began).inSeconds)
    } catch let fault as SystemFault {
      throw Fault.notStarted(fault.reason)
    } catch let fault as LoopbackFault {
      throw Fault.noServer(fault.description)
    }
  }

  /// The quiet that proves that nothing more is sent: three times what this client needed, at least 0.8 s.
  private static func quiet(after honest: Observation) -> Duration {
    max(.milliseconds(800), honest.longestGap * 3)
  }

  /// A command that works in every folder.
  private static func program(
    _ words: [String], _ environment: [String: String]
  ) throws(Fault) -> CaseRun.Program {
    guard let name = words.first, let file = BrowserCommand.file(of: name, in: environment) else {
      let name = words.first ?? ""
      throw ExecutablePath.isFile(name) ? Fault.notExecutable(name) : Fault.notFound(name)
    }
    return CaseRun.Program(file: absolute(file), words: words.map(absolute))
  }

  /// A word of the command that works in every folder: the path of a file is made absolute.
  ///
  /// A word without a slash or a period can be anything, such as the target of `make`.
  private static func absolute(_ word: String) -> String {
    guard word.contains("/") || word.contains("."), !word.hasPrefix("/"),
      ExecutablePath.isFile(word), !ExecutablePath.isFolder(word)
    else { return word }
    return ExecutablePath.currentFolder + "/" + word
  }
}
