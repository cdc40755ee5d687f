import HTTPMessages
import TestSupport
import Testing
import Transcript
import Vocabulary

struct HTTPFileRendererTests {
  /// The requests in a file, read as the REST clients of editors do: separated by `###`.
  private func requests(in text: String) throws -> [HTTPRequest] {
    try text.split(separator: "\n###").dropFirst().compactMap { part in
      var lines = part.split(separator: "\n", omittingEmptySubsequences: false).dropFirst()[...]
      while lines.first?.hasPrefix("#") == true { lines.removeFirst() }
      // A part without a request line is a step that sends nothing.
      guard let requestLine = lines.popFirst(), !requestLine.isEmpty else { return nil }
      let words = requestLine.split(separator: " ")
      try #require(words.count == 2)
      var fields: [HTTPField] = []
      while let line = lines.popFirst(), !line.isEmpty {
        let colon = try #require(line.firstRange(of: ": "))
        fields.append(
          HTTPField(String(line[..<colon.lowerBound]), String(line[colon.upperBound...])))
      }
      let body = lines.prefix { !$0.isEmpty && !$0.hasPrefix("#") }.joined(separator: "\n")
      return HTTPRequest(
        method: String(words[0]), url: String(words[1]), fields: fields, body: Array(body.utf8))
    }
  }

  @Test func `both requests stand in the file as they are sent, and every step has its comment`()
    async throws
  {
    let report = try await SampleReport.make()
    let text = HTTPFileRenderer.render(report)
    let found = try requests(in: text)
    // A file does not say which way a request takes.
    let sent = report.steps.compactMap(\.sends).map {
      HTTPRequest(method: $0.method, url: $0.url, fields: $0.fields, body: $0.body)
    }
    expect(found, is: sent)
    expect(found.map(\.method), is: ["GET", "POST"])
    for number in 1...5 { expect(text.contains("Step \(number): "), "step \(number)") }
    expect(text.split(separator: "\n").filter { $0.hasPrefix("### ") }.count, is: 5)
    expect(text.hasPrefix("# "))
  }

  @Test
  func `a public application's file has no Authorization, and a stopped run's only what was sent`()
    async throws
  {
    let text = HTTPFileRenderer.render(try await SampleReport.make(.client))
    expect(!text.contains("Authorization:"))
    let report = try await SampleReport.make(query: "?code=a&state=other")
    let found = try requests(in: HTTPFileRenderer.render(report))
    expect(found.map(\.method), is: ["GET"])
  }
}
