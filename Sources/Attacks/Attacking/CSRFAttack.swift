import Flows
import HTTPMessages
import PracticeServer
import Runs
import Step4TokenRequest
import Transcript
import Vocabulary

/// A redirect of the attacker's is brought to the user's browser: RFC 6749 §10.12 and RFC 9700 §4.7.
struct CSRFAttack {
  package let surroundings: Surroundings

  package func report() async throws -> AttackReport {
    AttackReport(
      name: "csrf", title: "A redirect that somebody planted",
      setting: """
        The attacker authorizes the app with an account of their own (\(PracticeUser.second.identifier), \
        \(PracticeUser.second.name)), and stops before the redirect reaches the app. The user's account is \
        another one (\(PracticeUser.first.identifier), \(PracticeUser.first.name)). Then they lure the user's browser to that redirect, with a link or an image on a page. \
        The attacker wants the user to go on in the attacker's account: what the user enters, the attacker reads.
        """,
      runs: [try await careless(.code), try await careful(), try await careless(.pkce)],
      difference: """
        The app compares the state of the redirect with the one that it sent from this browser, before it \
        looks at anything else. The attacker does not know that value. PKCE stops the same redirect later, at \
        the server, and does so even if the attacker has read the state; an app that knows that its server \
        supports PKCE may rely on it.
        """,
      reference: .rfc9700("4.7.1"), tryIt: "walk --scenario state-tampered")
  }

  /// An app that takes the code from any redirect.
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
        .init("Browser", "brings the attacker's redirect to the app", redirect.url),
        .init("App", "does not compare the state, and takes the code", code.value),
        .init(
          "App",
          usesPKCE
            ? "exchanges the code, with the verifier of the user's own session"
            : "exchanges the code, with its client secret"),
        .answer(exchange.attempt),
      ]
    if let tokens = exchange.tokens,
      let account = try await stage.attacker.account(of: tokens.accessToken)
    {
      events.append(.init("App", "reads the profile with the token: it is the attacker's", account))
    }
    return AttackReport.Run(
      title: usesPKCE
        ? "Without the check of the state, but with PKCE" : "Without the check of the state",
      events: events, succeeded: succeeded,
      outcome: succeeded
        ? "The user goes on in the attacker's account, and does not notice."
        : "The server has stopped it: the code belongs to the attacker's challenge, and this is not its verifier."
    )
  }

  private func careful() async throws -> AttackReport.Run {
    let stage = try AttackStage(.code, .server, surroundings)
    let redirect = try await stage.attacker.foreignRedirect()
    var events =
      opening + [.init("Browser", "brings the attacker's redirect to the app", redirect.url)]
    do {
      try stage.attacker.check(redirect)
      events.append(.init("App", "finds nothing wrong"))
      return AttackReport.Run(
        title: "With the check of the state", events: events, succeeded: true,
        outcome: "The user goes on in the attacker's account.")
    } catch {
      events += [
        .init("App", "looks up the state that it sent", error.expected),
        .init("App", "sees that another one came, and stops", error.received),
      ]
      return AttackReport.Run(
        title: "With the check of the state", events: events, succeeded: false,
        outcome: "Nothing was sent to the server. The redirect is discarded.")
    }
  }

  private var opening: [AttackReport.Event] {
    [
      .init("Attacker", "begins an authorization of the app, with a state of their own"),
      .init("Attacker", "allows, and keeps the redirect"),
      .init("User", "begins an authorization of the same app, which sends its own state"),
    ]
  }
}
