import Foundation

@testable import workbench

/// A temporary folder with a session of its own, and the program run on it in this process.
///
/// Tests run side by side in one current directory, so none may use the session that lies there.
final class Bench: Sendable {
  let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory
      .appending(path: "workbench-\(UUID().uuidString)", directoryHint: .isDirectory)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  deinit {
    try? FileManager.default.removeItem(at: folder)
  }

  /// The path of the session file.
  var session: String { path(".workbench/session.json") }

  /// A path in the folder.
  func path(_ name: String) -> String {
    folder.appending(path: name).path(percentEncoded: false)
  }

  /// Runs the program with a command line.
  func run(
    _ arguments: String..., environment: [String: String] = [:],
    console: TestConsole = TestConsole()
  ) async -> Answer {
    await run(arguments, environment: environment, console: console)
  }

  /// Runs the program with a command line.
  func run(
    _ arguments: [String], environment: [String: String] = [:],
    console: TestConsole = TestConsole()
  ) async -> Answer {
    let surroundings = Surroundings(
      arguments: withSession(arguments), environment: environment, console: console,
      now: { 1_795_348_800 }, randomOctets: { count in (0..<count).map { UInt8($0 & 0xFF) } })
    let exitCode = await Workbench(surroundings: surroundings).run()
    return Answer(exitCode: exitCode.rawValue, output: console.output, errors: console.errors)
  }

  /// The words with this bench's session in them, where the command takes one and none is named.
  func withSession(_ arguments: [String]) -> [String] {
    guard let command = arguments.first, ["walk", "step", "session"].contains(command),
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
  func write(_ text: String, to name: String) throws {
    try write(Data(text.utf8), to: name)
  }

  /// Puts a file into the folder.
  func write(_ data: Data, to name: String) throws {
    let file = folder.appending(path: name)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try data.write(to: file)
  }

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
