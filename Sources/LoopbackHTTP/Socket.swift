#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A non-blocking socket.
///
/// It cannot be copied, and it is closed when its only owner releases it. So the compiler ensures
/// that each descriptor is closed exactly once.
package struct Socket: ~Copyable, Sendable {
  /// The result of sending or receiving.
  package enum Transfer {
    /// This number of bytes was transferred.
    case bytes(Int)
    /// Nothing can be transferred until the socket is ready.
    case blocked
    /// The peer has closed the connection, or it failed.
    case ended
  }

  /// The file descriptor, which remains owned by the socket.
  package let descriptor: Int32

  /// Creates a socket that owns a descriptor, and makes it non-blocking.
  package init(owning descriptor: Int32) {
    self.descriptor = descriptor
    // A program started by this one must not inherit it and keep the connection open.
    _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
    _ = fcntl(descriptor, F_SETFL, fcntl(descriptor, F_GETFL, 0) | O_NONBLOCK)
    Self.switchOffBrokenPipeSignal(descriptor)
  }

  deinit { _ = close(descriptor) }

  /// Creates two connected sockets; the caller owns both descriptors.
  package static func pair() -> (descriptors: (Int32, Int32), succeeded: Bool) {
    var ends: [Int32] = [-1, -1]
    let succeeded = socketpair(AF_UNIX, stream, 0, &ends) == 0
    return ((ends[0], ends[1]), succeeded)
  }

  /// Receives bytes into a buffer.
  package func receive(into buffer: UnsafeMutableRawBufferPointer) -> Transfer {
    while true {
      let count = recv(descriptor, buffer.baseAddress, buffer.count, 0)
      if count > 0 { return .bytes(count) }
      if count == 0 { return .ended }
      if errno == EINTR { continue }
      return errno == EAGAIN || errno == EWOULDBLOCK ? .blocked : .ended
    }
  }

  /// Sends as many of the bytes as possible.
  package func transmit(_ bytes: UnsafeRawBufferPointer) -> Transfer {
    while true {
      let count = send(descriptor, bytes.baseAddress, bytes.count, Self.sendFlags)
      if count >= 0 { return .bytes(count) }
      if errno == EINTR { continue }
      return errno == EAGAIN || errno == EWOULDBLOCK ? .blocked : .ended
    }
  }

  /// Signals the end of sending to the peer; receiving is still possible.
  package func endSending() { _ = shutdown(descriptor, Int32(SHUT_WR)) }

  func set(_ option: Int32, of level: Int32) {
    var on: Int32 = 1
    _ = setsockopt(descriptor, level, option, &on, socklen_t(MemoryLayout<Int32>.size))
  }
}
