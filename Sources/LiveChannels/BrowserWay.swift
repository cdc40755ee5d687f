/// A way on which the redirect can come from the browser to this program.
public enum BrowserWay: Hashable, Sendable, CaseIterable {
  /// The browser itself calls at the redirect URI, where this program listens: RFC 8252 §7.3.
  case listener
  /// The user copies the address from the browser and pastes it.
  case pasting
}
