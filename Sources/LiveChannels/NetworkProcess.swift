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

/// The program for the network while it runs, and the line to it; both end with the last reference.
final class NetworkProcess: Sendable {
  /// The number that the system gave it.
  let identifier: Int32
  private let socket: Socket

  /// Starts the program, without a shell, and without waiting for it.
  ///
  /// - Throws: `BackChannelFault.programMissing` if there is none at the path, `other` if the system has
  ///   no room for it.
  init(program: String) throws(BackChannelFault) {
    let pair = Socket.pair()
    guard pair.succeeded else { throw .other("no descriptor is left") }
    let ours = Socket(owning: pair.descriptors.0)
    // Closed here as soon as the child has its copies. The child's copies block, as it expects.
    let theirs = pair.descriptors.1
    defer { _ = close(theirs) }
    _ = fcntl(theirs, F_SETFD, FD_CLOEXEC)
    var start = ProgramStart(file: program, words: [program])
    (start.input, start.output, start.errors) = (.copy(of: theirs), .copy(of: theirs), .null)
    do {
      identifier = try start.start()
    } catch {
      guard [EAGAIN, ENOMEM].contains(error.code) else { throw .programMissing(program) }
      throw .other("no process is left")
    }
    socket = ours
  }

  deinit {
    interrupt()
    ProgramStart.end(of: identifier)
  }

  /// Ends the program at once; it holds nothing that could be lost.
  func interrupt() { _ = kill(identifier, SIGKILL) }

  /// Whether the program is there and silent, as it is between two orders.
  var isWaiting: Bool {
    var byte: UInt8 = 0
    return withUnsafeMutableBytes(of: &byte) { buffer in
      if case .blocked = socket.receive(into: buffer) { true } else { false }
    }
  }

  /// Sends a line and waits for the one that answers it; the calling thread stands still meanwhile.
  ///
  /// - Parameters:
  ///   - line: The order with its line end.
  ///   - limit: The greatest length of the answer, in bytes.
  ///   - deadline: When to give up.
  /// - Returns: The answer without its line end; `nil` if there was none in time.
  /// - Throws: `BackChannelFault.programEnded`.
  func answer(
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
    var answer: [UInt8] = []
    while answer.last != UInt8(ascii: "\n") {
      switch receive(into: &answer) {
      case .bytes: guard answer.count <= limit else { throw .programEnded }
      case .blocked: guard wait(for: POLLIN, until: deadline) else { return nil }
      case .ended: throw .programEnded
      }
    }
    return answer.dropLast()
  }

  private func receive(into bytes: inout [UInt8]) -> Socket.Transfer {
    withUnsafeTemporaryAllocation(byteCount: 64 << 10, alignment: 1) { buffer in
      let transfer = socket.receive(into: buffer)
      if case .bytes(let count) = transfer { bytes += buffer[..<count] }
      return transfer
    }
  }

  /// Waits until the socket is ready; `false` when the deadline has passed.
  private func wait(for event: Int32, until deadline: ContinuousClock.Instant) -> Bool {
    let (seconds, attoseconds) = (deadline - .now).components
    guard seconds >= 0, attoseconds >= 0 else { return false }
    var watched = pollfd(fd: socket.descriptor, events: Int16(event), revents: 0)
    _ = poll(
      &watched, 1, Int32(min(seconds, 3600) * 1000 + attoseconds / 1_000_000_000_000_000 + 1))
    return true
  }
}
