import PracticeServer
import Runs
import Step4TokenRequest
import Transcript
import Vocabulary

/// A code stolen in transit through the browser (RFC 7636 §1, RFC 9700 §4.5).
struct InterceptionAttack {
  package let surroundings: Surroundings

  package func report() async throws -> AttackReport {
    AttackReport(
      name: "interception", title: "A stolen authorization code",
      setting: """
        The client is a phone app without a secret. An attacker on the same phone reads the redirect: \
        through another app with that redirect URI, the browser history, or a log.
        """,
      runs: [try await withoutPKCE(), try await withPKCE()],
      difference: """
        The server hashes the code verifier and compares the result with the challenge from the \
        authorization request. The attacker does not have the verifier and cannot compute it from the \
        challenge.
        """,
      reference: .rfc7636("4.6"),
      tryIt: "practice --without pkce-required")
  }

  private func withoutPKCE() async throws -> AttackReport.Run {
    let stage = try AttackStage(.code, .client, without: [.pkceRequired], surroundings)
    let stolen = try await stage.attacker.stolenCode()
    let exchange = try await stage.attacker.exchangeForTokens(stolen.code, verifier: nil)
    var events = [
      AttackReport.Event("Client", "sends an authorization request without a code challenge"),
      AttackReport.Event("User", "grants access"),
      AttackReport.Event("Server", "redirects with a code", stolen.code.value),
      AttackReport.Event("Attacker", "intercepts the code before the client exchanges it"),
      AttackReport.Event("Attacker", "sends the code with the public client_id"),
      .response(to: exchange.attempt),
    ]
    var succeeded = false
    if let tokens = exchange.tokens {
      let profile = try await stage.attacker.readProfile(with: tokens.accessToken)
      succeeded = profile.succeeded
      events.append(.init("Attacker", "reads the user's profile", profile.result))
    }
    return AttackReport.Run(
      title: "Without PKCE, which the server does not require (--without pkce-required)",
      events: events, succeeded: succeeded,
      outcome: succeeded ? "The attacker has the user's data." : "The attacker has nothing.")
  }

  private func withPKCE() async throws -> AttackReport.Run {
    let stage = try AttackStage(.pkce, .client, surroundings)
    let stolen = try await stage.attacker.stolenCode()
    let challenge = try stolen.verifier.map { try stage.attacker.challenge(of: $0) } ?? ""
    let guesses: [(action: String, verifier: CodeVerifier?)] = [
      ("sends the code without a verifier", nil),
      ("sends the code with another verifier", try stage.attacker.otherVerifier()),
      ("sends the code with the challenge as verifier", try CodeVerifier(challenge)),
    ]
    var events = [
      AttackReport.Event("Client", "creates a code verifier"),
      AttackReport.Event(
        "Client", "sends an authorization request with its challenge", challenge),
      AttackReport.Event("User", "grants access"),
      AttackReport.Event("Server", "redirects with a code", stolen.code.value),
      AttackReport.Event("Attacker", "intercepts code and challenge"),
    ]
    var succeeded = false
    for guess in guesses {
      let exchange = try await stage.attacker.exchangeForTokens(
        stolen.code, verifier: guess.verifier)
      events.append(.init("Attacker", guess.action))
      events.append(.response(to: exchange.attempt))
      succeeded = succeeded || exchange.attempt.succeeded
    }
    let client = try await stage.attacker.exchangeForTokens(stolen.code, verifier: stolen.verifier)
    events.append(.init("Client", "sends the code with its verifier"))
    events.append(.response(to: client.attempt))
    let forTheClient =
      client.attempt.succeeded
      ? "The rejected attempts did not use up the code: the client has its tokens."
      : "The client has nothing either."
    return AttackReport.Run(
      title: "With PKCE, all rules on", events: events, succeeded: succeeded,
      outcome: succeeded
        ? "The attacker has the user's data."
        : forTheClient)
  }
}
