extension Connection {
  /// Sends all bytes, waiting where the client is slow.
  ///
  /// - Returns: Whether they were sent; not so if the client has gone or is too slow.
  func send(_ bytes: [UInt8]) async -> Bool {
    var rest = bytes[...]
    var deadline: ContinuousClock.Instant?
    while !rest.isEmpty {
      switch rest.withUnsafeBytes({ socket.transmit($0) }) {
      case .bytes(let count): rest = rest.dropFirst(count)
      case .ended: return false
      case .blocked:
        let end = deadline ?? .now + service.limits.responseDeparture
        deadline = end
        let outcome = await service.poller.wait(until: .writable, on: socket, deadline: end)
        guard outcome == .ready, end > .now else { return false }
      }
    }
    return true
  }

  /// Ends the connection so that the client sees the answer: RFC 9112 §9.6.
  ///
  /// A socket closed with unread bytes resets the connection, and the reset overtakes the answer.
  /// So what the client is still sending is thrown away, a bounded amount for a bounded time.
  func linger() async {
    socket.endSending()
    let deadline = ContinuousClock.now + .seconds(1)
    var bytesLeft = 4 << 20
    while bytesLeft > 0, deadline > .now {
      let outcome = await service.poller.wait(until: .readable, on: socket, deadline: deadline)
      guard outcome == .ready else { return }
      let transfer = withUnsafeTemporaryAllocation(byteCount: 64 << 10, alignment: 1) {
        socket.receive(into: $0)
      }
      switch transfer {
      case .bytes(let count): bytesLeft -= count
      case .blocked: continue
      case .ended: return
      }
    }
  }
}
