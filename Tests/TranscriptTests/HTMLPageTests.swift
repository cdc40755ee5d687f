import TestSupport
import Testing
import Transcript

struct HTMLPageTests {
  private func page(_ main: [HTML], title: String = "A page") -> Markup {
    Markup(HTMLPage(title: title, contents: [.init("a", "A")], main: main, footer: []).text)
  }

  @Test(arguments: [
    "<script>alert(1)</script>", "\"><img onerror='x'>", "&lt;b&gt; & ' \"", "]]>", "<!--",
    "a\"\u{301}b",
    "<\u{301}b>",
  ])
  func `text stays text, in an element and in an attribute`(text: String) {
    let page = page([.element("p", ["title": text], text)], title: text)
    expect(page.fault, is: nil)
    expect(page.elements("p").last?.attributes, is: ["title": text])
    expect(page.text.unicodeScalars.count(where: { $0 == "<" }) % 2, is: 0)
    expect(page.text.contains(text))
    expect(page.elements("script").isEmpty && page.elements("img").isEmpty)
  }

  @Test func `what acts on the text around it becomes visible, but for line feeds that are wanted`()
  {
    let hostile = "a\u{202E}b\u{1B}c\u{0}d\ne"
    let page = page([.element("p", ["title": hostile], hostile)])
    expect(page.fault, is: nil)
    let harmless = "a⟨U+202E⟩b⟨U+001B⟩c⟨U+0000⟩d⟨U+000A⟩e"
    expect(page.text.contains(harmless))
    expect(page.values(of: "title"), is: [harmless])
    expect(
      self.page([.element("pre", [:], [.lines("a\n\tb\u{7}")])]).text.contains("a\n\tb⟨U+0007⟩"))
  }

  @Test func `the page has a language, a title, its landmarks, and no way out`() {
    let page = page([.element("h1", [:], "A")])
    expect(page.values(of: "lang"), is: ["en"])
    expect(page.text.contains("A page – OAuth Workbench"))
    for name in ["header", "nav", "main", "footer", "h1", "style", "title"] {
      expect(page.elements(name).count, is: 1, "\(name)")
    }
    let policy = page.elements("meta").first { $0.attributes["http-equiv"] != nil }
    expect(policy?.attributes["content"], is: "default-src 'none'; style-src 'unsafe-inline'")
    expect(policy?.attributes["http-equiv"], is: "Content-Security-Policy")
    expect(page.values(of: "href"), is: ["#main", "#a"])
  }

  @Test func `the style is for light, dark and A4 landscape, and loads nothing`() {
    let style = "\(PageStyle.sheet)"
    for needed in ["prefers-color-scheme: dark", "size: A4 landscape", "@media print"] {
      expect(style.contains(needed))
    }
    for forbidden in ["<", "&", "url(", "@import"] { expect(!style.contains(forbidden)) }
  }
}
