import Flows
import HTTPMessages
import PracticeServer
import Runs
import Step4TokenRequest
import Transcript
import Vocabulary

/// A redirect planted in the user's browser (RFC 6749 §10.12, RFC 9700 §4.7).
struct CSRFAttack {
  package let surroundings: Surroundings

  package func report() async throws -> AttackReport {
    AttackReport(
      name: "csrf", title: "A planted redirect",
      setting: """
        The attacker authorizes the client for their own account (\(PracticeUser.second.identifier), \
        \(PracticeUser.second.name)) and keeps the redirect. A link or an image on a page then sends the \
        user's browser (\(PracticeUser.first.identifier), \(PracticeUser.first.name)) to it. The aim: the \
        user works in the attacker's account, and the attacker reads what the user enters.
        """,
      runs: [try await careless(.code), try await careful(), try await careless(.pkce)],
      difference: """
        First, the client compares the state with the one it sent from this browser. The attacker does \
        not know that state. PKCE stops the attack later, at the server, even if the attacker has read \
        the state. A client may rely on PKCE if it has made sure that the server supports it.
        """,
      reference: .rfc9700("4.7.1"), tryIt: "walk --scenario state-tampered")
  }

  /// Runs the attack on a client that takes the code from any redirect.
  private func careless(_ flow: Flow) async throws -> AttackReport.Run {
    let stage = try AttackStage(flow, flow.about.judgment.comparedType, surroundings)
    let usesPKCE = flow.about.usesPKCE
    let redirect = try await stage.attacker.foreignRedirect()
    let code = AuthorizationCode(redirect.queryValue("code") ?? "")
    let verifier = usesPKCE ? try stage.attacker.otherVerifier() : nil
    let exchange = try await stage.attacker.exchangeForTokens(
      code, verifier: verifier, as: stage.attacker.settings.client)
    let succeeded = exchange.attempt.succeeded
    var events =
      opening + [
        .init("Browser", "sends the attacker's redirect to the client", redirect.url),
        .init("Client", "ignores the state and takes the code", code.value),
        .init(
          "Client",
          usesPKCE
            ? "exchanges the code with the verifier of the user's transaction"
            : "exchanges the code with its secret"),
        .response(to: exchange.attempt),
      ]
    if let tokens = exchange.tokens,
      let account = try await stage.attacker.account(of: tokens.accessToken)
    {
      events.append(.init("Client", "reads the profile: it is the attacker's", account))
    }
    return AttackReport.Run(
      title: usesPKCE
        ? "The client ignores the state but uses PKCE" : "The client ignores the state",
      events: events, succeeded: succeeded,
      outcome: succeeded
        ? "The user continues in the attacker's account without noticing."
        : "The code is bound to the attacker's challenge, and this is not its verifier."
    )
  }

  /// Runs the attack on a client that compares the state.
  private func careful() async throws -> AttackReport.Run {
    let stage = try AttackStage(.code, .server, surroundings)
    let redirect = try await stage.attacker.foreignRedirect()
    var events =
      opening + [.init("Browser", "sends the attacker's redirect to the client", redirect.url)]
    do {
      try stage.attacker.check(redirect)
      events.append(.init("Client", "finds nothing wrong"))
      return AttackReport.Run(
        title: "The client compares the state", events: events, succeeded: true,
        outcome: "The user continues in the attacker's account.")
    } catch {
      events += [
        .init("Client", "looks up the state it sent", error.expected),
        .init("Client", "finds a different one in the redirect and stops", error.received),
      ]
      return AttackReport.Run(
        title: "The client compares the state", events: events, succeeded: false,
        outcome: "The client discards the redirect and sends nothing to the server.")
    }
  }

  private var opening: [AttackReport.Event] {
    [
      .init("Attacker", "starts a transaction, grants access, and keeps the redirect"),
      .init("User", "starts a transaction with another state"),
    ]
  }
}
