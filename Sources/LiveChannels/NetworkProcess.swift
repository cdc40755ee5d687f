import Channels
import LoopbackHTTP
import Terminal

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The running network program and the connection to it; deinitializing ends both.
final class NetworkProcess: Sendable {
  /// The process ID.
  let identifier: Int32
  private let socket: Socket

  /// Creates a process by starting the program, without a shell and without waiting for it.
  ///
  /// - Throws: `BackChannelFault.programMissing` if it cannot be started from that path, `other` if
  ///   the system lacks resources.
  init(program: String) throws(BackChannelFault) {
    let pair = Socket.pair()
    guard pair.succeeded else { throw .other("the system has no file descriptor left") }
    let ours = Socket(owning: pair.descriptors.0)
    // Closed here once the child has its copies, which block, as the child expects.
    let theirs = pair.descriptors.1
    defer { _ = close(theirs) }
    _ = fcntl(theirs, F_SETFD, FD_CLOEXEC)
    var start = ProgramStart(file: program, words: [program])
    (start.input, start.output, start.errors) = (.copy(of: theirs), .copy(of: theirs), .null)
    do {
      identifier = try start.start()
    } catch {
      guard [EAGAIN, ENOMEM].contains(error.code) else { throw .programMissing(program) }
      throw .other("the system cannot start another process")
    }
    socket = ours
  }

  deinit {
    interrupt()
    ProgramStart.end(of: identifier)
  }

  /// Ends the program at once; it has nothing to save.
  func interrupt() { _ = kill(identifier, SIGKILL) }

  /// Whether the program runs and is silent, as between two orders.
  var isWaiting: Bool {
    var byte: UInt8 = 0
    return withUnsafeMutableBytes(of: &byte) { buffer in
      if case .blocked = socket.receive(into: buffer) { true } else { false }
    }
  }

  /// Sends a line and waits for the line in response, blocking the calling thread.
  ///
  /// - Parameters:
  ///   - line: The order with its line end.
  ///   - limit: The most bytes in the response.
  ///   - deadline: The time at which to stop waiting.
  /// - Returns: The response without its line end, or `nil` if the deadline has passed.
  /// - Throws: `BackChannelFault.programEnded` if the program ended or the response is too long.
  func response(
    to line: [UInt8], limit: Int, deadline: ContinuousClock.Instant
  ) throws(BackChannelFault) -> [UInt8]? {
    var rest = line[...]
    while !rest.isEmpty {
      switch rest.withUnsafeBytes({ socket.transmit($0) }) {
      case .bytes(let count): rest = rest.dropFirst(count)
      case .blocked: guard wait(for: POLLOUT, until: deadline) else { return nil }
      case .ended: throw .programEnded
      }
    }
    var response: [UInt8] = []
    while response.last != UInt8(ascii: "\n") {
      switch receive(into: &response) {
      case .bytes: guard response.count <= limit else { throw .programEnded }
      case .blocked: guard wait(for: POLLIN, until: deadline) else { return nil }
      case .ended: throw .programEnded
      }
    }
    return response.dropLast()
  }

  private func receive(into bytes: inout [UInt8]) -> Socket.Transfer {
    withUnsafeTemporaryAllocation(byteCount: 64 << 10, alignment: 1) { buffer in
      let transfer = socket.receive(into: buffer)
      if case .bytes(let count) = transfer { bytes += buffer[..<count] }
      return transfer
    }
  }

  /// Waits until the socket is ready; returns `false` if the deadline has passed.
  private func wait(for event: Int32, until deadline: ContinuousClock.Instant) -> Bool {
    let (seconds, attoseconds) = (deadline - .now).components
    guard seconds >= 0, attoseconds >= 0 else { return false }
    var watched = pollfd(fd: socket.descriptor, events: Int16(event), revents: 0)
    _ = poll(
      &watched, 1, Int32(min(seconds, 3600) * 1000 + attoseconds / 1_000_000_000_000_000 + 1))
    return true
  }
}
