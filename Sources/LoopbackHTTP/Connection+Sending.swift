extension Connection {
  /// Sends all bytes, waiting if the client is slow.
  ///
  /// - Returns: Whether all were sent, before the client closed the connection or was too slow.
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

  /// Closes the connection so that the client still receives the response (RFC 9112 §9.6).
  ///
  /// Closing a socket with unread bytes resets the connection, and the reset overtakes the
  /// response. So this method first reads and discards what the client still sends, within limits.
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
