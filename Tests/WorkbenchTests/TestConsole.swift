import Foundation
import HTTPMessages
import Terminal

@testable import workbench

/// A console in memory; the program that it is given to reads from one task at a time.
final class TestConsole: Console, @unchecked Sendable {
  var isInteractive = false
  var outputIsTerminal = false
  var columns: Int?
  var rows: Int?
  /// Whether a pager can be started.
  var hasPager = true
  /// The pager that was started; it shows the text where the output goes.
  private(set) var pager: Pager?
  /// What was written to standard output.
  var output: String { lock.withLock { written.output } }
  /// What was written to standard error.
  var errors: String { lock.withLock { written.errors } }
  private let lock = NSLock()
  private var written = (output: "", errors: "")
  /// The lines that the user will type.
  var lines: [String] = []
  /// Whether more could be typed behind the last line; otherwise the input is at its end there.
  var staysOpen = false
  /// What the user will type unseen.
  var secret: String?
  /// All of standard input.
  var input: [UInt8] = []

  func show(_ text: String) throws(ConsoleFault) {
    lock.withLock { written.output += Harmless.printed(text) }
  }

  func page(_ text: String, through pager: Pager) -> Bool {
    guard hasPager else { return false }
    self.pager = pager
    lock.withLock { written.output += Harmless.printed(text) }
    return true
  }

  func hint(_ text: String) { lock.withLock { written.errors += Harmless.printed(text) } }
  func readLine() -> String? { lines.isEmpty ? nil : lines.removeFirst() }

  func nextLine() async -> String? {
    if let line = readLine() { return line }
    if staysOpen { try? await Task.sleep(for: .seconds(3600)) }
    return nil
  }

  func hiddenLine() throws(ConsoleFault) -> String? { secret }
  func readAll(limit: Int) -> [UInt8]? { input.count > limit ? nil : input }
}
