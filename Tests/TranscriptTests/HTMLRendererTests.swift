import HTTPMessages
import TestSupport
import Testing
import Transcript
import Vocabulary

struct HTMLRendererTests {
  static let hostile = [
    "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "' onmouseover='x", "&amp;",
    "\u{202E}turned", "\u{1B}[2J", "a\u{0}b", "</pre></section>", "]]>", "<\u{301}b>",
  ]

  @Test func `every value and every message stands there, with its explanation`() async throws {
    let report = try await SampleReport.make(fields: [HTTPField("Cache-Control", "no-store")])
    let page = Markup(HTMLRenderer.render(report))
    expect(page.fault, is: nil)
    var count = 0
    for step in report.steps {
      expect(page.text.contains(step.heading.title))
      expect(page.text.contains(step.heading.purpose))
      expect(page.text.contains(step.heading.traffic))
      let parts =
        (step.sends.map { MessagePart.parts(of: $0, origin: .computed) } ?? [])
        + (step.received.map(MessagePart.parts) ?? [])
      let explained = parts.map { $0.explained(in: step.heading.name, at: .fitbit) }
      for parameter in step.inputs + step.outputs + explained {
        expect(page.text.contains(parameter.name))
        expect(page.text.contains(parameter.value), "\(parameter.name)")
        expect(page.text.contains(parameter.meaning), "\(parameter.name)")
        if let reference = parameter.reference { expect(page.text.contains(reference.text)) }
        count += 1
      }
      for case .remark(let text) in step.notes { expect(page.text.contains(text)) }
    }
    expect(count > 50)
    // Every message stands there as it goes over the wire.
    let text = page.text
    for step in report.steps {
      if let request = step.sends {
        expect(text.contains(request.usesFrontChannel ? request.url : request.requestLine))
        expect(text.contains(String(decoding: request.body, as: UTF8.self)))
      }
      switch step.received?.message {
      case .redirect(let redirect): expect(text.contains("Location: " + redirect.url))
      case .response(let response):
        expect(text.contains(response.statusLine + "\nCache-Control: no-store\n"))
        expect(text.contains(TestTokenResponse.good))
      case nil: break
      }
    }
  }

  @Test(arguments: hostile)
  func `nothing from outside becomes markup`(text: String) async throws {
    let name = Form.encode(text)
    let reports = [
      try await SampleReport.make(query: "?\(name)=\(name)&code=\(name)&state=\(Guide.state)"),
      try await SampleReport.make(query: "?code=a&state=\(name)"),
      try await SampleReport.make(
        query: "?error=\(name)&error_description=\(name)&state=\(Guide.state)"),
      try await SampleReport.make(status: 400, body: text, fields: [HTTPField(text, text)]),
      try await SampleReport.make(
        body: #"{"access_token":"\#(text)","token_type":"Bearer","\#(text)":"\#(text)"}"#),
    ]
    let plain = Set(Markup(HTMLRenderer.render(try await SampleReport.make())).elements.map(\.name))
    for report in reports {
      let source = HTMLRenderer.render(report)
      let page = Markup(source)
      expect(page.fault, is: nil)
      // Only a run that stopped has a list of what to do.
      expect(Set(page.elements.map(\.name)).subtracting(plain).isSubset(of: ["strong"]))
      expect(page.values(of: "src").isEmpty && page.values(of: "onerror").isEmpty)
      expect(page.values(of: "onmouseover").isEmpty)
      expect(page.values(of: "href").allSatisfy { $0.hasPrefix("#") })
      expect(!source.unicodeScalars.contains { $0 != "\n" && Harmless.isDangerous($0) })
    }
  }

  @Test func `a run that stopped says why and what to do`() async throws {
    let report = try await SampleReport.make(query: "?code=a&state=other")
    let failure = try #require(report.failure)
    let page = Markup(HTMLRenderer.render(report))
    var texts = [failure.message, failure.why, failure.reference?.text ?? "", "Step 3 failed"]
    texts += failure.comparison.map(\.value) + failure.next.map(\.text)
    for text in texts { expect(page.text.contains(text), "\(text)") }
    expect(page.values(of: "href").contains("#stop"))
  }

  @Test func `bullets and no numbers stand next to the steps, and the end says what is next`()
    async throws
  {
    var report = try await SampleReport.make()
    expect(!HTMLRenderer.render(report).contains("What next"))
    report.next = [Advice("A server that really responds", "workbench walk --mode practice")]
    let page = Markup(HTMLRenderer.render(report))
    expect(page.fault, is: nil)
    expect(page.elements("ol").isEmpty)
    expect(page.values(of: "href").last, is: "#next")
    expect(page.text.contains("A server that really responds"))
    expect(page.text.contains("workbench walk --mode practice"))
    // A narrow page folds what is not needed to follow the run.
    expect(page.elements("details").count >= 2)
    expect(page.elements("details").count, is: page.elements("summary").count)
  }

  @Test func `links lead to places of the page, and a secret is marked by who sees it`()
    async throws
  {
    let page = Markup(HTMLRenderer.render(try await SampleReport.make()))
    let identifiers = page.values(of: "id")
    expect(Set(identifiers).count, is: identifiers.count)
    for target in page.values(of: "href") {
      expect(identifiers.contains(String(target.dropFirst())), "\(target)")
    }
    let text = page.text.split(separator: " ").joined(separator: " ")
    expect(text.contains("code recorded secret ▲ was in a URL"))
    expect(text.contains("code_verifier secret ● direct only"))
    expect(text.contains("Authorization secret ● direct only"))
    expect(text.contains("access_token recorded secret ● direct only"))
  }
}
