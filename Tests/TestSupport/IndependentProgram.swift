package import Foundation

/// Programs by others, with which the tests compare the workbench's results.
package enum IndependentProgram {
  /// An error for a program that did not exit with status 0.
  package struct Failure: Error {
    package let program: String
    package let end: ChildProcess.End
  }

  /// Whether all of these programs are installed.
  package static func exists(_ names: String...) -> Bool {
    names.allSatisfy { path(of: $0) != nil }
  }

  /// Returns the output of a program.
  ///
  /// - Parameters:
  ///   - name: The program's name, looked up in PATH.
  ///   - arguments: Its arguments.
  ///   - input: The text for its standard input.
  ///   - front: A folder to add at the start of its PATH.
  /// - Returns: The bytes from its standard output.
  /// - Throws: `Failure` if it does not exit with status 0.
  package static func output(
    of name: String, _ arguments: [String], input: String = "", front: URL? = nil
  ) throws -> [UInt8] {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    // Files, not pipes: with a full pipe, both processes could wait for each other.
    let source = folder.appending(path: "input")
    try Data(input.utf8).write(to: source)
    var environment = ProcessInfo.processInfo.environment
    if let front {
      environment["PATH"] = front.path(percentEncoded: false) + ":" + (environment["PATH"] ?? "")
    }
    let output = folder.appending(path: "output")
    let child = ChildProcess(
      path: path(of: name) ?? name, arguments: arguments, environment: environment,
      files: (
        source.path(percentEncoded: false), output.path(percentEncoded: false), "/dev/null"
      ))
    let end = try child.run(killedAfter: 60)
    guard end == .exit(0) else { throw Failure(program: name, end: end) }
    return Array(try Data(contentsOf: output))
  }

  /// Returns the lines that a Python script prints for input lines.
  package static func python(_ script: String, lines: [String]) throws -> [String] {
    let input = lines.map { $0 + "\n" }.joined()
    let output = try output(of: "python3", ["-c", script], input: input)
    return String(decoding: output, as: UTF8.self)
      .split(separator: "\n", omittingEmptySubsequences: false).dropLast().map(String.init)
  }

  /// Returns the output of a command line run by a POSIX shell.
  package static func shell(_ command: String, front: URL? = nil) throws -> [UInt8] {
    try output(of: "/bin/sh", ["-c", command], front: front)
  }

  private static func path(of name: String) -> String? {
    if name.hasPrefix("/") { return name }
    return (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
      .map { "\($0)/\(name)" }.first { FileManager.default.isExecutableFile(atPath: $0) }
  }
}
