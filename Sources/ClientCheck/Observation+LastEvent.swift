import HTTPMessages

extension Observation {
  /// The last thing that the server, the browser, or the process saw, for a failure.
  var lastEvent: String {
    let end = processes.last.map { process in
      switch process.ending {
      case .exited(let code):
        "then the client exited with code \(code)"
          + (visits.isEmpty && exchanges.isEmpty && code != 0 ? " (it runs in a new folder)" : "")
      case .signaled(let number): "then the client was ended by signal \(number)"
      case .stopped: "then the client did nothing more"
      case .timedOut: "then the time limit expired"
      }
    }
    let last =
      if let exchange = lastExchange {
        "\(exchange.request.method) \(exchange.path), "
          + (exchange.status == 0 ? "no response" : "status \(exchange.status)")
          + Self.inParentheses(exchange.cause)
      } else if let visit = visits.last {
        outcome(of: visit)
      } else if let otherURL {
        "the browser was asked to open \(Self.place(otherURL)), which is not an authorization URL"
      } else {
        "no authorization URL: no browser was opened, and no URL was printed and flushed"
      }
    let words = processes.last?.lastLine.map { "its last line: \($0)" }
    return ([last] + [end, words].compactMap(\.self)).joined(separator: "; ")
  }

  /// The last thing that the browser did with an authorization URL.
  private func outcome(of visit: Visit) -> String {
    if visit.status == 0 {
      return "\(Self.place(visit.url)) is not the authorization endpoint, and was not opened"
    }
    guard let redirect = visit.redirect else {
      return "the authorization endpoint returned an error page, status \(visit.status)"
        + Self.inParentheses(visit.reason)
    }
    guard isDelivered else {
      if hasFailed(after: visit) { return "the client ended right after its authorization URL" }
      return isLate(visit)
        ? "the authorization URL came only when the client ended"
        : "the browser was redirected to \(Self.place(redirect)), but nothing listened there"
    }
    let status = deliveries.last { $0.status != nil }?.status ?? 0
    return "the redirect reached the client, which "
      + (status == 0 ? "did not respond" : "returned status \(status)")
      + (deliveries.last?.status == nil ? ", and then nothing listened" : "")
  }

  /// Whether the client ended when its authorization URL came: perhaps it printed it earlier.
  func isLate(_ visit: Visit) -> Bool {
    ends[visit.turn].map { visit.at + .milliseconds(500) > $0 } ?? false
  }

  /// Whether the client ended with a message and a failure when its authorization URL came.
  func hasFailed(after visit: Visit) -> Bool {
    guard isLate(visit), let process = processes.last, case .exited(let code) = process.ending
    else { return false }
    return code != 0 && process.lastLine != nil
  }

  /// A URL without its query.
  private static func place(_ url: String) -> String {
    Harmless.line(String(URLParts(url).withoutQueryAndFragment.prefix(200)))
  }

  private static func inParentheses(_ cause: String?) -> String {
    cause.map { " (\(Harmless.line($0)))" } ?? ""
  }

  /// The reason why the client never ran, by the exit codes that shells have for it; `nil` if it ran.
  var startFailure: String? {
    guard exchanges.isEmpty, visits.isEmpty, case .exited(let code)? = processes.first?.ending,
      code == 126 || code == 127
    else { return nil }
    let words = processes.first?.lastLine.map { " with the message: \($0)" } ?? ""
    return "it ended with exit code \(code)\(words)"
  }

  /// The last request to the server, unless the user was sent to it afterwards.
  var lastExchange: Exchange? {
    exchanges.last.flatMap { $0.at >= visits.last?.at ?? .zero ? $0 : nil }
  }
}
