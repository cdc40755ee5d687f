import HTTPMessages
import TestSupport
import Testing
import Transcript
import Vocabulary

struct ComparisonTests {
  private func comparison(_ change: (inout Report) -> Void = { _ in }) async throws -> Comparison {
    var report = try await SampleReport.make()
    change(&report)
    return Comparison([FlowEvidence(report: report, attempts: [])])
  }

  private func items(_ row: String, of section: String, in comparison: Comparison) -> [String]? {
    comparison.sections.first { $0.title == section }?.rows.first { $0.title == row }?
      .cells.first?.items.map(\.text)
  }

  @Test func `the stages are read from the messages, and a changed flow changes the table`()
    async throws
  {
    let honest = try await comparison()
    let stages = "What is sent, step by step"
    expect(
      items("2 Authorization request", of: stages, in: honest),
      is: [
        "through the browser",
        "response_type, client_id, redirect_uri, scope, state, code_challenge, "
          + "code_challenge_method",
      ])
    expect(
      items("4 Token request", of: stages, in: honest),
      is: [
        "directly",
        "Authorization header field, grant_type, client_id, code, code_verifier, redirect_uri",
      ])
    let row = "Who can see it"
    expect(
      items(row, of: "Code verifier", in: honest), is: ["client", "authorization server"])
    // A client that puts the verifier into the authorization request gives it to everybody.
    let careless = try await comparison { report in
      guard let request = report.steps[1].sends else { return }
      report.steps[1].sends = HTTPRequest(
        .front, method: "GET", url: request.url + "&code_verifier=" + Guide.verifier)
    }
    let seen = items(row, of: "Code verifier", in: careless)
    expect(seen?.contains("address bar and history"), is: true)
    let sent = items(
      "2 Authorization request", of: "What is sent, step by step", in: careless)
    expect(sent?.last?.hasSuffix("code_verifier"), is: true)
  }

  @Test func `without a step its row says none, and its secret is not compared`() async throws {
    let comparison = try await comparison { report in
      report.steps.removeFirst()
      report.steps[2].inputs.removeAll { $0.name == "code_verifier" }
    }
    expect(
      items("1 Code verifier", of: "What is sent, step by step", in: comparison), is: [])
    expect(!comparison.sections.contains { $0.title == "Code verifier" })
  }

  @Test func `what was tried stands beside the value, and what needs none apart`() async throws {
    let attempts = [
      Attempt(.code, "exchanges it", succeeded: false, result: "400 invalid_grant"),
      Attempt(nil, "plants a redirect", succeeded: true, result: "200"),
    ]
    let report = try await SampleReport.make()
    let comparison = Comparison([FlowEvidence(report: report, attempts: attempts)])
    expect(
      items("What an attacker can do with it", of: "Authorization code", in: comparison),
      is: [
        "exchanges it: rejected (400 invalid_grant)"
      ])
    expect(
      items("Result", of: "Planted redirect", in: comparison),
      is: [
        "plants a redirect: works (200)"
      ])
  }

  @Test(arguments: [
    // Nothing in a cell is fixed: other attempts and another response give other cells.
    (Attempt.Kind.injection, true, "Stolen code", "✗ injected"),
    (.injection, false, "Stolen code", "✓ rejected"),
    (.exchange, true, "Stolen code", "✗ exchanged"),
    (.history, true, "Token in a URL", "✗ yes"),
    (.theft, true, "Stolen access token", "✗ works"),
    (.theft, true, "Whose data", "a user's"),
    (.theft, false, "Whose data", "the client's"),
    (.planting, true, "Planted redirect", "✗ accepted"),
    (.carelessPlanting, false, "… state ignored", "✓ rejected"),
    (.missingSecret, true, "Client secret", "optional"),
    (.missingSecret, false, "Client secret", "required"),
    (.lateTheft, false, "Stolen access token", "–"),
  ])
  func `an attempt decides its cell`(
    kind: Attempt.Kind, succeeded: Bool, row: String, text: String
  ) async throws {
    let attempt = Attempt(.code, "tries", kind: kind, succeeded: succeeded, result: "")
    let comparison = Comparison([
      FlowEvidence(report: try await SampleReport.make(.server), attempts: [attempt])
    ])
    let cell = comparison.overview.rows.first { $0.title == row }?.cells.first
    expect(cell?.text, is: text)
  }

  @Test(arguments: [("3600", "✗ 1 hour"), ("5400", "✗ 5400 seconds"), ("172800", "✗ 2 days")])
  func `a stolen token works for the lifetime of the response`(seconds: String, text: String)
    async throws
  {
    var report = try await SampleReport.make()
    let last = report.steps.count - 1
    report.steps[last].outputs.removeAll { $0.name == "expires_in" }
    report.steps[last].outputs.append(
      Parameter("expires_in", seconds, in: .tokenResponse, origin: .recorded))
    let attempts = [(Attempt.Kind.theft, true), (.lateTheft, false)].map {
      Attempt(.accessToken, "reads", kind: $0, succeeded: $1, result: "")
    }
    let rows = Comparison([FlowEvidence(report: report, attempts: attempts)]).overview.rows
    expect(rows.first { $0.title == "Stolen access token" }?.cells.first?.text, is: text)
  }

  @Test func `two flows that differ in a row are marked there only`() async throws {
    let server = FlowEvidence(report: try await SampleReport.make(.server), attempts: [])
    let client = FlowEvidence(report: try await SampleReport.make(.client), attempts: [])
    let comparison = Comparison([server, client])
    let stages = try #require(comparison.sections.first)
    expect(stages.rows.map(\.differs), is: [false, false, false, true, false])
    let text = ComparisonTextRenderer(style: TextStyle(width: 80, usesColor: false))
      .render(comparison)
    expect(text.contains("≠ 4 Token request"))
    expect(!text.contains("≠ 2 Authorization request"))
    expect(ComparisonMarkdownRenderer.render(comparison).contains("| ≠ 4 Token request |"))
  }

  @Test(arguments: [24, 40, 80, 120, 200])
  func `every cell is there at every width, and no line is too long`(width: Int) async throws {
    let flows = [
      FlowEvidence(report: try await SampleReport.make(.server), attempts: []),
      FlowEvidence(report: try await SampleReport.make(.client), attempts: []),
    ]
    let comparison = Comparison(flows)
    let text = ComparisonTextRenderer(style: TextStyle(width: width, usesColor: false))
      .render(comparison)
    // A single word may be longer than a very narrow terminal.
    let longest = text.split(separator: "\n").map(\.count).max() ?? 0
    expect(longest <= max(width, 60))
    for row in comparison.sections.flatMap(\.rows) { expect(text.contains(row.title)) }
  }
}
