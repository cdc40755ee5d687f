import LoopbackHTTP
import PracticeServer

/// One run of the client against one poisoned server.
struct CaseRun: Sendable {
  /// A program and its words, the first of which is its name.
  struct Program: Sendable {
    let file: String
    let words: [String]
  }

  /// The client to run, and how.
  struct Client: Sendable {
    let command: Program
    let revocation: Program?
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

  /// The least quiet before the prerequisite of the case: a busy machine is slow.
  private static let patience = Duration.seconds(3)

  /// Starts the server, runs the client, and stops the server.
  func observe() async throws -> Observation {
    let record = Record()
    let setup = try Setup(self, record)
    record.start(setup.credentials, isDiscovered: client.isDiscovered)
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
    return record.observation
  }

  private func run(_ setup: Setup, _ record: Record) async throws {
    let place = try Folder.made(folder + "/run")
    let browser = place + "/" + Folder.browserFolder
    for (number, turn) in checked.runs.turns.enumerated() {
      try Task.checkCancellation()
      if number > 0 { record.startNextTurn() }
      guard let program = turn.revokes ? client.revocation : client.command else { return }
      let process = ClientProcess(
        file: program.file, words: setup.filled(program.words, client, folder: place),
        environment: setup.environment(client, folder: place, shims: browser),
        folder: place, urlFile: try Folder.addBrowser(to: browser),
        timeout: client.timeout)
      let results = try await results(of: turn, process, setup, record)
      let strays = Strays.found(with: place, isLeft: results.contains { $0.isLeft })
      record.note { $0.strays += strays }
    }
    // Only C14 asks, and it judges the honest run.
    guard checked.id == "A1" else { return }
    let file = ExposedFile.name(in: place, record.observation.secrets)
    record.note { $0.exposedFile = file }
  }

  /// Whether the event happened without which the case says nothing.
  private func isReached(_ record: Record) -> Bool {
    checked.condition.prerequisite?.missing(in: record.observation) == nil
  }

  /// Runs the processes of a turn, and is their user and their browser.
  private func results(
    of turn: CheckCase.Turn, _ process: ClientProcess, _ setup: Setup, _ record: Record
  ) async throws -> [Observation.Process] {
    let (lines, opened) = AsyncStream.makeStream(of: ClientProcess.Line.self)
    let agent = UserAgent(
      practice: setup.practice, baseURL: setup.baseURL, issuer: setup.issuer, poison: poison,
      record: record)
    async let browsing: Void = {
      for await line in lines {
        await agent.open(line)
        record.endLine()
      }
    }()
    defer { opened.finish() }
    let results = try await withThrowingTaskGroup(of: Observation.Process.self) { group in
      for _ in 0..<turn.processes {
        group.addTask { [quiet] in
          try await process.run {
            record.noteReading()
            return record.quiet > quiet && (isReached(record) || record.quiet > Self.patience)
          } receives: { line in
            record.noteLine(line.text)
            record.startLine()
            opened.yield(line)
          }
        }
      }
      return try await group.reduce(into: []) { $0.append($1) }
    }
    // Nothing listens anymore: the browser stops trying.
    record.endTurn(results)
    opened.finish()
    await browsing
    return results
  }
}
