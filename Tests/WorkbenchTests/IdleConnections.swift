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
final class IdleConnections {
  /// Nobody listens there.
  struct Refused: Error {}

  private var descriptors: [Int32] = []

  /// Opens them, one after the other.
  init(_ count: Int, to port: UInt16) throws {
    _ = System.allowDescriptors(count + 2000)
    for _ in 0..<count { descriptors.append(try Self.opened(to: port)) }
  }

  deinit { for descriptor in descriptors { close(descriptor) } }

  /// What a server answers on a connection of its own before it ends it.
  ///
  /// It has then dealt with all that came before.
  static func answer(of port: UInt16, to path: String = "/") throws -> String {
    let descriptor = try opened(to: port)
    defer { close(descriptor) }
    let request = Array("GET \(path) HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n".utf8)
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
