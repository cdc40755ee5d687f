@testable import Runs
import Dispatch
import Foundation
import TestSupport

/// An executable file that is run to its end as a process of its own.
struct Program {
  let path: String

  /// The program under test, as it was built beside the tests; `nil` if it is not there.
  static let workbench = beside("workbench")
  /// The program that reaches the network for it.
  static let network = beside("workbench-network")
  static let bash = installed("bash")
  static let zsh = installed("zsh")
  static let fish = installed("fish")
  static let groff = installed("groff")
  static let mandoc = installed("mandoc")
  static let less = installed("less")
  /// Runs a command at a terminal of its own.
  static let script = installed("script")

  /// The words with which bash lets `script` run a command, in which no apostrophe may stand.
  ///
  /// What stands on the terminal's screen is in the file `screen` at once, and not only at the end.
  static func script(_ command: String) -> String {
    #if canImport(Darwin)
      "script -q -t 0 screen bash -c '\(command)'"
    #else
      "script -qefc '\(command)' screen"
    #endif
  }

  /// Runs it; after 30 seconds it is killed, so that one that hangs fails its test.
  ///
  /// Its outputs go to files, because a pipe that nobody empties would stop it.
  func run(
    _ arguments: [String], on bench: Bench, input: String = "",
    environment: [String: String] = [:], killedAfter delay: Double = 30
  ) async throws -> Answer {
    let name = UUID().uuidString
    for part in ["in", "out", "err"] { try bench.write(part == "in" ? input : "", to: name + part) }
    let search = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"
    let child = ChildProcess(
      path: path, arguments: arguments,
      environment: ["PATH": search, "BROWSER": "true"].merging(environment) { $1 },
      folder: bench.folder.path(percentEncoded: false),
      files: (bench.path(name + "in"), bench.path(name + "out"), bench.path(name + "err")))
    let end = try await finish(child, killedAfter: delay)
    let exitCode =
      switch end {
      case .exit(let status): status
      case .signal(let number): -number
      }
    return Answer(
      exitCode: exitCode,
      output: try String(contentsOfFile: bench.path(name + "out"), encoding: .utf8),
      errors: try String(contentsOfFile: bench.path(name + "err"), encoding: .utf8))
  }

  /// Waits outside the tests' own threads, which other tests may keep busy.
  private func finish(
    _ child: ChildProcess, killedAfter delay: Double
  ) async throws -> ChildProcess.End {
    try await withCheckedThrowingContinuation { end in
      DispatchQueue.global().async {
        end.resume(with: Result { try child.run(killedAfter: delay) })
      }
    }
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
