#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// One HTTP exchange with a listener on this machine, as a browser would start it.
///
/// The bytes are the caller's, so that a request can also be wrong on purpose.
package enum LoopbackClient {
  /// The result of an exchange.
  package enum Outcome: Hashable, Sendable {
    /// A response, at most 64 KB of it.
    case response(status: Int, bytes: [UInt8])
    /// Nothing listens there.
    case refused
    /// The listener accepted the connection and sent no response in time.
    case silent
  }

  private static let limit = 65_536

  /// Sends bytes to a port and reads the response, on a thread that may block.
  ///
  /// - Parameters:
  ///   - bytes: The request.
  ///   - host: An IP address of this machine.
  ///   - port: The port.
  ///   - time: The time limit for the whole exchange.
  ///   - connected: Called on that thread once the connection is established, before anything is sent.
  /// - Returns: The result.
  package static func send(
    _ bytes: [UInt8], to host: String, port: UInt16, within time: Duration,
    connected: @escaping @Sendable () -> Void = {}
  ) async -> Outcome {
    await withCheckedContinuation { continuation in
      let end = ContinuousClock.now + time
      let isStarted = Thread.start {
        continuation.resume(returning: exchange(bytes, host, port, until: end, connected))
      }
      if !isStarted { continuation.resume(returning: .refused) }
    }
  }

  /// Whether another program listens on a port at every address, not only on loopback.
  ///
  /// A connection could disturb that program, so this tries to bind another address instead.
  ///
  /// - Returns: `nil` if this machine has no other address.
  package static func isHeldBeyondLoopback(port: UInt16) -> Bool? {
    guard let address = SocketAddress.outside(port: port) else { return nil }
    let descriptor = socket(address.family, Socket.stream, 0)
    guard descriptor >= 0 else { return nil }
    let probe = Socket(owning: descriptor)
    return address.withPointer { bind(probe.descriptor, $0, $1) } != 0 && errno == EADDRINUSE
  }

  private static func exchange(
    _ bytes: [UInt8], _ host: String, _ port: UInt16, until end: ContinuousClock.Instant,
    _ connected: () -> Void
  ) -> Outcome {
    guard let address = SocketAddress(host: host, port: port),
      let socket = connection(to: address, until: end)
    else { return .refused }
    connected()
    var rest = bytes[...]
    while !rest.isEmpty {
      switch rest.withUnsafeBytes({ socket.transmit($0) }) {
      case .bytes(let count): rest = rest.dropFirst(count)
      case .ended: return .silent
      case .blocked: guard isReady(socket, POLLOUT, until: end) else { return .silent }
      }
    }
    return response(from: socket, hasBody: !bytes.starts(with: Array("HEAD ".utf8)), until: end)
  }

  private static func response(
    from socket: borrowing Socket, hasBody: Bool, until end: ContinuousClock.Instant
  ) -> Outcome {
    var received: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 8192)
    reading: while received.count < limit, !isComplete(received, hasBody: hasBody) {
      switch buffer.withUnsafeMutableBytes({ socket.receive(into: $0) }) {
      case .bytes(let count): received += buffer[..<count]
      case .ended: break reading
      case .blocked: guard isReady(socket, POLLIN, until: end) else { break reading }
      }
    }
    // RFC 9112 §4: HTTP-version SP status-code SP.
    let status = received.split(separator: UInt8(ascii: " "), maxSplits: 2).dropFirst().first
      .flatMap { Int(String(decoding: $0, as: UTF8.self)) }
    return status.map { .response(status: $0, bytes: received) } ?? .silent
  }

  /// Whether the header section has arrived, and as many octets as Content-Length says.
  ///
  /// A listener may keep the connection open (RFC 9112 §9.3). A response to HEAD has no body.
  private static func isComplete(_ bytes: [UInt8], hasBody: Bool) -> Bool {
    guard let end = bytes.firstRange(of: Array("\r\n\r\n".utf8)) else { return false }
    guard hasBody else { return true }
    let lines = String(decoding: bytes[..<end.lowerBound], as: UTF8.self).lowercased()
      .split(whereSeparator: \.isNewline)
    let name = "content-length:"
    let length = lines.first { $0.hasPrefix(name) }.flatMap { line in
      Int(line.dropFirst(name.count).filter { $0 != " " })
    }
    return length.map { bytes.count - end.upperBound >= $0 } ?? false
  }

  private static func connection(
    to address: SocketAddress, until end: ContinuousClock.Instant
  ) -> Socket? {
    let descriptor = socket(address.family, Socket.stream, 0)
    guard descriptor >= 0 else { return nil }
    let socket = Socket(owning: descriptor)
    let code = address.withPointer { connect(descriptor, $0, $1) }
    if code == 0 { return socket }
    guard errno == EINPROGRESS, isReady(socket, POLLOUT, until: end) else { return nil }
    var fault: Int32 = 0
    var length = socklen_t(MemoryLayout<Int32>.size)
    guard getsockopt(descriptor, SOL_SOCKET, SO_ERROR, &fault, &length) == 0, fault == 0
    else { return nil }
    return socket
  }

  private static func isReady(
    _ socket: borrowing Socket, _ event: Int32, until end: ContinuousClock.Instant
  ) -> Bool {
    while true {
      let left = (end - .now).components
      guard left.seconds >= 0, left.attoseconds >= 0 else { return false }
      let time = min(left.seconds, 3600) * 1000 + left.attoseconds / 1_000_000_000_000_000 + 1
      var entry = pollfd(fd: socket.descriptor, events: Int16(event), revents: 0)
      let count = poll(&entry, 1, Int32(time))
      if count > 0 { return true }
      if count == 0 || errno != EINTR { return false }
    }
  }
}

extension SocketAddress {
  /// An IPv4 address of this machine that a listener on 127.0.0.1 does not have; `nil` if there is none.
  fileprivate static func outside(port: UInt16) -> SocketAddress? {
    // All of 127.0.0.0/8 is this machine on Linux, and a listener on 127.0.0.1 has only that one.
    if Socket.hasWholeLoopbackNetwork { return SocketAddress(host: "127.0.0.2", port: port) }
    var first: UnsafeMutablePointer<ifaddrs>?
    guard getifaddrs(&first) == 0 else { return nil }
    defer { freeifaddrs(first) }
    var next = first
    while let entry = next?.pointee {
      next = entry.ifa_next
      guard let address = entry.ifa_addr, Int32(address.pointee.sa_family) == AF_INET,
        Int32(entry.ifa_flags) & Int32(IFF_LOOPBACK) == 0
      else { continue }
      var text = [CChar](repeating: 0, count: Int(INET_ADDRSTRLEN))
      let isText = address.withMemoryRebound(to: sockaddr_in.self, capacity: 1) { four in
        inet_ntop(AF_INET, &four.pointee.sin_addr, &text, socklen_t(text.count)) != nil
      }
      guard isText else { continue }
      let host = String(
        decoding: text.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
      return SocketAddress(host: host, port: port)
    }
    return nil
  }
}
