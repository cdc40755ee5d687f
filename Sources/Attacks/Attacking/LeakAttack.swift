import HTTPMessages
import Runs
import Step2AuthorizationRequest
import Transcript
import Vocabulary

/// What is left in a browser after a flow: RFC 9700 §4.2 and §4.3.
struct LeakAttack {
  package let surroundings: Surroundings

  package func report() async throws -> AttackReport {
    AttackReport(
      name: "leak", title: "What the browser leaves behind",
      setting: """
        A web app uses the implicit flow. After the redirect its page opens its own start address with what \
        it got, as many did, and shows an image from another site. The attacker reads the browser's \
        history, what that other site was told, or a log, and wants the user's data.
        """,
      runs: [try await implicit(), try await code()],
      difference: """
        Where the token travels. With a code it is in the answer to a direct request, and never in a URL. \
        What a URL contains is a code, and the server gives nothing for it without the verifier.
        """,
      reference: .rfc9700("2.1.2"), tryIt: "practice --without token-in-header-only")
  }

  private func implicit() async throws -> AttackReport.Run {
    let stage = try AttackStage(.implicit, .client, surroundings)
    let (report, tokens) = try await stage.run.walk(at: stage.server)
    var browser = SimulatedBrowser(after: report)
    browser.moveFragmentIntoQuery(to: "http://127.0.0.1:8089/start")
    browser.load("https://pictures.example/logo.png")
    let token = tokens.accessToken
    let profile = try await stage.attacker.readProfile(with: token)
    return AttackReport.Run(
      title: "With the implicit flow",
      events: [
        .init("Server", "sends the browser back with the access token behind the #"),
        .init("App", "a script of its page opens /start?access_token=… with it"),
        .init("Browser", "loads an image of that page from another site, and tells it the address"),
      ] + findings(of: token.value, "the access token", in: browser) + [
        .init("Attacker", "reads the user's profile with the token that was found", profile.answer)
      ],
      succeeded: profile.succeeded,
      outcome: profile.succeeded
        ? "The history alone is enough; Referer and log come from the app's own link. Whoever reads one of "
          + "them has the user's data until the token ends."
        : "The token opens nothing.")
  }

  private func code() async throws -> AttackReport.Run {
    let stage = try AttackStage(.pkce, .client, surroundings)
    let (report, tokens) = try await stage.run.walk(at: stage.server)
    var browser = SimulatedBrowser(after: report)
    browser.load("https://pictures.example/logo.png")
    // The code of the walk was used up; this one was not, as if the browser had been stopped.
    let unused = try await stage.attacker.stolenCode()
    let secondTry = try await stage.attacker.exchangeForTokens(unused.code, verifier: nil)
    let code = report.steps.flatMap(\.outputs).first { $0.name == "code" }?.value ?? ""
    let exchange = try await stage.attacker.exchangeForTokens(
      AuthorizationCode(code), verifier: nil)
    let succeeded = exchange.attempt.succeeded || secondTry.attempt.succeeded
    return AttackReport.Run(
      title: "With a code and PKCE",
      events: [
        .init("Server", "sends the browser back with a code"),
        .init("App", "exchanges the code directly: the tokens are never in a URL"),
        .init("Browser", "loads an image of the page from another site, and tells it the address"),
      ] + findings(of: tokens.accessToken.value, "the access token", in: browser)
        + findings(of: code, "the code", in: browser) + [
          .init("Attacker", "sends the code that was found, without a verifier"),
          .answer(exchange.attempt),
          .init("Attacker", "does the same with a code that nobody has used yet"),
          .answer(secondTry.attempt),
        ],
      succeeded: succeeded,
      outcome: succeeded
        ? "The attacker has the user's data." : "What is left in the browser's URLs opens nothing.")
  }

  /// What a search for a value finds.
  private func findings(
    of value: String, _ name: String, in browser: SimulatedBrowser
  ) -> [AttackReport.Event] {
    browser.places(of: value).map { place, count in
      let times = count == 0 ? "not found" : count == 1 ? "found once" : "found \(count) times"
      return .init("Attacker", "looks for \(name) in the \(place)", times)
    }
  }
}
