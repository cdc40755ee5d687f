public import LoopbackHTTP

/// An event while the channel waits for the browser, to be reported to the user.
public enum BrowserEvent: Hashable, Sendable {
  /// The wait starts: the user must open the URL, and the redirect can arrive in these ways.
  case waiting(url: String, ways: Set<BrowserWay>)
  /// A redirect was rejected; the channel is still waiting.
  ///
  /// The number of these events is limited, because anyone can send redirects. After one with
  /// `isLastReported`, later redirects that arrive in the same way are rejected silently.
  case refused(RedirectRejection, way: BrowserWay, isLastReported: Bool)
  /// The channel cannot listen at the redirect URI, so the user can only paste the redirect.
  case cannotListen(LoopbackFault)
}

/// A way in which the redirect can get from the browser to this program.
public enum BrowserWay: Hashable, Sendable, CaseIterable {
  /// The browser requests the redirect URI, where this program listens (RFC 8252 §7.3).
  case listener
  /// The user copies the redirect from the browser and pastes it.
  case pasting
}

/// A reason why no redirect could be received.
public enum BrowserFault: Error, Hashable, CustomStringConvertible {
  /// No valid redirect arrived within this number of seconds.
  ///
  /// `refused` is the reason why the last redirect was rejected, or `nil` if none arrived.
  case timedOut(seconds: Int, refused: RedirectRejection? = nil)
  /// The channel does not listen at this redirect URI, and the user cannot paste the redirect.
  case cannotReceive(redirectURI: String)

  /// The fault in plain sentences.
  public var description: String {
    switch self {
    case .timedOut(let seconds, let rejection?):
      "A redirect arrived within \(seconds) seconds but was rejected. \(rejection) Try again."
    case .timedOut(let seconds, nil):
      "No redirect arrived within \(seconds) seconds. Try again."
    case .cannotReceive(let uri):
      "This program cannot receive the redirect to \(uri): it does not listen there, and standard "
        + "input has ended. Start it at a terminal to paste the redirect."
    }
  }
}
