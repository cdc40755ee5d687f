import TestSupport
import Testing

/// The page that `explain --format html` writes.
struct ExplainPageTests {
  private func page(_ text: String, _ options: String...) async throws -> (Markup, String) {
    let console = TestConsole()
    console.input = Array(text.utf8)
    let answer = await (try Bench()).run(
      ["explain", "--format", "html"] + options, console: console)
    expect(answer.errors, is: "")
    return (Markup(answer.output), answer.output)
  }

  @Test func `the page is like the others: well-formed, without script, and with nothing to load`()
    async throws
  {
    let (page, source) = try await page(ArchiveText.of(ArchiveText.session))
    expect(page.fault, is: nil)
    expect(page.values(of: "content").contains("default-src 'none'; style-src 'unsafe-inline'"))
    expect(source.contains("color-scheme: light dark"))
    for name in ["script", "img", "link", "iframe", "form"] {
      expect(page.elements(name).isEmpty)
    }
    expect(page.elements("h1").count, is: 1)
    let identifiers = page.values(of: "id")
    expect(Set(identifiers).count, is: identifiers.count)
    for address in page.values(of: "href") {
      expect(address.hasPrefix("#") && identifiers.contains(String(address.dropFirst())))
    }
  }

  @Test func `it has the messages, their parts, and the findings, the worst first`() async throws {
    let (_, source) = try await page(ArchiveText.of(ArchiveText.session))
    let main = source[(try #require(source.firstRange(of: "<main"))).upperBound...]
    func place(_ text: String) throws -> String.Index {
      try #require(main.firstRange(of: text)?.lowerBound, "\(text)")
    }
    let order = try [
      "✗ wrong", "· note", "Lesson 6 explains this", "1. An authorization request from step 2",
      "<code>code_challenge_method</code>", "2. An authorization response from step 3",
      "&lt;code hidden&gt;",
      "11. The metadata of an authorization server",
    ].map(place)
    expect(order, is: order.sorted())
    let (shown, _) = try await self.page(
      "https://app.example/cb?code=\(ExplainCase.code)&state=s1", "--show-secrets")
    expect(shown.text.contains(ExplainCase.code))
  }

  @Test func `text from outside is escaped`() async throws {
    let hostile = "%3Cscript%3Ealert(1)%3C%2Fscript%3E%22%1B%E2%80%AE"
    let (page, source) = try await page(
      "https://as.example/authorize?response_type=code&client_id=\(hostile)&state=\(hostile)&\(hostile)=1",
      "--show-secrets")
    expect(page.fault, is: nil)
    expect(page.elements("script").isEmpty)
    expect(source.contains("&lt;script&gt;alert(1)"))
    expect(!source.unicodeScalars.contains { $0 == "\u{1B}" || $0 == "\u{202E}" })
  }
}
