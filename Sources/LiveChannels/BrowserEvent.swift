public import LoopbackHTTP

/// What happens while the channel waits for the browser; whoever made the channel tells the user.
public enum BrowserEvent: Hashable, Sendable {
  /// The wait begins: the user is to open this address, and the redirect can come on these ways.
  case waiting(url: String, ways: Set<BrowserWay>)
  /// A redirect came that was not used; the wait goes on.
  ///
  /// Only so many are told, because anybody can send them. `isLastTold` says that further ones on this
  /// way will be refused in silence.
  case refused(RedirectRefusal, way: BrowserWay, isLastTold: Bool)
  /// Nothing can listen at the redirect URI for now; only pasting is left.
  case cannotListen(LoopbackFault)
}

/// A way on which the redirect can come from the browser to this program.
public enum BrowserWay: Hashable, Sendable, CaseIterable {
  /// The browser itself calls at the redirect URI, where this program listens: RFC 8252 §7.3.
  case listener
  /// The user copies the address from the browser and pastes it.
  case pasting
}
