import HTTPMessages
import TestSupport
import Testing
import Transcript
import Vocabulary

struct SequenceDiagramTests {
  private func arrows(_ report: Report) -> [SequenceArrow] {
    SequenceDiagram(report).events.compactMap { event in
      if case .arrow(let arrow) = event { arrow } else { nil }
    }
  }

  @Test(arguments: [SampleReport.query, "?code=a&state=other"])
  func `drawing, words and Mermaid have the same arrows`(query: String) async throws {
    let report = try await SampleReport.make(query: query)
    let diagram = SequenceDiagram(report)
    let lines = MermaidRenderer.render(report).split(separator: "\n")
    let arrows = arrows(report)
    let ways = arrows.map { "\($0.from.rawValue)\($0.isReply ? "-->>" : "->>")\($0.to.rawValue)" }
    expect(
      lines.filter { $0.contains(">>") }.map { $0.split(separator: ":")[0].trimming() }, is: ways)
    expect(diagram.sentences.count, is: diagram.events.count)
    let page = Markup(
      HTMLPage(
        title: "A diagram", contents: [],
        main: [SequenceDrawing(diagram, identifier: "a").svg], footer: []
      ).text)
    expect(page.fault, is: nil)
    expect(page.elements("polygon").count, is: arrows.count)
    for sentence in diagram.sentences { expect(page.text.contains(sentence)) }
    for value in arrows.flatMap({ $0.values ?? [] }) { expect(page.text.contains(value.name)) }
    let drawing = try #require(page.elements("svg").first)
    expect(drawing.attributes["role"], is: "img")
    expect(drawing.attributes["aria-labelledby"], is: "a-title")
    expect(page.values(of: "id").contains("a-words"))
  }

  @Test func `a secret, and a token in a fragment, is said to be seen by the browser, or not`()
    async throws
  {
    let values = arrows(try await SampleReport.make()).flatMap { $0.values ?? [] }
    func secrecy(_ name: String) -> Set<SequenceValue.Visibility?> {
      Set(values.filter { $0.name == name }.map(\.secrecy))
    }
    expect(secrecy("code"), is: [.browser])
    expect(secrecy("Authorization"), is: [.direct])
    expect(secrecy("code_verifier"), is: [.direct])
    expect(secrecy("access_token"), is: [.direct])
    expect(secrecy("client_id"), is: [nil])
    let report = try await SampleReport.make(query: "#access_token=t&state=s")
    let token = arrows(report).flatMap { $0.values ?? [] }.first { $0.name == "access_token" }
    expect(token?.secrecy, is: .browser)
    expect(token?.isInFragment, is: true)
  }

  // RFC 6749 §4.1: the user decides at the server; a redirect that the client rejects says nothing of that.
  @Test(
    arguments: [
      (SampleReport.query, "The user signs in and grants access"),
      ("?error=access_denied&state=\(Guide.state)", "The user signs in and denies access"),
      ("?code=a&state=other", nil),
    ] as [(String, String?)])
  func `the user decides between the request and the redirect`(
    query: String, decision: String?
  ) async throws {
    let diagram = SequenceDiagram(try await SampleReport.make(query: query))
    let index = diagram.sentences.firstIndex { $0.hasPrefix("The user ") }
    expect(
      index.map { diagram.sentences[$0] }, is: decision)
    if let index {
      expect(diagram.sentences[index - 1].contains("GET /oauth2/authorize"))
      expect(diagram.sentences[index + 1].contains("302 redirect"))
    }
  }

  @Test func `without a user nobody signs in, and the practice server has a name`() async throws {
    let report = try await FlowReport.make(
      .clientCredentials, body: #"{"access_token":"a","token_type":"Bearer"}"#)
    expect(!SequenceDiagram(report).sentences.contains { $0.contains("signs in") })
    let subject = ReportSubject(
      flow: report.subject.flow, mode: .practice, scenario: nil, story: nil,
      server: "the practice server")
    expect(SequenceDiagram(Report(subject: subject)).name(of: .server), is: "Practice server")
    expect(SequenceDiagram(report).name(of: .server), is: "Fitbit, authorization server")
  }

  @Test(arguments: ["long", "many"])
  func `an answer without end does not make a drawing without end`(kind: String) async throws {
    let names =
      kind == "many" ? (0..<2000).map { "n\($0)" } : [String(repeating: "x", count: 50_000)]
    let query =
      "?" + names.map { "\($0)=1" }.joined(separator: "&") + "&code=a&state=\(Guide.state)"
    let diagram = SequenceDiagram(try await SampleReport.make(query: query))
    let page = HTMLPage(
      title: "A diagram", contents: [],
      main: [SequenceDrawing(diagram, identifier: "a").svg], footer: [])
    expect(page.text.utf8.count < 40_000)
  }
}

extension Substring {
  fileprivate func trimming() -> String { String(trimmingPrefix { $0 == " " }) }
}
