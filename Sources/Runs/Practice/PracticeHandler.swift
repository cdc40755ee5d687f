package import HTTPMessages
package import LoopbackHTTP
package import PracticeServer

/// Puts the practice server behind a listener, and tells what happened.
package struct PracticeHandler: HTTPHandler {
  /// One exchange, as the log has it.
  package struct Exchange: Sendable {
    package let at: Int64
    package let request: HTTPRequest
    package let answer: PracticeServer.Answer
  }

  package let server: PracticeServer
  package let now: @Sendable () -> Int64
  package let log: AsyncStream<Exchange>.Continuation?

  /// Puts the practice server behind a listener.
  package init(
    server: PracticeServer, now: @escaping @Sendable () -> Int64,
    log: AsyncStream<Exchange>.Continuation?
  ) {
    self.server = server
    self.now = now
    self.log = log
  }

  package func response(to request: HTTPRequest) async -> HTTPResponse {
    let answer = await server.answer(to: request)
    if answer.delay > 0 { try? await Task.sleep(for: .seconds(answer.delay)) }
    log?.yield(Exchange(at: now(), request: request, answer: answer))
    return answer.response
  }

  /// Tells of a request that no endpoint saw, in the log of all others and with the same bound.
  package func hasRejected(_ rejection: RejectedRequest) {
    log?.yield(
      Exchange(
        at: now(), request: rejection.request,
        answer: PracticeServer.Answer(
          response: rejection.response, summary: "refused before any endpoint", relaxed: [],
          cause: rejection.cause)))
  }
}
