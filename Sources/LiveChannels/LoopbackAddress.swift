import HTTPMessages

/// Host and port of a loopback redirect URI: RFC 8252 §7.3.
struct LoopbackAddress: Hashable, Sendable {
  let host: String
  let port: UInt16

  /// Takes the address from a redirect URI.
  ///
  /// - Throws: `BrowserFault.notLoopback`.
  init(_ redirectURI: String) throws(BrowserFault) {
    let parts = URLParts(redirectURI)
    guard parts.scheme == "http", let colon = parts.authority.lastIndex(of: ":"),
      case let digits = parts.authority[parts.authority.index(after: colon)...],
      digits.allSatisfy(\.isNumber), let port = UInt16(digits), port > 0
    else { throw .notLoopback(redirectURI) }
    switch parts.authority[..<colon] {
    // RFC 8252 §8.3: localhost may mean something else; here it is bound to the address itself.
    case "127.0.0.1", "localhost": host = "127.0.0.1"
    case "[::1]": host = "::1"
    default: throw .notLoopback(redirectURI)
    }
    self.port = port
  }
}
