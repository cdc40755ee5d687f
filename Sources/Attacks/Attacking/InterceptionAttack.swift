import PracticeServer
import Runs
import Step4TokenRequest
import Transcript
import Vocabulary

/// The code is stolen on its way through the browser: RFC 7636 §1 and RFC 9700 §4.5.
struct InterceptionAttack {
  package let surroundings: Surroundings

  package func report() async throws -> AttackReport {
    AttackReport(
      name: "interception", title: "A stolen authorization code",
      setting: """
        An app on a telephone has no client secret. A thief on the same telephone gets to see the redirect: \
        another app that took over the address, a look into the history, a log. The thief wants the \
        user's data.
        """,
      runs: [try await withoutPKCE(), try await withPKCE()],
      difference: """
        The server hashes the code verifier of the token request and compares it with the code challenge \
        that came before the code. Who stole only the code does not have the verifier, and cannot compute it \
        from the challenge.
        """,
      reference: .rfc7636("4.6"),
      tryIt: "practice --without pkce-required")
  }

  private func withoutPKCE() async throws -> AttackReport.Run {
    let stage = try AttackStage(.code, .client, without: [.pkceRequired], surroundings)
    let stolen = try await stage.attacker.stolenCode()
    let exchange = try await stage.attacker.exchangeForTokens(stolen.code, verifier: nil)
    var events = [
      AttackReport.Event("App", "sends the user to the server, without a code challenge"),
      AttackReport.Event("User", "allows"),
      AttackReport.Event("Server", "sends the browser back with the code", stolen.code.value),
      AttackReport.Event("Thief", "reads the code in the redirect, before the app exchanges it"),
      AttackReport.Event(
        "Thief", "sends the code to the token endpoint, with the app's public client_id"),
      .answer(exchange.attempt),
    ]
    var succeeded = false
    if let tokens = exchange.tokens {
      let profile = try await stage.attacker.readProfile(with: tokens.accessToken)
      succeeded = profile.succeeded
      events.append(.init("Thief", "reads the user's profile", profile.answer))
    }
    return AttackReport.Run(
      title: "Without PKCE, at a server that does not want it (--without pkce-required)",
      events: events, succeeded: succeeded,
      outcome: succeeded ? "The thief has the user's data." : "The thief has nothing.")
  }

  private func withPKCE() async throws -> AttackReport.Run {
    let stage = try AttackStage(.pkce, .client, surroundings)
    let stolen = try await stage.attacker.stolenCode()
    let challenge = try stolen.verifier.map { try stage.attacker.challenge(of: $0) } ?? ""
    let guesses: [(deed: String, verifier: CodeVerifier?)] = [
      ("sends the code without a verifier", nil),
      ("sends the code with a verifier of their own", try stage.attacker.otherVerifier()),
      ("sends the code with the challenge as the verifier", try CodeVerifier(challenge)),
    ]
    var events = [
      AttackReport.Event("App", "makes a code verifier, and keeps it"),
      AttackReport.Event("App", "sends the user to the server, with the challenge", challenge),
      AttackReport.Event("User", "allows"),
      AttackReport.Event("Server", "sends the browser back with the code", stolen.code.value),
      AttackReport.Event(
        "Thief", "reads the code, and has seen the request with the challenge too"),
    ]
    var succeeded = false
    for guess in guesses {
      let exchange = try await stage.attacker.exchangeForTokens(
        stolen.code, verifier: guess.verifier)
      events.append(.init("Thief", guess.deed))
      events.append(.answer(exchange.attempt))
      succeeded = succeeded || exchange.attempt.succeeded
    }
    let app = try await stage.attacker.exchangeForTokens(stolen.code, verifier: stolen.verifier)
    events.append(.init("App", "sends the code with its verifier"))
    events.append(.answer(app.attempt))
    let forTheApp =
      app.attempt.succeeded
      ? "The refused tries did not use the code up, and the app has its tokens."
      : "The app has nothing either."
    return AttackReport.Run(
      title: "With PKCE, all rules on", events: events, succeeded: succeeded,
      outcome: succeeded
        ? "The thief has the user's data."
        : "The thief has nothing. \(forTheApp)")
  }
}
