import HTTPMessages

/// A connection with a client; it owns its socket and closes it when deinitialized.
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

  /// Responds to requests in order until the connection ends (RFC 9112 §9.3).
  mutating func serve() async {
    do {
      while let request = try await nextRequest() {
        if service.handler.abandons(request) { return socket.endSending() }
        let response = await service.handler.response(to: request)
        let text = text(of: response, isLast: parser.closesConnection || service.poller.isStopping)
        guard await send(text.bytes) else { return }
        // RFC 9112 §9.6: only a client that sent `close` is known to send nothing more.
        if parser.closesConnection { return }
        if text.closesConnection { return await linger() }
        // A client that sends continuously must not occupy a thread.
        await Task.yield()
      }
    } catch {
      let response = error.response
      service.handler.hasRejected(
        RejectedRequest(
          request: parser.unfinishedRequest, response: response, cause: error.sentence))
      await sendLast(response)
    }
  }

  /// Responds with 503 because too many connections are open.
  mutating func reject() async {
    let cause = "Too many connections are open."
    let response = HTTPResponse.plain(status: 503, cause)
    service.handler.hasRejected(
      RejectedRequest(request: parser.unfinishedRequest, response: response, cause: cause))
    await sendLast(response)
  }

  private func sendLast(_ response: HTTPResponse) async {
    if await send(text(of: response, isLast: true).bytes) { await linger() }
  }

  private func text(of response: HTTPResponse, isLast: Bool) -> ResponseText {
    ResponseText(response, to: parser.method, closing: isLast, date: service.date.text)
  }
}

/// The values that all connections of a server share.
struct Service: Sendable {
  let handler: any HTTPHandler
  let limits: LoopbackLimits
  let poller: Poller
  let date: DateLine
  /// The host and port of the server.
  let authority: String
}
