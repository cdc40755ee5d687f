import Flows
import HTTPMessages
import TestSupport
import Testing
import Transcript
import Vocabulary

struct TextRendererTests {
  private func text(_ report: Report, width: Int = 80, usesColor: Bool = false) -> String {
    TextRenderer(style: TextStyle(width: width, usesColor: usesColor)).render(report)
  }

  @Test func `the pieces put together are the whole, with every value whole on a line`()
    async throws
  {
    let report = try await SampleReport.make()
    let renderer = TextRenderer(style: TextStyle(width: 80, usesColor: false))
    let pieces =
      [renderer.opening(report.subject)]
      + report.steps.map {
        renderer.step($0, in: report.subject)
      }
    expect(pieces.joined() + renderer.closing(report), is: renderer.render(report))
    // No value is broken: it has a line of its own, or is part of the line of a message.
    let lines = Set(
      text(report, width: 40).split(separator: "\n").map { $0.trimmingPrefix { $0 == " " } })
    for parameter in report.steps.flatMap({ $0.inputs + $0.outputs }) {
      expect(lines.contains { $0.contains(parameter.value) }, "\(parameter.name)")
    }
    for request in report.steps.compactMap(\.sends) {
      let last = request.body.isEmpty ? request.url : String(decoding: request.body, as: UTF8.self)
      expect(lines.contains { $0 == last })
    }
    // Colour is the only difference that colour makes.
    let colored = text(report, usesColor: true)
    expect(colored.contains("\u{1B}["))
    expect(colored.replacing(#/\u{1B}\[[0-9;]*m/#, with: ""), is: text(report))
  }

  @Test(arguments: Flow.allCases)
  func `a heading counts five steps only where the flow has five`(flow: Flow) async throws {
    let body = flow == .clientCredentials ? #"{"access_token":"a","token_type":"Bearer"}"# : nil
    let report = try await FlowReport.make(flow, body: body ?? TestTokenResponse.good)
    for format in ["text", "html"] {
      let text = SampleReport.renderings(of: report)[format] ?? ""
      expect(text.contains(" of 5 · "), is: flow.about.steps.count == 5, "\(flow), \(format)")
      for number in flow.about.steps { expect(text.contains("Step \(number)"), "\(flow)") }
    }
  }

  @Test(arguments: [
    "\u{1B}]0;title\u{7}", "\u{1B}[2J", "\u{9B}31m", "\u{202E}txt", "\u{2066}", "\u{200F}", "a\rb",
    "\u{8}\u{8}\u{8}", "\u{FEFF}", "\u{2028}",
  ])
  func `nothing from a server acts on the terminal`(evil: String) async throws {
    let encoded = Form.encode(evil)
    let hex = evil.utf16.map { unit in
      let digits = String(unit, radix: 16)
      return "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
    }.joined()
    let good =
      #"{"access_token":"\#(hex)","token_type":"Bearer","\#(hex)":["\#(hex)"],"scope":"\#(hex)"}"#
    let reports = [
      try await SampleReport.make(query: "?code=a&state=\(encoded)&error=\(encoded)"),
      try await SampleReport.make(
        query: "?code=\(encoded)&\(encoded)=\(encoded)&state=\(Guide.state)#\(evil)"),
      try await SampleReport.make(query: "?error=\(encoded)&state=\(Guide.state)"),
      try await SampleReport.make(body: good, fields: [HTTPField(evil, evil)]),
      try await SampleReport.make(status: 400, body: "<html>\(evil)</html>"),
      try await SampleReport.make(
        status: 400, body: #"{"errors":[{"errorType":"\#(hex)","message":"\#(hex)"}]}"#),
      try await SampleReport.make(
        status: 429, body: "", fields: [HTTPField("Retry-After", evil)]),
    ]
    for report in reports {
      for (format, rendering) in SampleReport.renderings(of: report) {
        let acting = rendering.unicodeScalars.filter { $0 != "\n" && Harmless.isDangerous($0) }
        expect(acting.isEmpty, "\(format): \(acting.map { $0.value })")
      }
    }
  }

  @Test func `a failure says what was expected, what came, why, and what to do`() async throws {
    let report = try await SampleReport.make(query: "?code=a&state=planted")
    let text = text(report, width: 200)
    for part in ["Step 3 failed: ", Guide.state, "planted", "RFC 6749 §10.12"] {
      expect(text.contains(part), "\(part)")
    }
  }

  @Test func `a member that nobody knows is shown and called unknown`() async throws {
    let body = #"{"access_token":"a","token_type":"Bearer","brand_new":"thing"}"#
    let text = text(try await SampleReport.make(body: body), width: 200)
    expect(text.contains("brand_new") && text.contains(Glossary.unknown))
  }
}
