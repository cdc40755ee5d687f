import HTTPMessages
import Vocabulary

/// One entry of an archive, with every member that HAR 1.2 requires.
enum HAREntry {
  /// Returns the entry of one exchange.
  static func json(_ exchange: HARExchange) -> JSONText {
    .object([
      .init(
        "startedDateTime",
        .string(UTCTime(secondsSince1970: exchange.time).text.replacing("Z", with: ".000Z"))),
      .init("time", .number(0)),
      .init("request", HARMessage.request(exchange.request)),
      .init("response", response(exchange.received?.message)),
      .init("cache", .object([])),
      .init("timings", timings),
      .init("comment", .string(comment(on: exchange))),
    ])
  }

  private static var timings: JSONText {
    .object([
      .init("send", .number(0)), .init("wait", .number(0)), .init("receive", .number(0)),
      .init("comment", .string("Not measured: the clock of a run has whole seconds.")),
    ])
  }

  private static func response(_ message: ReceivedMessage?) -> JSONText {
    switch message {
    case .response(let response): return HARMessage.response(response)
    case .redirect(let redirect):
      let response = HTTPResponse(
        status: redirect.status ?? 302, fields: [HTTPField("Location", redirect.url)])
      let comment = "Only the URL of the redirect is known. The status is assumed."
      return HARMessage.response(response, comment: redirect.status == nil ? comment : nil)
    case nil:
      // Browsers write this for a request without a response.
      return HARMessage.response(HTTPResponse(status: 0), comment: "No response was received.")
    }
  }

  /// Returns the channel of the exchange, and the origin of its response.
  private static func comment(on exchange: HARExchange) -> String {
    let channel =
      exchange.request.usesFrontChannel ? "Through the browser." : "Directly from client to server."
    guard let received = exchange.received else { return channel }
    return ([channel, "Response: \(received.origin.rawValue)."] + received.provenance)
      .joined(separator: " ")
  }
}

/// A request and its response: two steps of the run, one entry of an archive.
struct HARExchange {
  let request: HTTPRequest
  /// The time of the request, in seconds since 1970-01-01 00:00 UTC.
  let time: Int64
  /// The response or redirect, or `nil` if none was received.
  let received: ReceivedReport?

  /// Returns the exchanges of a run, in order.
  static func all(in report: Report) -> [HARExchange] {
    report.steps.indices.compactMap { index in
      let step = report.steps[index]
      guard let request = step.sends else { return nil }
      let next = report.steps[(index + 1)...].first
      return HARExchange(request: request, time: step.time ?? 0, received: next?.received)
    }
  }
}
