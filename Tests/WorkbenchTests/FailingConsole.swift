import Foundation
import Terminal

@testable import workbench

/// A console whose output breaks when a certain text comes.
final class FailingConsole: Console {
  let isInteractive = false
  let outputIsTerminal = false
  let columns: Int? = nil
  let rows: Int? = nil
  private let text: String

  init(after text: String) { self.text = text }

  func show(_ text: String) throws(ConsoleFault) {
    if text.contains(self.text) { throw .outputFailed(SystemFault(EPIPE)) }
  }

  func page(_ text: String, through pager: Pager) -> Bool { false }
  func hint(_ text: String) {}
  func readLine() -> String? { nil }
  func readKey() -> String? { nil }
  func nextLine() async -> String? { nil }
  func hiddenLine() throws(ConsoleFault) -> String? { nil }
  func readAll(limit: Int) -> [UInt8]? { nil }
}
