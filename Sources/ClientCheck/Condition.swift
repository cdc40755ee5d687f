import HTTPMessages

/// The behavior that passes a case, and how it is read from an observation.
struct Condition: Sendable {
  /// The behavior, for the line `expected`.
  let expected: String
  let judge: @Sendable (Observation) -> Judgment
  /// Whether the client must still do something, or end by itself, for which it gets more time.
  let isPatient: Bool
  /// The event without which the case says nothing; `nil` if there is none.
  let prerequisite: Prerequisite?

  init(
    _ expected: String, isPatient: Bool = false, prerequisite: Prerequisite? = nil,
    _ judge: @escaping @Sendable (Observation) -> Judgment
  ) {
    self.expected = expected
    self.isPatient = isPatient
    self.prerequisite = prerequisite
    self.judge = judge
  }

  /// The least quiet after which the check ends a client that keeps running.
  var quiet: Duration { isPatient ? .seconds(3) : .zero }

  /// The same condition, only for an observation that got as far as the case needs.
  func after(_ prerequisite: Prerequisite) -> Condition {
    Condition(expected, isPatient: isPatient, prerequisite: prerequisite) { observation in
      guard let missing = prerequisite.missing(in: observation) else { return judge(observation) }
      // RFC 6749 §1.5: refresh tokens are optional.
      return prerequisite == .refreshed && observation.asksAgain
        ? .skipped("The client asks the user again, and never refreshes.") : .notReached(missing)
    }
  }
}

/// An event without which a case says nothing about the client.
enum Prerequisite: Sendable {
  case visited, delivered, exchanged, calledAPI, refreshed, readMetadata

  /// The reason why the case was not reached; `nil` if it was.
  func missing(in observation: Observation) -> String? {
    switch self {
    case .visited where observation.visits.isEmpty: "The client opened no authorization URL."
    case .delivered where !observation.isDelivered:
      "No redirect reached the client: \(observation.lastEvent)."
    case .exchanged where observation.tokenRequests.isEmpty: "The client sent no token request."
    case .calledAPI where observation.tokenCalls.isEmpty:
      "The client did not call the API with a token."
    case .refreshed where observation.refreshes.isEmpty: "The client sent no refresh request."
    case .readMetadata where !observation.exchanges.contains(where: \.isOfMetadata):
      "The client did not read the metadata."
    default: nil
    }
  }
}

extension Condition {
  /// The client reads the profile.
  static let completes = Condition("the client reads the profile", isPatient: true) { observation in
    guard observation.profileReads.isEmpty else { return .passed() }
    return .failed(observation.lastEvent)
  }

  /// The same as ``completes``, with advice for each message that can fail.
  static let completesHonestRun = Condition(completes.expected, isPatient: true) { observation in
    observation.profileReads.isEmpty
      ? .failed(observation.lastEvent, advice: observation.nextAction) : .passed()
  }

  /// The client does not exchange the code of this redirect.
  static let noExchange = Condition("no token request with that code") { observation in
    guard let exchange = observation.codeExchanges.first else { return .passed() }
    let delay =
      observation.deliveries.last { $0.at <= exchange.at }.map {
        (exchange.at - $0.at).inSeconds
      } ?? 0
    let time = delay > 0.05 ? " \(delay.rounded(toPlaces: 1)) s after the redirect" : ""
    return .failed("POST \(exchange.path)\(time), with that code")
  }.after(.delivered)

  /// The client sends no token request at all.
  static let noTokenRequest = Condition("no token request") { observation in
    guard let request = observation.tokenRequests.first else { return .passed() }
    return .failed("POST \(request.path) with grant_type \(Harmless.line(request.grantType))")
  }.after(.delivered)

  /// The client exchanges a code once, whatever the response.
  static let oneExchange = Condition(
    "one token request with the code", isPatient: true
  ) { observation in
    // A new transaction has another code.
    let codes = observation.codeExchanges.map { $0.form.value(of: "code") ?? "" }
    let most = Dictionary(grouping: codes) { $0 }.values.map(\.count).max() ?? 0
    return most <= 1 ? .passed() : .failed("\(most) token requests with the same code")
  }.after(.exchanged)

  /// The client ends by itself, and says so.
  static let endsClearly = Condition(
    "a message, and an exit in time with a code other than 0", isPatient: true
  ) { observation in
    guard let process = observation.processes.first else { return .notReached("No process ran.") }
    return end(
      of: process, succeeds: !observation.profileReads.isEmpty,
      saysSomething: observation.saysSomething(in: process.turn))
  }

  /// Judges the end of one process: a failure must have a message and an exit code other than 0.
  static func end(
    of process: Observation.Process, succeeds: Bool, saysSomething: Bool = true,
    mayStay: Bool = false
  ) -> Judgment {
    switch process.ending {
    case .stopped where mayStay, .timedOut where mayStay: return .passed()
    case .timedOut: return .failed("still running after \(process.seconds.rounded(toPlaces: 0)) s")
    case .stopped: return .failed("the client was still running, and did nothing more")
    case .signaled(let number): return .failed("the client crashed: signal \(number)")
    case .exited(0) where !succeeds:
      return .failed("exit code 0, although the client did not succeed")
    case .exited(let code):
      if process.isOutputCut { return .failed("more than 1 MB of output") }
      // An error that ended the program gives another code.
      if code != 0, let line = Crash.line(in: process.output) {
        return .failed(
          "the client crashed: \(Harmless.line(String(line.prefix(2000))))",
          advice: "Handle this error. If you log its stack, print a message after it.")
      }
      return saysSomething ? .passed() : .failed("the client ended without a message")
    }
  }

  /// Both conditions; the first that fails decides.
  func and(_ other: Condition) -> Condition {
    Condition(
      "\(expected); \(other.expected)", isPatient: isPatient || other.isPatient,
      prerequisite: prerequisite
    ) { observation in
      let first = judge(observation)
      return first.verdict == .passed ? other.judge(observation) : first
    }
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
