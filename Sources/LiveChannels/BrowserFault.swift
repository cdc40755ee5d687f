/// Why the browser's way did not lead back.
public enum BrowserFault: Error, Hashable, CustomStringConvertible {
  /// Nobody came back in time.
  case timedOut
  /// The redirect URI leads elsewhere than to this machine.
  case notLoopback(String)

  /// The fault in one sentence.
  public var description: String {
    switch self {
    case .timedOut: "The browser did not come back in time."
    case .notLoopback(let uri):
      "The redirect URI \(uri) is not http with 127.0.0.1, localhost or [::1] and a port."
    }
  }
}
