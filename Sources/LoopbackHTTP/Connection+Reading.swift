import HTTPMessages

extension Connection {
  /// The next request.
  ///
  /// - Returns: The request; `nil` if the client has gone, was silent too long or the server stops.
  /// - Throws: The fault of a request that was begun.
  mutating func nextRequest() async throws(RequestFault) -> HTTPRequest? {
    var arrival: ContinuousClock.Instant?
    while true {
      if let request = try parser.next() { return request }
      if parser.takeContinueExpectation() {
        // RFC 9110 §15.2.1: an interim answer, the final one follows.
        guard await send(Array("HTTP/1.1 100 Continue\r\n\r\n".utf8)) else { return nil }
      }
      if parser.isIdle {
        guard try await receive(deadline: .now + service.limits.idle) else { return nil }
      } else {
        let deadline = arrival ?? .now + service.limits.requestArrival
        arrival = deadline
        // A client that sends a byte now and then is always ready, and late all the same.
        if deadline <= .now { throw .late }
        guard try await receive(deadline: deadline) else { return nil }
      }
    }
  }

  /// Waits for bytes and feeds them to the parser.
  ///
  /// - Parameter deadline: When to give up.
  /// - Returns: Whether bytes came; not so if the connection is to end without a word.
  /// - Throws: `RequestFault` if a request was begun and is not going to be finished.
  private mutating func receive(
    deadline: ContinuousClock.Instant
  ) async throws(RequestFault) -> Bool {
    let isIdle = parser.isIdle
    while true {
      switch receiveNow() {
      case .bytes: return true
      // RFC 9112 §8: an incomplete request needs no answer.
      case .ended: return false
      case .blocked: break
      }
      let outcome = await service.poller.wait(
        until: .readable, on: socket, deadline: deadline, isIdle: isIdle)
      if outcome == .ready { continue }
      if isIdle || outcome == .stopped { return false }
      throw .late
    }
  }

  private mutating func receiveNow() -> Socket.Transfer {
    withUnsafeTemporaryAllocation(byteCount: 16 << 10, alignment: 1) { buffer in
      let transfer = socket.receive(into: buffer)
      if case .bytes(let count) = transfer {
        parser.feed(UnsafeRawBufferPointer(rebasing: buffer[..<count]))
      }
      return transfer
    }
  }
}
