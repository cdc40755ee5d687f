package import HTTPMessages
package import LoopbackHTTP
package import PracticeServer

/// The handler that connects a listener to the practice server and its log.
package struct PracticeHandler: HTTPHandler {
  /// One exchange in the log.
  package struct Exchange: Sendable {
    package let at: Int64
    package let request: HTTPRequest
    package let logged: PracticeServer.LoggedResponse
  }

  package let server: PracticeServer
  package let now: @Sendable () -> Int64
  package let log: AsyncStream<Exchange>.Continuation?

  /// Creates a handler for a practice server.
  package init(
    server: PracticeServer, now: @escaping @Sendable () -> Int64,
    log: AsyncStream<Exchange>.Continuation?
  ) {
    self.server = server
    self.now = now
    self.log = log
  }

  package func response(to request: HTTPRequest) async -> HTTPResponse {
    let logged = await server.respond(to: request)
    if logged.delay > 0 { try? await Task.sleep(for: .seconds(logged.delay)) }
    log?.yield(Exchange(at: now(), request: request, logged: logged))
    return logged.response
  }

  /// Logs a request that was rejected before any endpoint received it.
  package func hasRejected(_ rejection: RejectedRequest) {
    log?.yield(
      Exchange(
        at: now(), request: rejection.request,
        logged: PracticeServer.LoggedResponse(
          response: rejection.response, summary: "rejected before any endpoint", relaxed: [],
          cause: rejection.cause)))
  }
}
