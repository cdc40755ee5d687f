import HTTPMessages

extension Condition {
  /// The client ends after a denial, and asks for no token.
  static let endsAfterDenial = Condition(
    "a message, an exit, and no token request", isPatient: true
  ) { observation in
    if let request = observation.tokenRequests.first {
      return .failed("a token request with grant_type \(Harmless.line(request.grantType))")
    }
    guard let process = observation.processes.first else { return .notReached("No process ran.") }
    // The user decided, and nothing failed: no section says what exit code that is.
    return end(
      of: process, succeeds: true, saysSomething: observation.saysSomething(in: process.turn))
  }.after(.delivered)

  /// The same as ``noExchange``, for a client that compares a state.
  static let noExchangeOfPlanted = Condition(
    noExchange.expected, prerequisite: .delivered
  ) { observation in
    observation.reliesOnPKCE
      ? .skipped("The client sends no state and relies on PKCE, which the server checks.")
      : noExchange.judge(observation)
  }

  /// Both answers to an unannounced issuer are right.
  static let acceptsOrDiscards = Condition(
    "the client reads the profile, or sends no token request", isPatient: true
  ) { observation in
    if !observation.profileReads.isEmpty { return .passed("The client accepted the redirect.") }
    return observation.tokenRequests.isEmpty
      ? .passed("The client discarded the redirect.")
      : .failed("a token request, and the profile was not read")
  }.after(.delivered)

  /// Only the code of the real redirect is exchanged.
  static let onlyRealCode = Condition(
    "a token request with only the real redirect's code", isPatient: true
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
    let output = observation.output
    if output.containsBytes(of: "\u{1B}[2J") || output.containsBytes(of: "\u{1B}]0;") {
      return .failed("the escape sequence in the output")
    }
    let pages = observation.deliveries.map(\.page)
    // A browser runs no script in plain text or JSON.
    let runsScript = pages.contains { page in
      let isMarkup = ["html", "xml"].contains { page.type.contains($0) } || page.type.isEmpty
      return isMarkup && RedirectPoison.hostileMarkup.contains { page.text.containsBytes(of: $0) }
    }
    return runsScript ? .failed("the script in the page that the browser shows") : .passed()
  }.after(.delivered)
}
