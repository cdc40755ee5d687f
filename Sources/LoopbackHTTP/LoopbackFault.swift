/// A reason why a server could not start to listen.
public enum LoopbackFault: Error, Hashable {
  /// Another program uses this port.
  case portTaken(UInt16)
  /// The system reserves this port, as it does ports below 1024.
  case permissionDenied(UInt16)
  /// The host is not an IP address of this machine.
  case addressUnavailable(String)
  /// The system allows this program too few open files to serve even one connection.
  case tooFewDescriptors(Int)
  /// Any other fault, in the system's own words.
  case system(String)
}

extension LoopbackFault: CustomStringConvertible {
  /// The fault in one sentence.
  public var description: String {
    switch self {
    case .portTaken(let port): "Port \(port) is taken by another program."
    case .permissionDenied(let port): "The system does not allow listening on port \(port)."
    case .addressUnavailable(let host): "\(host) is not an IP address of this machine."
    case .tooFewDescriptors(let count):
      "The system allows this program \(count) open files at once, too few for a server."
    case .system(let words): "The system did not allow listening: \(words)."
    }
  }
}
