#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A socket that never blocks.
///
/// It cannot be copied, and it is closed where its one owner lets go of it: the compiler sees to it
/// that each descriptor is closed exactly once.
package struct Socket: ~Copyable, Sendable {
  /// What became of a transfer.
  package enum Transfer {
    case bytes(Int)
    /// Nothing can be moved now; wait until the socket is ready.
    case blocked
    /// The other side is gone.
    case ended
  }

  package let descriptor: Int32

  /// Takes over a descriptor and closes it at its end.
  package init(owning descriptor: Int32) {
    self.descriptor = descriptor
    // A program started by this one must not inherit it, nor keep the connection open.
    _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
    _ = fcntl(descriptor, F_SETFL, fcntl(descriptor, F_GETFL, 0) | O_NONBLOCK)
    Self.switchOffBrokenPipeSignal(descriptor)
  }

  deinit { _ = close(descriptor) }

  /// Two sockets of which each one receives what the other sends.
  package static func pair() -> (descriptors: (Int32, Int32), succeeded: Bool) {
    var ends: [Int32] = [-1, -1]
    let succeeded = socketpair(AF_UNIX, stream, 0, &ends) == 0
    return ((ends[0], ends[1]), succeeded)
  }

  package func receive(into buffer: UnsafeMutableRawBufferPointer) -> Transfer {
    while true {
      let count = recv(descriptor, buffer.baseAddress, buffer.count, 0)
      if count > 0 { return .bytes(count) }
      if count == 0 { return .ended }
      if errno == EINTR { continue }
      return errno == EAGAIN || errno == EWOULDBLOCK ? .blocked : .ended
    }
  }

  package func transmit(_ bytes: UnsafeRawBufferPointer) -> Transfer {
    while true {
      let count = send(descriptor, bytes.baseAddress, bytes.count, Self.sendFlags)
      if count >= 0 { return .bytes(count) }
      if errno == EINTR { continue }
      return errno == EAGAIN || errno == EWOULDBLOCK ? .blocked : .ended
    }
  }

  /// Tells the other side that nothing more will come, while still receiving.
  package func endSending() { _ = shutdown(descriptor, Int32(SHUT_WR)) }

  func set(_ option: Int32, of level: Int32) {
    var on: Int32 = 1
    _ = setsockopt(descriptor, level, option, &on, socklen_t(MemoryLayout<Int32>.size))
  }
}
