import Terminal

@testable import workbench

/// A console that does something just before a certain text would be shown for the first time.
final class WatchingConsole: Console, @unchecked Sendable {
  let isInteractive = false
  let outputIsTerminal = false
  let columns: Int? = nil
  let rows: Int? = nil
  private let text: String
  private let action: () -> Void
  /// Whether the text came.
  private(set) var hasSeen = false

  init(for text: String, action: @escaping () -> Void) {
    self.text = text
    self.action = action
  }

  func show(_ text: String) throws(ConsoleFault) {
    guard text.contains(self.text), !hasSeen else { return }
    hasSeen = true
    action()
  }

  func page(_ text: String, through pager: Pager) -> Bool { false }
  func hint(_ text: String) {}
  func readLine() -> String? { nil }
  func readKey() -> String? { nil }
  func nextLine() async -> String? { nil }
  func hiddenLine() throws(ConsoleFault) -> String? { nil }
  func readAll(limit: Int) -> [UInt8]? { nil }
}
