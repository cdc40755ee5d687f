import HTTPMessages

/// A request and what came back, which are two steps of the run and one entry of an archive.
struct HARExchange {
  let request: HTTPRequest
  /// When the request was made, in seconds since 1970-01-01 00:00 UTC.
  let time: Int64
  /// What came back; `nil` if nothing did.
  let received: ReceivedReport?

  /// The exchanges of a run, in order.
  static func all(in report: Report) -> [HARExchange] {
    report.steps.indices.compactMap { index in
      let step = report.steps[index]
      guard let request = step.sends else { return nil }
      let next = report.steps[(index + 1)...].first
      return HARExchange(request: request, time: step.time ?? 0, received: next?.received)
    }
  }
}
