/// Why the browser's way did not lead back.
public enum BrowserFault: Error, Hashable, CustomStringConvertible {
  /// No redirect came within so many seconds.
  case timedOut(seconds: Int)
  /// Nothing listens at this redirect URI, and nobody is there to paste what arrives at it.
  case nobodyCanAnswer(redirectURI: String)

  /// The fault in plain sentences.
  public var description: String {
    switch self {
    case .timedOut(let seconds):
      "The browser did not come back within \(seconds) seconds. Nothing was used; start again."
    case .nobodyCanAnswer(let uri):
      "The redirect to \(uri) cannot reach this program: it does not listen there, and standard input has "
        + "ended, so that nobody can paste the address. Start it at a terminal."
    }
  }
}
