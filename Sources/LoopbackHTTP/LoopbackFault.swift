/// Why a server could not begin to listen.
public enum LoopbackFault: Error, Hashable {
  /// Another program listens on that port.
  case portTaken(UInt16)
  /// The system reserves that port, as it does with those below 1024.
  case permissionDenied(UInt16)
  /// The host is no IP address, or none of this machine.
  case addressUnavailable(String)
  /// The system allows this program so few open files that not one connection could be served.
  case tooFewDescriptors(Int)
  /// Anything else, in the system's own words.
  case system(String)
}

extension LoopbackFault: CustomStringConvertible {
  /// The fault as one plain sentence.
  public var description: String {
    switch self {
    case .portTaken(let port): "Port \(port) is taken by another program."
    case .permissionDenied(let port): "The system does not allow listening on port \(port)."
    case .addressUnavailable(let host): "\(host) is not an IP address of this machine."
    case .tooFewDescriptors(let count):
      "The system allows this program \(count) open files at once, too few for a server."
    case .system(let words): "The system refused to listen: \(words)."
    }
  }
}
