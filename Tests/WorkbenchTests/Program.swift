import Foundation

/// An executable file that is run to its end as a process of its own.
struct Program {
  let path: String

  /// The program under test, as it was built beside the tests; `nil` if it is not there.
  static let workbench = beside("workbench")
  static let bash = installed("bash")
  static let zsh = installed("zsh")
  static let fish = installed("fish")
  /// Runs a command at a terminal of its own; its options are those of Linux.
  static let script = installed("script")

  /// Runs it; after 30 seconds it is killed, so that one that hangs fails its test.
  ///
  /// Its outputs go to files, because a pipe that nobody empties would stop it.
  func run(
    _ arguments: [String], on bench: Bench, input: String = "",
    environment: [String: String] = [:], killedAfter delay: Double = 30
  ) async throws -> Answer {
    let name = UUID().uuidString
    for part in ["in", "out", "err"] { try bench.write(part == "in" ? input : "", to: name + part) }
    let process = Process()
    process.executableURL = URL(filePath: path)
    process.arguments = arguments
    process.currentDirectoryURL = bench.folder
    let search = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"
    process.environment = ["PATH": search].merging(environment) { $1 }
    process.standardInput = try FileHandle(forReadingFrom: URL(filePath: bench.path(name + "in")))
    process.standardOutput = try FileHandle(forWritingTo: URL(filePath: bench.path(name + "out")))
    process.standardError = try FileHandle(forWritingTo: URL(filePath: bench.path(name + "err")))
    try await finish(process, killedAfter: delay)
    let signal = process.terminationReason == .uncaughtSignal
    return Answer(
      exitCode: process.terminationStatus * (signal ? -1 : 1),
      output: try String(contentsOfFile: bench.path(name + "out"), encoding: .utf8),
      errors: try String(contentsOfFile: bench.path(name + "err"), encoding: .utf8))
  }

  /// Starts a process and waits for its end, or for the time to kill it.
  ///
  /// The time is kept outside the tests' own threads, which other tests may keep busy.
  private func finish(_ process: Process, killedAfter delay: Double) async throws {
    let killing = DispatchWorkItem {
      if process.isRunning { kill(process.processIdentifier, SIGKILL) }
    }
    try await withCheckedThrowingContinuation { (end: CheckedContinuation<Void, any Error>) in
      process.terminationHandler = { _ in end.resume() }
      do {
        try process.run()
        DispatchQueue.global().asyncAfter(deadline: .now() + delay, execute: killing)
      } catch {
        end.resume(throwing: error)
      }
    }
    killing.cancel()
  }

  /// A file in the folder of the test bundle, which is where products are built.
  private static func beside(_ name: String) -> Program? {
    let bundles = [Bundle(for: TestConsole.self).bundleURL, Bundle.main.bundleURL]
    let files = [Bundle.main.executableURL, URL(filePath: CommandLine.arguments[0])]
    let folders =
      bundles + bundles.map { $0.deletingLastPathComponent() }
      + files.compactMap { $0?.deletingLastPathComponent() }
    return first(folders.map { $0.appending(path: name) })
  }

  private static func installed(_ name: String) -> Program? {
    let search = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"
    return first(search.split(separator: ":").map { URL(filePath: "\($0)/\(name)") })
  }

  private static func first(_ files: [URL]) -> Program? {
    files.map { $0.path(percentEncoded: false) }.first { path in
      var isFolder: ObjCBool = false
      return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
        && !isFolder.boolValue && FileManager.default.isExecutableFile(atPath: path)
    }.map(Program.init)
  }
}
