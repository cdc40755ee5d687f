import Flows
import TestSupport
import Testing
import Transcript
import Vocabulary

/// Whole runs at a server of nobody in particular: nothing in them is another server's habit.
struct ServerHabitReportTests {
  private static let mine = AuthorizationServer(
    name: "Mine", authorizationEndpoint: "https://mine.example/authorize",
    tokenEndpoint: "https://mine.example/token",
    authorizationParameters: [
      AuthorizationParameter("audience", "api", purpose: "Which API the token is for.")
    ])

  /// An answer of the token endpoint, and the vendors that even a report about Mine names.
  struct Answer {
    var status = 200
    var body = TestTokenResponse.good
    var named: [String] = []
  }

  private static let answers = [
    Answer(), Answer(status: 410, body: ""), Answer(status: 429, body: ""),
    Answer(
      status: 400,
      body: #"{"errors":[{"errorType":"invalid_grant","message":"m"}],"success":false}"#),
    // The shape itself is Google's, whoever answers with it.
    Answer(
      status: 403, body: #"{"error":{"code":403,"message":"m","status":"PERMISSION_DENIED"}}"#,
      named: ["Google"]),
  ]

  @Test(arguments: Flow.allCases, answers.indices)
  func `no format of a run at another server names Fitbit or Google`(flow: Flow, index: Int)
    async throws
  {
    let answer = Self.answers[index]
    let report = try await FlowReport.make(
      flow, body: answer.body, status: answer.status, at: Self.mine)
    for step in report.steps {
      let notes = step.notes.map { "\($0)" }
      let failure = [report.failure?.why, report.failure?.reference?.text].compactMap(\.self)
      let texts = notes + [step.heading.purpose] + failure
      for vendor in ["Fitbit", "Google"] { expect(!texts.joined().contains(vendor), "\(vendor)") }
    }
    for (format, text) in SampleReport.renderings(of: report) {
      for vendor in ["Fitbit", "Google"] where !answer.named.contains(vendor) {
        expect(!text.contains(vendor), "\(vendor) in \(format)")
      }
    }
  }

  @Test(arguments: Flow.allCases)
  func `no format of a run at Google's server names Fitbit`(flow: Flow) async throws {
    for answer in Self.answers where answer.named.isEmpty {
      let report = try await FlowReport.make(
        flow, body: answer.body, status: answer.status, at: .googleHealth)
      for (format, text) in SampleReport.renderings(of: report) {
        expect(!text.contains("Fitbit"), "\(answer.status) in \(format)")
      }
    }
  }

  @Test func `the same run at Fitbit says what holds there`() async throws {
    let text = TextRenderer(style: TextStyle(width: 200, usesColor: false))
      .render(try await FlowReport.make(.pkce))
    for words in [
      "Fitbit's guide requires neither state nor", "valid for 10 minutes",
      "Fitbit appends #_=_", "at Fitbit a refresh token works once",
    ] { expect(text.contains(words), "\(words)") }
  }

  @Test func `a server's own parameter has its purpose in the list of parts, in text and in HTML`()
    async throws
  {
    let report = try await FlowReport.make(.code, at: Self.mine)
    let renderings = SampleReport.renderings(of: report)
    for format in ["text", "html"] {
      expect(renderings[format]?.contains("Which API the token is for."), is: true)
    }
  }
}
