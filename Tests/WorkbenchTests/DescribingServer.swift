import Foundation

@testable import LoopbackHTTP

/// A server that answers every request with a description of itself.
///
/// It has a thread of its own: those that tasks share may all be busy with other tests.
final class DescribingServer: Sendable {
  /// The address at which it listens, which is its issuer identifier.
  let address: String
  private let isStopped = Lock(false)

  /// The paths that were asked for, in order.
  var paths: [String] { asked.withLock { $0 } }
  private let asked = Lock<[String]>([])

  /// An answer: a status, a media type and a body.
  typealias Reply = (status: Int, type: String, body: String)

  /// Listens on a free port of 127.0.0.1, and answers every request with one document.
  ///
  /// - Parameter description: The document, for the address.
  /// - Throws: What keeps it from listening.
  convenience init(_ description: @escaping @Sendable (_ address: String) -> String) throws {
    try self.init { _, address in (200, "application/json", description(address)) }
  }

  /// Listens on a free port of 127.0.0.1.
  ///
  /// - Parameter reply: The answer, for the path and the address.
  /// - Throws: What keeps it from listening.
  init(_ reply: @escaping @Sendable (_ path: String, _ address: String) -> Reply) throws {
    let listener = try Socket.listening(host: "127.0.0.1", port: 0)
    address = "http://127.0.0.1:\(listener.port)"
    let (address, asked) = (address, asked)
    let answer: @Sendable (String) -> [UInt8] = { path in
      asked.withLock { $0.append(path) }
      let (status, type, body) = reply(path, address)
      return Array(
        """
        HTTP/1.1 \(status) Answer\r\nContent-Type: \(type)\r\nConnection: close\r
        Content-Length: \(body.utf8.count)\r\n\r\n\(body)
        """.utf8)
    }
    let (descriptor, isStopped) = (dup(listener.descriptor), isStopped)
    Foundation.Thread.detachNewThread {
      let listener = Socket(owning: descriptor)
      while !isStopped.withLock({ $0 }) {
        if case .connection(let descriptor) = listener.acceptNext() {
          Self.serve(Socket(owning: descriptor), answer)
        } else {
          Self.wait(for: POLLIN, on: listener.descriptor)
        }
      }
    }
  }

  deinit { stop() }

  /// Lets nobody in any more; a moment later the port is free.
  func stop() { isStopped.withLock { $0 = true } }

  /// Reads a request and answers it.
  private static func serve(_ socket: borrowing Socket, _ answer: (String) -> [UInt8]) {
    var (request, buffer) = ([UInt8](), [UInt8](repeating: 0, count: 4096))
    while !isWhole(request) {
      switch buffer.withUnsafeMutableBytes({ socket.receive(into: $0) }) {
      case .bytes(let count): request += buffer[..<count]
      case .blocked: wait(for: POLLIN, on: socket.descriptor)
      case .ended: return
      }
    }
    let words = String(decoding: request, as: UTF8.self).split(separator: " ")
    let bytes = answer(words.count > 1 ? String(words[1]) : "")
    _ = bytes.withUnsafeBytes { socket.transmit($0) }
  }

  /// Whether the head of a request is here, and the body that it announces.
  private static func isWhole(_ request: [UInt8]) -> Bool {
    let text = String(decoding: request, as: UTF8.self)
    guard let end = text.firstRange(of: "\r\n\r\n") else { return false }
    let length = text[..<end.lowerBound].lowercased().firstMatch(of: #/content-length: *(\d+)/#)
      .flatMap { Int($0.1) }
    return text[end.upperBound...].utf8.count >= length ?? 0
  }

  private static func wait(for event: Int32, on descriptor: Int32) {
    var watched = pollfd(fd: descriptor, events: Int16(event), revents: 0)
    _ = poll(&watched, 1, 20)
  }
}
