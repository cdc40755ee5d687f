import Foundation
import HTTPMessages
package import Terminal

/// A console in memory; only one task may read from it at a time.
package final class TestConsole: Console, @unchecked Sendable {
  package var isInteractive = false
  package var outputIsTerminal = false
  package var columns: Int?
  package var rows: Int?
  /// Whether a pager can be started.
  package var hasPager = true
  /// The pager that was started; its text is added to `output`.
  package private(set) var pager: Pager?
  /// The text written to standard output.
  package var output: String { lock.withLock { written.output } }
  /// The text written to standard error.
  package var errors: String { lock.withLock { written.errors } }
  private let lock = NSLock()
  private var written = (output: "", errors: "")
  /// The lines that the user will type.
  package var lines: [String] = []
  /// Whether the input stays open after the last line, instead of ending there.
  package var staysOpen = false
  /// The secret that the user will type without echo.
  package var secret: String?
  /// The bytes for `readAll(limit:)`.
  package var input: [UInt8] = []

  /// Creates a console without input.
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
