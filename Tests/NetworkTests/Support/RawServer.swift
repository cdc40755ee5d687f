import Foundation

@testable import LoopbackHTTP

/// A server that answers with the bytes that a test prescribes, and keeps what it was sent.
final class RawServer: Sendable {
  /// The server's side of a connection, when a request has come.
  struct Connection: ~Copyable {
    let socket: Socket
    /// The request, byte for byte.
    let request: [UInt8]

    /// Sends a text; `false` if nobody takes it.
    @discardableResult func send(_ text: String) -> Bool { send(Array(text.utf8)) }

    /// Sends bytes; `false` if nobody takes them.
    @discardableResult func send(_ bytes: [UInt8]) -> Bool {
      var rest = bytes[...]
      while !rest.isEmpty {
        switch rest.withUnsafeBytes({ socket.transmit($0) }) {
        case .bytes(let count): rest = rest.dropFirst(count)
        case .blocked: RawServer.wait(for: POLLOUT, on: socket.descriptor)
        case .ended: return false
        }
      }
      return true
    }

    /// Says nothing until the client has gone.
    func waitForEnd() {
      var byte: UInt8 = 0
      while true {
        let transfer = withUnsafeMutableBytes(of: &byte) { socket.receive(into: $0) }
        if case .ended = transfer { return }
        RawServer.wait(for: POLLIN, on: socket.descriptor)
      }
    }
  }

  let port: UInt16
  private let kept = Lock<[[UInt8]]>([])
  private let accepted = Lock(0)
  private let isStopped = Lock(false)

  /// Listens on a free port of 127.0.0.1; every connection has a thread, and is closed after `answer`.
  init(_ answer: @escaping @Sendable (borrowing Connection) -> Void) throws {
    let listener = try Socket.listening(host: "127.0.0.1", port: 0)
    port = listener.port
    let descriptor = dup(listener.descriptor)
    let (kept, accepted, isStopped) = (kept, accepted, isStopped)
    Foundation.Thread.detachNewThread {
      let listener = Socket(owning: descriptor)
      while !isStopped.withLock({ $0 }) {
        guard case .connection(let descriptor) = listener.acceptNext() else {
          Self.wait(for: POLLIN, on: listener.descriptor)
          continue
        }
        accepted.withLock { $0 += 1 }
        Foundation.Thread.detachNewThread {
          let socket = Socket(owning: descriptor)
          let request = Self.request(on: socket) { isStopped.withLock { $0 } }
          kept.withLock { $0.append(request) }
          answer(Connection(socket: socket, request: request))
        }
      }
    }
  }

  deinit { stop() }

  /// What was received, a request each.
  var requests: [[UInt8]] { kept.withLock { $0 } }
  /// How many connections there were.
  var connections: Int { accepted.withLock { $0 } }
  /// The address of a path.
  func url(_ path: String, host: String = "127.0.0.1") -> String { "http://\(host):\(port)\(path)" }

  /// Lets nobody in any more.
  ///
  /// A connection stays until its answer is complete or its client has gone: `URLSession` on Linux ends
  /// the program, here the tests, when a connection ends in the middle of a head.
  func stop() { isStopped.withLock { $0 = true } }

  /// A request up to the end of its body, which `Content-Length` tells; less if the client goes.
  private static func request(on socket: borrowing Socket, isStopped: () -> Bool) -> [UInt8] {
    var bytes: [UInt8] = []
    while !isStopped() {
      if let head = RawMessage(bytes), head.isComplete { return bytes }
      let transfer = withUnsafeTemporaryAllocation(byteCount: 64 << 10, alignment: 1) { buffer in
        let transfer = socket.receive(into: buffer)
        if case .bytes(let count) = transfer { bytes += buffer[..<count] }
        return transfer
      }
      switch transfer {
      case .bytes: continue
      case .blocked: wait(for: POLLIN, on: socket.descriptor)
      case .ended: return bytes
      }
    }
    return bytes
  }

  /// Waits a moment at most, so that a server that is stopped sees it.
  fileprivate static func wait(for event: Int32, on descriptor: Int32) {
    var watched = pollfd(fd: descriptor, events: Int16(event), revents: 0)
    _ = poll(&watched, 1, 500)
  }
}
