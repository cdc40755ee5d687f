import HTTPMessages
import LoopbackHTTP

/// The hosts and the port of a loopback redirect URI (RFC 8252 §7.3).
struct LoopbackAddress: Hashable, Sendable {
  /// The IP addresses that the browser may connect to.
  let hosts: [String]
  let port: UInt16

  /// Creates the address of a redirect URI, or `nil` if this program cannot listen there.
  ///
  /// It cannot listen for `https`, a private-use scheme, or the host of another machine.
  init?(_ redirectURI: String) {
    let parts = URLParts(redirectURI)
    guard parts.scheme == "http", let colon = parts.authority.lastIndex(of: ":"),
      case let digits = parts.authority[parts.authority.index(after: colon)...],
      digits.allSatisfy(\.isNumber), let port = UInt16(digits), port > 0
    else { return nil }
    switch parts.authority[..<colon] {
    case "127.0.0.1": hosts = ["127.0.0.1"]
    case "[::1]": hosts = ["::1"]
    // No lookup: the name may resolve to something else (RFC 8252 §8.3). Browsers try both.
    case "localhost": hosts = ["127.0.0.1", "::1"]
    default: return nil
    }
    self.port = port
  }

  /// Listens on every available host.
  ///
  /// A machine may lack IPv4 or IPv6, so one of them is enough (RFC 8252 §7.3). But if another
  /// program uses the port, listening fails: the browser might connect to that program.
  ///
  /// - Parameter listen: Listens on one host.
  /// - Returns: At least one listener.
  /// - Throws: `LoopbackFault` if listening fails.
  func listeners<Listener>(
    _ listen: (_ host: String) throws(LoopbackFault) -> Listener
  ) throws(LoopbackFault) -> [Listener] {
    var listeners: [Listener] = []
    var unavailable: LoopbackFault?
    for host in hosts {
      do throws(LoopbackFault) {
        listeners.append(try listen(host))
      } catch {
        switch error {
        case .portTaken, .permissionDenied, .tooFewDescriptors: throw error
        case .addressUnavailable, .system: unavailable = error
        }
      }
    }
    if listeners.isEmpty, let unavailable { throw unavailable }
    return listeners
  }
}
