@testable import workbench

/// A console in memory; the program that it is given to uses it from one task at a time.
final class TestConsole: Console, @unchecked Sendable {
  var isInteractive = false
  var outputIsTerminal = false
  var columns: Int?
  /// What was written to standard output.
  private(set) var output = ""
  /// What was written to standard error.
  private(set) var errors = ""
  /// The lines that the user will type.
  var lines: [String] = []
  /// What the user will type unseen.
  var secret: String?
  /// All of standard input.
  var input: [UInt8] = []

  func write(_ text: String) throws(Complaint) { output += text }
  func hint(_ text: String) { errors += text }
  func readLine() -> String? { lines.isEmpty ? nil : lines.removeFirst() }
  func readSecret() throws(Complaint) -> String? { secret }
  func readAll(limit: Int) -> [UInt8]? { input.count > limit ? nil : input }
}
