import HTTPMessages
import LoopbackHTTP
import PracticeServer

/// Puts the practice server behind a listener, and tells what happened.
struct PracticeHandler: HTTPHandler {
  /// One exchange, as the log has it.
  struct Exchange: Sendable {
    let at: Int64
    let request: HTTPRequest
    let answer: PracticeServer.Answer
  }

  let server: PracticeServer
  /// Whether every answer takes five seconds.
  let isSlow: Bool
  let now: @Sendable () -> Int64
  let log: AsyncStream<Exchange>.Continuation?

  func response(to request: HTTPRequest) async -> HTTPResponse {
    if isSlow { try? await Task.sleep(for: .seconds(5)) }
    let answer = await server.answer(to: request)
    log?.yield(Exchange(at: now(), request: request, answer: answer))
    return answer.response
  }
}
