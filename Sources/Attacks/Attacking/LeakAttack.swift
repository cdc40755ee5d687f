import HTTPMessages
import Runs
import Step2AuthorizationRequest
import Transcript
import Vocabulary

/// Values left in a browser after a flow (RFC 9700 §4.2, §4.3).
struct LeakAttack {
  package let surroundings: Surroundings

  package func report() async throws -> AttackReport {
    AttackReport(
      name: "leak", title: "What stays in the browser",
      setting: """
        A website uses the implicit flow. After the redirect, its page opens the site's start URL with the response in the query. Many websites did this. The page shows an image from another site. To get the user's \
        data, an attacker reads the browser history, the Referer that the other site received, or a log.
        """,
      runs: [try await implicit(), try await code()],
      difference: """
        With a code, the token is in the response to a direct request, never in a URL. The URL contains \
        only the code, and the server issues nothing for it without the verifier.
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
        .init("Server", "redirects with the access token in the fragment"),
        .init("Client", "its script opens /start?access_token=…"),
        .init("Browser", "loads the image, with the page's URL as Referer"),
      ] + findings(of: token.value, "the access token", in: browser) + [
        .init("Attacker", "reads the user's profile with the token", profile.result)
      ],
      succeeded: profile.succeeded,
      outcome: profile.succeeded
        ? "The history alone is enough. Referer and logs contain the token because the client put "
          + "it into a query. Reading any of them gives access to the user's data until the token "
          + "expires."
        : "The token gives access to nothing.")
  }

  private func code() async throws -> AttackReport.Run {
    let stage = try AttackStage(.pkce, .client, surroundings)
    let (report, tokens) = try await stage.run.walk(at: stage.server)
    var browser = SimulatedBrowser(after: report)
    browser.load("https://pictures.example/logo.png")
    // The code of the walk is used; this one is not, as if the redirect had not reached the client.
    let unused = try await stage.attacker.stolenCode()
    let unusedExchange = try await stage.attacker.exchangeForTokens(unused.code, verifier: nil)
    let code = report.steps.flatMap(\.outputs).first { $0.name == "code" }?.value ?? ""
    let exchange = try await stage.attacker.exchangeForTokens(
      AuthorizationCode(code), verifier: nil)
    let succeeded = exchange.attempt.succeeded || unusedExchange.attempt.succeeded
    return AttackReport.Run(
      title: "With a code and PKCE",
      events: [
        .init("Server", "redirects with a code"),
        .init("Client", "exchanges the code directly; no token is in a URL"),
        .init("Browser", "loads the image, with the page's URL as Referer"),
      ] + findings(of: tokens.accessToken.value, "the access token", in: browser)
        + findings(of: code, "the code", in: browser) + [
          .init("Attacker", "sends the code without a verifier"),
          .response(to: exchange.attempt),
          .init("Attacker", "sends an unused code without a verifier"),
          .response(to: unusedExchange.attempt),
        ],
      succeeded: succeeded,
      outcome: succeeded
        ? "The attacker has the user's data."
        : "Nothing left in the browser's URLs gives access to data.")
  }

  /// Returns the attacker's search for a value, with the number of occurrences in each place.
  private func findings(
    of value: String, _ name: String, in browser: SimulatedBrowser
  ) -> [AttackReport.Event] {
    let counts = browser.places(of: value).map { "\($0.place) \($0.count)" }
    return [.init("Attacker", "looks for \(name)", counts.joined(separator: ", "))]
  }
}
