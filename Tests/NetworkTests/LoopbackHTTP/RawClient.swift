import Foundation

@testable import LoopbackHTTP

/// A client that sends bytes as they are and waits without holding a thread.
final class RawClient: Sendable {
  struct Gone: Error {}

  private let socket: Socket
  private let poller: Poller
  private let received = Lock<[UInt8]>([])

  init(port: UInt16, host: String = "127.0.0.1", poller: Poller) throws {
    guard let address = SocketAddress(host: host, port: port) else { throw Gone() }
    self.poller = poller
    socket = Socket(owning: Foundation.socket(address.family, Socket.stream, 0))
    let descriptor = socket.descriptor
    let result = address.withPointer { connect(descriptor, $0, $1) }
    guard result == 0 || errno == EINPROGRESS else { throw Gone() }
  }

  func send(_ text: String) async throws { try await send(Array(text.utf8)) }

  func send(_ bytes: [UInt8]) async throws {
    var rest = bytes[...]
    while !rest.isEmpty {
      try await wait(until: .writable)
      guard case .bytes(let count) = rest.withUnsafeBytes({ socket.transmit($0) }) else {
        throw Gone()
      }
      rest = rest.dropFirst(count)
    }
  }

  func endSending() { socket.endSending() }

  /// The next answer, cut off by its `Content-Length`.
  func answer(hasBody: Bool = true) async throws -> RawAnswer {
    while true {
      let answer = received.withLock { bytes in
        let answer = RawAnswer(prefixOf: bytes, hasBody: hasBody)
        if let answer { bytes.removeFirst(answer.size) }
        return answer
      }
      if let answer { return answer }
      guard try await receive() else { throw Gone() }
    }
  }

  /// Waits for the first byte of an answer without taking it.
  func answerBegins() async throws { try await wait(until: .readable) }

  /// What still comes until the server ends the connection.
  func rest() async throws -> String {
    while try await receive() {}
    return received.withLock { String(decoding: $0, as: UTF8.self) }
  }

  private func receive() async throws -> Bool {
    try await wait(until: .readable)
    return withUnsafeTemporaryAllocation(byteCount: 64 << 10, alignment: 1) { buffer in
      guard case .bytes(let count) = socket.receive(into: buffer) else { return false }
      received.withLock { $0 += buffer[..<count] }
      return true
    }
  }

  private func wait(until event: Waiter.Event) async throws {
    let deadline = ContinuousClock.now + .seconds(20)
    guard await poller.wait(until: event, on: socket, deadline: deadline) == .ready else {
      throw Gone()
    }
  }
}
