import Foundation
import HTTPMessages
package import Terminal

/// A console in memory; the program that it is given to reads from one task at a time.
package final class TestConsole: Console, @unchecked Sendable {
  package var isInteractive = false
  package var outputIsTerminal = false
  package var columns: Int?
  package var rows: Int?
  /// Whether a pager can be started.
  package var hasPager = true
  /// The pager that was started; it shows the text where the output goes.
  package private(set) var pager: Pager?
  /// What was written to standard output.
  package var output: String { lock.withLock { written.output } }
  /// What was written to standard error.
  package var errors: String { lock.withLock { written.errors } }
  private let lock = NSLock()
  private var written = (output: "", errors: "")
  /// The lines that the user will type.
  package var lines: [String] = []
  /// Whether more could be typed behind the last line; otherwise the input is at its end there.
  package var staysOpen = false
  /// What the user will type unseen.
  package var secret: String?
  /// All of standard input.
  package var input: [UInt8] = []

  /// A console on which nobody types.
  package init() {}

  package func show(_ text: String) throws(ConsoleFault) {
    lock.withLock { written.output += Harmless.printed(text) }
  }

  package func page(_ text: String, through pager: Pager) -> Bool {
    guard hasPager else { return false }
    self.pager = pager
    lock.withLock { written.output += Harmless.printed(text) }
    return true
  }

  package func hint(_ text: String) { lock.withLock { written.errors += Harmless.printed(text) } }
  package func readKey() -> String? { readLine().map { String($0.drop { $0 == " " }.prefix(1)) } }
  package func readLine() -> String? { lines.isEmpty ? nil : lines.removeFirst() }

  package func nextLine() async -> String? {
    if let line = readLine() { return line }
    if staysOpen { try? await Task.sleep(for: .seconds(3600)) }
    return nil
  }

  package func hiddenLine() throws(ConsoleFault) -> String? { secret }
  package func readAll(limit: Int) -> [UInt8]? { input.count > limit ? nil : input }
}
