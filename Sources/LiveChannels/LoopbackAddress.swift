import HTTPMessages
import LoopbackHTTP

/// Hosts and port of a loopback redirect URI: RFC 8252 §7.3.
struct LoopbackAddress: Hashable, Sendable {
  /// The IP addresses at which the browser may call.
  let hosts: [String]
  let port: UInt16

  /// Takes the address from a redirect URI; `nil` if no program on this machine can listen there.
  ///
  /// That is so for `https`, for a scheme of the app's own, and for another machine's host.
  init?(_ redirectURI: String) {
    let parts = URLParts(redirectURI)
    guard parts.scheme == "http", let colon = parts.authority.lastIndex(of: ":"),
      case let digits = parts.authority[parts.authority.index(after: colon)...],
      digits.allSatisfy(\.isNumber), let port = UInt16(digits), port > 0
    else { return nil }
    switch parts.authority[..<colon] {
    case "127.0.0.1": hosts = ["127.0.0.1"]
    case "[::1]": hosts = ["::1"]
    // The name is not looked up, it may mean something else (RFC 8252 §8.3). Browsers try both.
    case "localhost": hosts = ["127.0.0.1", "::1"]
    default: return nil
    }
    self.port = port
  }

  /// Listens on every host.
  ///
  /// RFC 8252 §7.3: a machine may lack IPv4 or IPv6, and whichever is there is used. A port that another
  /// program has is something else: the browser might call there.
  ///
  /// - Parameter listen: Listens on one host.
  /// - Returns: At least one listener.
  /// - Throws: `LoopbackFault` with what stands in the way.
  func listeners<Listener>(
    _ listen: (_ host: String) throws(LoopbackFault) -> Listener
  ) throws(LoopbackFault) -> [Listener] {
    var listeners: [Listener] = []
    var lack: LoopbackFault?
    for host in hosts {
      do throws(LoopbackFault) {
        listeners.append(try listen(host))
      } catch {
        switch error {
        case .portTaken, .permissionDenied, .tooFewDescriptors: throw error
        case .addressUnavailable, .system: lack = error
        }
      }
    }
    if listeners.isEmpty, let lack { throw lack }
    return listeners
  }
}
