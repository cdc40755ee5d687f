import HTTPMessages
import Vocabulary

/// A loopback redirect URI without its port, for comparison (RFC 8252 §7.3).
struct LoopbackURI: Hashable {
  private let host: String
  private let rest: String

  /// Creates the URI without its port, or `nil` if it is not on loopback or its port is invalid.
  init?(_ uri: String) {
    guard (try? RedirectURI(uri)) != nil, uri.hasPrefix("http://") else { return nil }
    let afterScheme = uri.dropFirst("http://".count)
    let authority = afterScheme.prefix { $0 != "/" && $0 != "?" }
    // RFC 8252 §7.3 names the two addresses; RFC 9700 §4.1.3 also includes localhost.
    guard
      let host = ["127.0.0.1", "[::1]", "localhost"].first(where: {
        authority == $0 || authority.hasPrefix($0 + ":")
      })
    else { return nil }
    let port = authority.dropFirst(host.count).dropFirst()
    guard port.utf8.allSatisfy({ 0x30...0x39 ~= $0 }), port.isEmpty || UInt16(port) != nil else {
      return nil
    }
    self.host = host
    rest = String(afterScheme.dropFirst(authority.count))
  }
}
