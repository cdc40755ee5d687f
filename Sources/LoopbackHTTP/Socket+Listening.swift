#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

extension Socket {
  /// The result of an attempt to accept a connection.
  enum Acceptance {
    /// A new connection; the caller must take ownership of its descriptor.
    case connection(Int32)
    /// No client is waiting.
    case blocked
    /// A client is waiting, but the system has no descriptor or memory left.
    case exhausted
    /// The client has closed the connection, or a signal interrupted the call.
    case gone
  }

  /// Creates a listening socket.
  ///
  /// - Parameters:
  ///   - host: An IP address of this machine.
  ///   - port: The port, or 0 for any free one.
  /// - Returns: The socket.
  /// - Throws: `LoopbackFault` if the system does not allow it.
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
    // Without this, a stopped server could not restart for a minute.
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

  /// Whether another program uses a port on every address of this machine.
  ///
  /// - Parameters:
  ///   - port: The port; the result for port 0 is always `false`.
  ///   - family: `AF_INET` or `AF_INET6`; addresses of the other family do not count.
  /// - Returns: Whether the port cannot be bound because of that program.
  static func isHeldOnEveryAddress(_ port: UInt16, family: Int32) -> Bool {
    guard port != 0,
      let every = SocketAddress(host: family == AF_INET6 ? "::" : "0.0.0.0", port: port)
    else { return false }
    let descriptor = socket(family, stream, 0)
    guard descriptor >= 0 else { return false }
    let probe = Socket(owning: descriptor)
    // With this, recently closed connections at one address do not count.
    probe.set(SO_REUSEADDR, of: SOL_SOCKET)
    if family == AF_INET6 { probe.set(IPV6_V6ONLY, of: Int32(IPPROTO_IPV6)) }
    return every.withPointer { bind(probe.descriptor, $0, $1) } != 0 && errno == EADDRINUSE
  }

  /// The port on which this socket listens.
  var port: UInt16 { SocketAddress(of: descriptor).port }

  /// Accepts the next connection without blocking.
  func acceptNext() -> Acceptance {
    let accepted = accept(descriptor, nil, nil)
    guard accepted < 0 else { return .connection(accepted) }
    return switch errno {
    case EAGAIN, EWOULDBLOCK: .blocked
    case EINTR, ECONNABORTED: .gone
    // EMFILE, ENFILE, ENOBUFS, ENOMEM, and others; an immediate retry would not help.
    default: .exhausted
    }
  }

  /// Disables the delay of small responses that waits for more data to send.
  func sendAtOnce() { set(TCP_NODELAY, of: Int32(IPPROTO_TCP)) }
}
