import HTTPMessages
import Vocabulary

/// The behavior that passes a case, and how it is read from an observation.
struct Condition: Sendable {
  /// The behavior, for the line `expected`.
  let expected: String
  let judge: @Sendable (Observation) -> Judgment

  init(_ expected: String, _ judge: @escaping @Sendable (Observation) -> Judgment) {
    self.expected = expected
    self.judge = judge
  }

  /// The same condition, only for an observation that got as far as the case needs.
  func after(_ prerequisite: Prerequisite) -> Condition {
    Condition(expected) { observation in
      prerequisite.missing(in: observation).map { .notReached($0) } ?? judge(observation)
    }
  }
}

/// An event without which a case says nothing about the client.
enum Prerequisite: Sendable {
  case visited, delivered, exchanged, calledAPI, refreshed

  /// The reason why the case was not reached; `nil` if it was.
  func missing(in observation: Observation) -> String? {
    switch self {
    case .visited where observation.visits.isEmpty:
      "The client opened no authorization URL."
    case .delivered where !observation.isDelivered:
      "No redirect reached the client: nothing listened at the redirect URI."
    case .exchanged where observation.tokenRequests.isEmpty:
      "The client sent no token request."
    case .calledAPI where observation.apiCalls.isEmpty: "The client did not call the API."
    case .refreshed where observation.refreshes.isEmpty: "The client sent no refresh request."
    default: nil
    }
  }
}

extension Condition {
  /// The client reads the profile.
  static let completes = Condition("the client reads the profile") { observation in
    guard observation.profileReads.isEmpty else { return .passed() }
    return .failed(observation.lastEvent)
  }

  /// The client does not exchange the code of this redirect.
  static let noExchange = Condition("no token request with that code") { observation in
    guard let exchange = observation.codeExchanges.first else { return .passed() }
    let delay = observation.deliveries.last.map { (exchange.at - $0.at).inSeconds } ?? 0
    let time = delay > 0.05 ? " \(delay.rounded(toPlaces: 1)) s after the redirect" : ""
    return .failed("POST \(exchange.path)\(time), with that code")
  }.after(.delivered)

  /// The client sends no token request at all.
  static let noTokenRequest = Condition("no token request") { observation in
    guard let request = observation.tokenRequests.first else { return .passed() }
    return .failed("POST \(request.path) with grant_type \(Harmless.line(request.grantType))")
  }.after(.delivered)

  /// The client exchanges a code once, whatever the response.
  static let oneExchange = Condition("one token request with the code") { observation in
    let count = observation.codeExchanges.count
    return count == 1 ? .passed() : .failed("\(count) token requests with the code")
  }.after(.exchanged)

  /// The client ends by itself, and says so.
  static let endsClearly = Condition("a message, and the end, in bounded time") { observation in
    guard let process = observation.processes.first else { return .notReached("It never ran.") }
    switch process.ending {
    case .timedOut: return .failed("still running after \(process.seconds.rounded(toPlaces: 0)) s")
    case .stopped: return .failed("the client kept running and said nothing more")
    case .signaled(let number): return .failed("the client crashed: signal \(number)")
    case .exited(0) where observation.profileReads.isEmpty:
      return .failed("exit code 0, although the client has no token")
    case .exited:
      if process.isOutputCut { return .failed("more than 1 MB of output") }
      if let mark = crashMarks.first(where: process.output.contains) {
        return .failed("the client crashed: \(mark)")
      }
      return process.output.contains { !$0.isWhitespace }
        ? .passed() : .failed("the client ended without a message")
    }
  }

  /// The words by which programming languages report an error that a program did not handle.
  private static let crashMarks = [
    "Traceback (most recent call last)", "panic: ", "Fatal error: ", "Exception in thread",
    "Unhandled exception", "UnhandledPromiseRejection", "\n    at ",
  ]

  /// Both conditions; the first that fails decides.
  func and(_ other: Condition) -> Condition {
    Condition("\(expected); \(other.expected)") { observation in
      let first = judge(observation)
      return first.verdict == .passed ? other.judge(observation) : first
    }
  }
}

extension Observation {
  /// The last thing that the server, the browser, or the process saw, for a failure.
  var lastEvent: String {
    let end = processes.last.map { process in
      switch process.ending {
      case .exited(let code): "then the client exited with code \(code)"
      case .signaled(let number): "then signal \(number) ended the client"
      case .stopped: "then nothing more"
      case .timedOut: "then the time was over"
      }
    }
    let last =
      if let exchange = exchanges.last {
        "\(exchange.request.method) \(exchange.path), status \(exchange.status)"
          + (exchange.cause.map { " (\(Harmless.line($0)))" } ?? "")
      } else if let visit = visits.last {
        isDelivered
          ? "the redirect reached the client"
          : visit.redirect == nil
            ? "the authorization endpoint returned an error page, status \(visit.status)"
            : "the browser was redirected, but nothing listened at the redirect URI"
      } else {
        "no authorization URL: neither a browser was opened nor a URL printed"
      }
    let words = processes.last?.lastLine.map { "its last line: \($0)" }
    return ([last] + [end, words].compactMap(\.self)).joined(separator: "; ")
  }
}

extension Double {
  /// The number as a short text.
  func rounded(toPlaces places: Int) -> String {
    let factor = places == 0 ? 1.0 : 10.0
    let value = (self * factor).rounded() / factor
    return places == 0 ? "\(Int(value))" : "\(value)"
  }
}
