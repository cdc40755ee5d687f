@testable import Runs
import Dispatch
import TestSupport
import Testing

@testable import LoopbackHTTP

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Connections to a port of this machine on which nothing is sent; they end with the last reference.
final class IdleConnections: Sendable {
  /// Nobody listens there.
  struct Refused: Error {}

  private let descriptors: [Int32]

  private init(_ descriptors: [Int32]) { self.descriptors = descriptors }

  /// Opens them, one after the other.
  static func opened(_ count: Int, to port: UInt16) async throws -> IdleConnections {
    try await waiting {
      _ = System.allowDescriptors(count + 2000)
      return IdleConnections(try (0..<count).map { _ in try opened(to: port) })
    }
  }

  /// Does what may wait outside the tests' own threads, which all other tests need.
  private static func waiting<Value: Sendable>(
    _ body: @escaping @Sendable () throws -> Value
  ) async throws -> Value {
    try await withCheckedThrowingContinuation { end in
      DispatchQueue.global().async { end.resume(with: Result(catching: body)) }
    }
  }

  deinit { for descriptor in descriptors { close(descriptor) } }

  /// What a server answers on a connection of its own before it ends it.
  ///
  /// It has then dealt with all that came before.
  static func answer(of port: UInt16, to path: String = "/") async throws -> String {
    try await waiting { try received(from: port, path) }
  }

  private static func received(from port: UInt16, _ path: String) throws -> String {
    let descriptor = try opened(to: port)
    defer { close(descriptor) }
    let host = "127.0.0.1:\(port)"
    let request = Array(
      "GET \(path) HTTP/1.1\r\nHost: \(host)\r\nConnection: close\r\n\r\n".utf8)
    // The server may have closed it already.
    _ = send(descriptor, request, request.count, Socket.sendFlags)
    var answer: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while case let count = recv(descriptor, &buffer, buffer.count, 0), count > 0 {
      answer += buffer[..<count]
    }
    return String(decoding: answer, as: UTF8.self)
  }

  private static func opened(to port: UInt16) throws -> Int32 {
    let address = try #require(SocketAddress(host: "127.0.0.1", port: port))
    let descriptor = socket(address.family, Socket.stream, 0)
    try #require(descriptor >= 0, "the tests have no descriptor left")
    // A program that another test starts must not keep it open.
    _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
    Socket.switchOffBrokenPipeSignal(descriptor)
    // A server that hangs fails the test.
    var patience = timeval(tv_sec: 10, tv_usec: 0)
    setsockopt(
      descriptor, SOL_SOCKET, SO_RCVTIMEO, &patience, socklen_t(MemoryLayout<timeval>.size))
    guard address.withPointer({ connect(descriptor, $0, $1) }) == 0 else {
      close(descriptor)
      throw Refused()
    }
    return descriptor
  }
}
