package import Foundation

/// Programs that somebody else wrote, to hold our own results against.
package enum IndependentProgram {
  /// How a program ended otherwise than well.
  package struct Failure: Error {
    package let program: String
    package let end: ChildProcess.End
  }

  /// Whether all of these are installed.
  package static func exists(_ names: String...) -> Bool {
    names.allSatisfy { path(of: $0) != nil }
  }

  /// What a program prints.
  ///
  /// - Parameters:
  ///   - name: The program's name, looked up in PATH.
  ///   - arguments: Its arguments.
  ///   - input: What it reads from its standard input.
  ///   - front: A folder that it shall find before all others in PATH.
  /// - Returns: What it wrote to its standard output.
  /// - Throws: `Failure` if it ends with another status than 0.
  package static func output(
    of name: String, _ arguments: [String], input: String = "", front: URL? = nil
  ) throws -> [UInt8] {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    // Files instead of pipes: a full pipe would make both sides wait for each other.
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

  /// The lines that a Python script prints for the given lines.
  package static func python(_ script: String, lines: [String]) throws -> [String] {
    let input = lines.map { $0 + "\n" }.joined()
    let output = try output(of: "python3", ["-c", script], input: input)
    return String(decoding: output, as: UTF8.self)
      .split(separator: "\n", omittingEmptySubsequences: false).dropLast().map(String.init)
  }

  /// What a command line prints when a POSIX shell runs it.
  package static func shell(_ command: String, front: URL? = nil) throws -> [UInt8] {
    try output(of: "/bin/sh", ["-c", command], front: front)
  }

  private static func path(of name: String) -> String? {
    if name.hasPrefix("/") { return name }
    return (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
      .map { "\($0)/\(name)" }.first { FileManager.default.isExecutableFile(atPath: $0) }
  }
}
