import Foundation
import Terminal
import TestSupport

@testable import Runs
@testable import workbench

/// A temporary folder with a session of its own, and the program run on it in this process.
///
/// Tests run side by side in one current directory, so none may use the session that lies there.
final class Bench: Sendable {
  /// When everything happens here unless said otherwise, in seconds since 1970-01-01 00:00 UTC.
  static let time: Int64 = 1_795_348_800

  private let scratch: ScratchFolder
  private let program: String
  private let randomOctets: @Sendable (Int) -> [UInt8]

  /// Makes the folder.
  ///
  /// - Parameters:
  ///   - program: How the program calls itself in what it advises.
  ///   - randomOctets: The generator; without one the same octets come every time.
  /// - Throws: What `FileManager` throws where the folder cannot be made.
  init(
    program: String = "workbench",
    randomOctets: @escaping @Sendable (Int) -> [UInt8] = { count in
      (0..<count).map { UInt8($0 & 0xFF) }
    }
  ) throws {
    self.program = program
    self.randomOctets = randomOctets
    scratch = try ScratchFolder()
  }

  /// Where everything is.
  var folder: URL { scratch.url }

  /// The path of the session file.
  var session: String { path(".workbench/session.json") }

  /// A path in the folder.
  func path(_ name: String) -> String { scratch.path(name) }

  /// Runs the program with a command line.
  func run(
    _ arguments: String..., environment: [String: String] = [:],
    console: TestConsole = TestConsole(), at time: Int64 = Bench.time
  ) async -> Answer {
    await run(arguments, environment: environment, console: console, at: time)
  }

  /// Runs the program with a command line.
  func run(
    _ arguments: [String], environment: [String: String] = [:],
    console: TestConsole = TestConsole(), at time: Int64 = Bench.time
  ) async -> Answer {
    let exitCode = await run(arguments, environment: environment, on: console, at: time)
    return Answer(exitCode: exitCode.rawValue, output: console.output, errors: console.errors)
  }

  /// Runs the program with a command line at any console.
  func run(
    _ arguments: [String], environment: [String: String] = [:], on console: any Console,
    at time: Int64 = Bench.time
  ) async -> ExitCode {
    let surroundings = Surroundings(
      program: program, networkProgram: Program.network?.path ?? "",
      sessionPath: session,
      arguments: withSession(arguments),
      // A Mac always has a browser to open: no test does, unless it brings one of its own.
      environment: ["BROWSER": "true"].merging(environment) { $1 }, console: console,
      now: { time }, randomOctets: randomOctets)
    return await Workbench(surroundings: surroundings).run()
  }

  /// The words with this bench's session in them, where the command takes one and none is named.
  func withSession(_ arguments: [String]) -> [String] {
    let takers = ["walk", "step", "session", "profile", "refresh", "introspect", "revoke"]
    guard let command = arguments.first, takers.contains(command),
      !arguments.contains(where: { $0.hasPrefix("--session") })
    else { return arguments }
    return [command, "--session", session] + arguments.dropFirst()
  }

  /// A text without the places that differ from run to run.
  func withoutPlaces(_ text: String) -> String {
    text.replacing(session, with: ".workbench/session.json")
      .replacing(folder.path(percentEncoded: false), with: "FOLDER/")
  }

  /// Puts a file into the folder.
  func write(_ text: String, to name: String) throws { try scratch.write(text, to: name) }

  /// Puts a file into the folder.
  func write(_ data: Data, to name: String) throws { try scratch.write(data, to: name) }

  /// The session file's text.
  func sessionText() throws -> String {
    try String(contentsOfFile: session, encoding: .utf8)
  }

  /// The values of the session file by name.
  func sessionValues() throws -> [String: String] {
    try JSONDecoder().decode(Session.self, from: Data(contentsOf: URL(filePath: session)))
      .values.mapValues(\.value)
  }

  /// What lies beside the session file.
  func sessionFolder() throws -> Set<String> {
    Set(try FileManager.default.contentsOfDirectory(atPath: path(".workbench")))
  }
}
