#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

extension Socket {
  /// What became of an attempt to accept a connection.
  enum Acceptance {
    /// The descriptor of a new connection, which wants an owner.
    case connection(Int32)
    /// Nobody is waiting.
    case blocked
    /// The system has no descriptor or memory left for the one who is waiting.
    case exhausted
    /// The one who was waiting has gone.
    case gone
  }

  /// A socket that listens.
  ///
  /// - Parameters:
  ///   - host: An IP address of this machine.
  ///   - port: The port, or 0 for any free one.
  /// - Returns: The socket.
  /// - Throws: `LoopbackFault` with what stands in the way.
  static func listening(host: String, port: UInt16) throws(LoopbackFault) -> Socket {
    guard let address = SocketAddress(host: host, port: port) else {
      throw .addressUnavailable(host)
    }
    if sharesPortWithWildcard, isHeldOnEveryAddress(port, family: address.family) {
      throw .portTaken(port)
    }
    let descriptor = socket(address.family, stream, 0)
    guard descriptor >= 0 else { throw .system(String(cString: strerror(errno))) }
    let listener = Socket(owning: descriptor)
    // Without this, a server that was stopped could not start again for a minute.
    listener.set(SO_REUSEADDR, of: SOL_SOCKET)
    guard address.withPointer({ bind(descriptor, $0, $1) }) == 0, listen(descriptor, 1024) == 0
    else {
      switch errno {
      case EADDRINUSE: throw .portTaken(port)
      case EACCES, EPERM: throw .permissionDenied(port)
      case EADDRNOTAVAIL: throw .addressUnavailable(host)
      default: throw .system(String(cString: strerror(errno)))
      }
    }
    return listener
  }

  /// Whether another program has a port on every address of this machine.
  ///
  /// - Parameters:
  ///   - port: The port; port 0 is never held.
  ///   - family: `AF_INET` or `AF_INET6`: the addresses of the other family do not count.
  /// - Returns: Whether the port cannot be bound because of that program.
  static func isHeldOnEveryAddress(_ port: UInt16, family: Int32) -> Bool {
    guard port != 0,
      let every = SocketAddress(host: family == AF_INET6 ? "::" : "0.0.0.0", port: port)
    else { return false }
    let descriptor = socket(family, stream, 0)
    guard descriptor >= 0 else { return false }
    let probe = Socket(owning: descriptor)
    // With this, connections that ended a moment ago at one address do not count.
    probe.set(SO_REUSEADDR, of: SOL_SOCKET)
    if family == AF_INET6 { probe.set(IPV6_V6ONLY, of: Int32(IPPROTO_IPV6)) }
    return every.withPointer { bind(probe.descriptor, $0, $1) } != 0 && errno == EADDRINUSE
  }

  /// The port on which this socket listens.
  var port: UInt16 { SocketAddress(of: descriptor).port }

  func acceptNext() -> Acceptance {
    let accepted = accept(descriptor, nil, nil)
    guard accepted < 0 else { return .connection(accepted) }
    return switch errno {
    case EAGAIN, EWOULDBLOCK: .blocked
    case EINTR, ECONNABORTED: .gone
    // EMFILE, ENFILE, ENOBUFS, ENOMEM; trying again at once would not help with any other either.
    default: .exhausted
    }
  }

  /// Sends small answers at once instead of waiting for more to send.
  func sendAtOnce() { set(TCP_NODELAY, of: Int32(IPPROTO_TCP)) }
}
