import HTTPMessages
import Vocabulary

extension Condition {
  /// The client ends after a denial, and asks for no token.
  static let endsAfterDenial = Condition(
    "a message, the end, and no token request", isPatient: true
  ) { observation in
    if let request = observation.tokenRequests.first {
      return .failed("a token request with grant_type \(Harmless.line(request.grantType))")
    }
    guard let process = observation.processes.first else { return .notReached("It never ran.") }
    // The user decided, and nothing failed: no section says what exit code that is.
    return end(
      of: process, succeeds: true, saysSomething: observation.saysSomething(in: process.turn))
  }.after(.delivered)

  /// The same as ``noExchange``, for a client that compares a state.
  static let noExchangeOfPlanted = Condition(noExchange.expected) { observation in
    observation.reliesOnPKCE
      ? .skipped("The client sends no state and relies on PKCE, which the server checks.")
      : noExchange.judge(observation)
  }

  /// Both answers to an unannounced issuer are right.
  static let acceptsOrDiscards = Condition("the profile, or no token request") {
    observation in
    if !observation.profileReads.isEmpty { return .passed("The client accepted it.") }
    return observation.tokenRequests.isEmpty
      ? .passed("The client discarded it.")
      : .failed("a token request, and the profile was not read")
  }.after(.delivered)

  /// Only the code of the real redirect is exchanged.
  static let onlyRealCode = Condition(
    "a token request with the code of the real redirect only", isPatient: true
  ) { observation in
    let codes = observation.codeExchanges.compactMap { $0.form.value(of: "code") }
    if codes.contains(where: { $0.hasPrefix("attackers") }) {
      return .failed("a token request with the code of another request")
    }
    return completes.judge(observation)
  }

  /// Hostile text reaches neither the terminal nor the page.
  static let harmless = Condition("no escape sequence in the output, no script in the page") {
    observation in
    if observation.output.contains("\u{1B}[2J") || observation.output.contains("\u{1B}]0;") {
      return .failed("the escape sequence in the output")
    }
    let pages = observation.deliveries.map { String(decoding: $0.body, as: UTF8.self) }
    return pages.contains { $0.contains("<script>alert(1)") }
      ? .failed("the script in the page that the browser shows") : .passed()
  }.after(.delivered)
}
