public import LoopbackHTTP

/// What happens while the channel waits for the browser; whoever made the channel tells the user.
public enum BrowserEvent: Hashable, Sendable {
  /// The wait begins: the user is to open this address, and the redirect can come on these ways.
  case waiting(url: String, ways: Set<BrowserWay>)
  /// A redirect came that was not used; the wait goes on.
  ///
  /// Only so many are told, because anybody can send them. `isLastReported` says that further ones on this
  /// way will be refused in silence.
  case refused(RedirectRejection, way: BrowserWay, isLastReported: Bool)
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

/// Why the browser's way did not lead back.
public enum BrowserFault: Error, Hashable, CustomStringConvertible {
  /// No redirect came within so many seconds that could be used.
  ///
  /// `refused` says why the last one that came was not used; `nil` if none came.
  case timedOut(seconds: Int, refused: RedirectRejection? = nil)
  /// Nothing listens at this redirect URI, and nobody is there to paste what arrives at it.
  case noWayToReceive(redirectURI: String)

  /// The fault in plain sentences.
  public var description: String {
    switch self {
    case .timedOut(let seconds, let rejection?):
      "A redirect came within \(seconds) seconds, and none that can be used. \(rejection) Nothing was used; start "
        + "again."
    case .timedOut(let seconds, nil):
      "The browser did not come back within \(seconds) seconds. Nothing was used; start again."
    case .noWayToReceive(let uri):
      "The redirect to \(uri) cannot reach this program: it does not listen there, and standard input has "
        + "ended, so that nobody can paste the address. Start it at a terminal."
    }
  }
}
