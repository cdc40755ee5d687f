import HTTPMessages

/// One connection from its beginning to its end.
///
/// The socket belongs to it and is closed with it.
struct Connection: ~Copyable {
  let socket: Socket
  let service: Service
  var parser: RequestParser

  init(descriptor: Int32, service: Service) {
    socket = Socket(owning: descriptor)
    socket.sendAtOnce()
    self.service = service
    parser = RequestParser(limits: service.limits, ownAuthority: service.authority)
  }

  /// Answers requests in their order until the connection ends: RFC 9112 §9.3.
  mutating func serve() async {
    do {
      while let request = try await nextRequest() {
        let response = await service.handler.response(to: request)
        let isLast = parser.closesConnection || service.poller.isStopping
        guard await send(response, closing: isLast) else { return }
      }
    } catch {
      _ = await send(error.answer, closing: true)
    }
  }

  /// Turns a client away because too many are there.
  mutating func refuse() async {
    let answer = HTTPResponse.plain(status: 503, "Too many connections are open.")
    _ = await send(answer, closing: true)
  }

  /// Sends an answer and, if it was the last one, ends the connection in good order.
  ///
  /// - Returns: Whether the connection goes on.
  private func send(_ response: HTTPResponse, closing: Bool) async -> Bool {
    let text = ResponseText(
      response, to: parser.method, closing: closing, date: service.date.text)
    let wasSent = await send(text.bytes)
    guard wasSent, text.closesConnection else { return wasSent }
    await linger()
    return false
  }
}
