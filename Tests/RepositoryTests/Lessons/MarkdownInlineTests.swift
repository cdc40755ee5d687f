import Lessons
import TestSupport
import Testing

/// The examples are those of the CommonMark specification 0.31.2.
struct MarkdownInlineTests {
  private func html(_ text: String) -> String { MarkdownHTML.of(MarkdownInline.read(text)) }

  /// Code spans.
  private static let codeSpans: [(text: String, html: String)] = [
    ("`foo`", "<code>foo</code>"), ("` a`", "<code> a</code>"),
    ("`foo\\`bar`", "<code>foo\\</code>bar`"), ("*foo`*`", "*foo<code>*</code>"),
    ("[not a `link](/foo`)", "[not a <code>link](/foo</code>)"), ("`foo", "`foo"),
  ]

  /// Emphasis and strong emphasis.
  private static let emphasis: [(text: String, html: String)] = [
    ("*foo bar*", "<em>foo bar</em>"), ("a * foo bar*", "a * foo bar*"),
    ("foo*bar*", "foo<em>bar</em>"), ("*foo bar *", "*foo bar *"),
    ("**foo bar**", "<strong>foo bar</strong>"), ("** foo bar**", "** foo bar**"),
    ("foo**bar**", "foo<strong>bar</strong>"), ("**foo*bar**", "<strong>foo*bar</strong>"),
    ("foo *\\**", "foo <em>*</em>"), ("** is not an empty emphasis", "** is not an empty emphasis"),
    ("*a `*`*", "<em>a <code>*</code></em>"),
    ("**foo *bar* baz**", "<strong>foo <em>bar</em> baz</strong>"),
    ("foo_bar_baz", "foo_bar_baz"),
    ("code_verifier and code_challenge", "code_verifier and code_challenge"),
  ]

  /// Links.
  private static let links: [(text: String, html: String)] = [
    ("[link](/uri)", "<a href=\"/uri\">link</a>"),
    ("[](./target.md)", "<a href=\"./target.md\"></a>"), ("[link](/my uri)", "[link](/my uri)"),
    ("[link] (/uri)", "[link] (/uri)"), ("[link] bar](/uri)", "[link] bar](/uri)"),
    ("[link [bar](/uri)", "[link <a href=\"/uri\">bar</a>"),
    ("[link \\[bar](/uri)", "<a href=\"/uri\">link [bar</a>"),
    ("[foo *bar* `#`](/uri)", "<a href=\"/uri\">foo <em>bar</em> <code>#</code></a>"),
    ("*[foo*](/uri)", "*<a href=\"/uri\">foo*</a>"), ("[foo`](/uri)`", "[foo<code>](/uri)</code>"),
    ("<NAME hidden>", "&lt;NAME hidden&gt;"),
  ]

  /// Escapes.
  private static let escapes: [(text: String, html: String)] = [
    ("\\*not emphasized*", "*not emphasized*"), ("\\\\*emphasis*", "\\<em>emphasis</em>"),
    ("\\A\\a\\ \\3\\φ\\«", "\\A\\a\\ \\3\\φ\\«"), ("`\\[`", "<code>\\[</code>"), ("a\\", "a\\"),
  ]

  @Test(arguments: codeSpans + emphasis + links + escapes)
  func `code spans, emphasis, links and escapes are read`(text: String, expected: String) {
    expect(html(text), is: expected)
  }
}
