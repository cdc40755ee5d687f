import Flows
import HTTPMessages
import TestSupport
import Testing
import Vocabulary

@testable import Transcript

/// The story of a walk: one screen for each step, and nothing that is there to be copied is lost.
struct StoryTests {
  private func steps(
    _ report: Report, width: Int = 80, breaksLines: Bool = true
  ) -> [[Substring]] {
    let renderer = TextRenderer(
      style: TextStyle(width: width, usesColor: false), detail: .story, breaksLines: breaksLines)
    return report.steps.map { step in
      // Without the empty line that separates it from the one before.
      renderer.step(step.within(report.subject.flow), in: report.subject).dropFirst()
        .split(separator: "\n", omittingEmptySubsequences: false).dropLast()
    }
  }

  private func report(_ flow: Flow) async throws -> Report {
    let body = flow == .clientCredentials ? #"{"access_token":"a","token_type":"Bearer"}"# : nil
    return try await FlowReport.make(flow, body: body ?? TestTokenResponse.good)
  }

  @Test(arguments: Flow.allCases)
  func `a step fits on a terminal of 80 by 24, above the keys`(flow: Flow) async throws {
    for lines in steps(try await report(flow)) {
      expect(lines.count <= 23, "\(lines.first ?? ""): \(lines.count) lines")
      for line in lines { expect(TerminalColumns.count(line) <= 80, "\(line)") }
    }
  }

  @Test(arguments: Flow.allCases, [40, 80])
  func `a message that is broken is whole, and is one line where it is not`(
    flow: Flow, width: Int
  ) async throws {
    let report = try await report(flow)
    for (step, lines) in zip(report.steps, steps(report, width: width)) {
      guard let request = step.sends else { continue }
      let message =
        request.usesFrontChannel ? request.url : String(decoding: request.body, as: UTF8.self)
      expect(lines.map { $0.dropFirst(2) }.joined().contains(message))
    }
    for (step, lines) in zip(report.steps, steps(report, breaksLines: false)) {
      guard let request = step.sends else { continue }
      let message =
        request.usesFrontChannel ? request.url : String(decoding: request.body, as: UTF8.self)
      expect(lines.contains("  " + message))
    }
  }

  @Test func `a value of an earlier step is named, and not printed again`() async throws {
    let report = try await report(.pkce)
    let renderer = TextRenderer(style: TextStyle(width: 80, usesColor: false), detail: .story)
    for step in report.steps {
      let text = renderer.step(step, in: report.subject)
      let words = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
      let message =
        (step.sends.map(MessageText.lines) ?? [])
        + (step.received.map { MessageText.lines(of: $0.message) } ?? [])
      for input in step.inputs {
        guard let source = step.sources[input.name] else { continue }
        expect(words.contains(" (step \(source))"), "\(input.name)")
        let printed = text.ranges(of: input.value).count
        expect(printed <= message.joined().ranges(of: input.value).count, "\(input.name)")
      }
      expect(text.contains(step.protection.prefix(30)))
    }
  }

  @Test func `a failed step protects nothing`() async throws {
    let report = try await SampleReport.make(query: "?code=a&state=planted")
    let step = try #require(report.steps.last)
    expect(step.hasFailed && step.protection.isEmpty)
    expect(report.steps.dropLast().allSatisfy { !$0.hasFailed })
  }

  @Test(arguments: [
    // RFC 3986 §2.1: an encoded space is a place to break a query, and no other octet is.
    ("https://a.example/p?a=1&b=2%20c", 16, ["https://a.example/p", "?a=1&b=2%20c"]),
    ("?aaaa=%20%20%20", 9, ["?aaaa=%20", "%20%20"]), ("short", 16, ["short"]),
  ])
  func `a URL breaks before a question mark, an ampersand, and an encoded space`(
    line: String, columns: Int, expected: [String]
  ) { expect(LineBreaks.url(line, columns: columns), is: expected) }

  @Test func `JSON breaks after a comma, and within a member only if it is too long`() {
    let text = #"{ "a": "1", "b": "one two three four", "c": 3 }"#
    let lines = LineBreaks.members(text, columns: 14)
    expect(lines.first, is: #"{ "a": "1","#)
    expect(lines.joined(separator: " "), is: text)
  }
}
