import HTTPMessages

extension Connection {
  /// Reads the next request.
  ///
  /// - Returns: The request, or `nil` if the client closed the connection or was idle for too long,
  ///   or if the server is stopping.
  /// - Throws: `RequestFault` if a request has started but is invalid or late.
  mutating func nextRequest() async throws(RequestFault) -> HTTPRequest? {
    var arrival: ContinuousClock.Instant?
    while true {
      if let request = try parser.next() { return request }
      if parser.takeContinueExpectation() {
        // RFC 9110 §15.2.1: an interim response; the final one follows.
        guard await send(Array("HTTP/1.1 100 Continue\r\n\r\n".utf8)) else { return nil }
      }
      if parser.isIdle {
        guard try await receive(deadline: .now + service.limits.idle) else { return nil }
      } else {
        let deadline = arrival ?? .now + service.limits.requestArrival
        arrival = deadline
        // A client that sends a byte now and then is always ready, and still too slow.
        if deadline <= .now { throw .late }
        guard try await receive(deadline: deadline) else { return nil }
      }
    }
  }

  /// Waits for bytes and passes them to the parser.
  ///
  /// - Parameter deadline: The time at which to stop waiting.
  /// - Returns: Whether bytes arrived; if not, the connection closes without a response.
  /// - Throws: `RequestFault` if a request has started but was not completed in time.
  private mutating func receive(
    deadline: ContinuousClock.Instant
  ) async throws(RequestFault) -> Bool {
    let isIdle = parser.isIdle
    while true {
      switch receiveNow() {
      case .bytes: return true
      // RFC 9112 §8: an incomplete request may get no response.
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
