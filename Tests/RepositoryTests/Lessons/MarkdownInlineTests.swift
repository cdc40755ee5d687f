import Lessons
import TestSupport
import Testing

/// The examples are those of the CommonMark specification 0.31.2.
struct MarkdownInlineTests {
  private func html(_ text: String) -> String { MarkdownHTML.of(MarkdownInline.read(text)) }

  /// Code spans.
  private static let codeSpans: [(text: String, html: String)] = [
    ("`foo`", "<code>foo</code>"), ("`` foo ` bar ``", "<code>foo ` bar</code>"),
    ("` `` `", "<code>``</code>"), ("`  ``  `", "<code> `` </code>"), ("` a`", "<code> a</code>"),
    ("`foo\\`bar`", "<code>foo\\</code>bar`"), ("*foo`*`", "*foo<code>*</code>"),
    ("[not a `link](/foo`)", "[not a <code>link](/foo</code>)"), ("```foo``", "```foo``"),
    ("`foo", "`foo"), ("`foo``bar``", "`foo<code>bar</code>"),
  ]

  /// Emphasis and strong emphasis.
  private static let emphasis: [(text: String, html: String)] = [
    ("*foo bar*", "<em>foo bar</em>"), ("a * foo bar*", "a * foo bar*"),
    ("foo*bar*", "foo<em>bar</em>"),
    ("_foo bar_", "<em>foo bar</em>"), ("foo_bar_baz", "foo_bar_baz"),
    ("aa_\"bb\"_cc", "aa_&quot;bb&quot;_cc"),
    ("foo-_(bar)_", "foo-<em>(bar)</em>"), ("*foo bar *", "*foo bar *"),
    ("*(*foo*)*", "<em>(<em>foo</em>)</em>"),
    ("**foo bar**", "<strong>foo bar</strong>"), ("** foo bar**", "** foo bar**"),
    ("foo**bar**", "foo<strong>bar</strong>"),
    ("__foo__bar__baz__", "<strong>foo__bar__baz</strong>"),
    ("**foo*", "*<em>foo</em>"), ("*foo**", "<em>foo</em>*"), ("***foo**", "*<strong>foo</strong>"),
    ("*foo **bar** baz*", "<em>foo <strong>bar</strong> baz</em>"),
    ("*foo**bar*", "<em>foo**bar</em>"),
    ("***foo** bar*", "<em><strong>foo</strong> bar</em>"),
    ("*foo**bar***", "<em>foo<strong>bar</strong></em>"),
    ("foo***bar***baz", "foo<em><strong>bar</strong></em>baz"),
    ("foo******bar*********baz", "foo<strong><strong><strong>bar</strong></strong></strong>***baz"),
    ("*foo _bar* baz_", "<em>foo _bar</em> baz_"), ("**foo*bar**", "<strong>foo*bar</strong>"),
    ("foo *\\**", "foo <em>*</em>"), ("** is not an empty emphasis", "** is not an empty emphasis"),
    ("*a `*`*", "<em>a <code>*</code></em>"),
    ("code_verifier and code_challenge", "code_verifier and code_challenge"),
  ]

  /// Links.
  private static let links: [(text: String, html: String)] = [
    ("[link](/uri)", "<a href=\"/uri\">link</a>"),
    ("[](./target.md)", "<a href=\"./target.md\"></a>"),
    ("[link](</my uri>)", "<a href=\"/my uri\">link</a>"), ("[link](/my uri)", "[link](/my uri)"),
    ("[link](foo(and(bar)))", "<a href=\"foo(and(bar))\">link</a>"),
    ("[link] (/uri)", "[link] (/uri)"),
    ("[link [foo [bar]]](/uri)", "<a href=\"/uri\">link [foo [bar]]</a>"),
    ("[link] bar](/uri)", "[link] bar](/uri)"),
    ("[link [bar](/uri)", "[link <a href=\"/uri\">bar</a>"),
    ("[link \\[bar](/uri)", "<a href=\"/uri\">link [bar</a>"),
    (
      "[link *foo **bar** `#`*](/uri)",
      "<a href=\"/uri\">link <em>foo <strong>bar</strong> <code>#</code></em></a>"
    ),
    ("*[foo*](/uri)", "*<a href=\"/uri\">foo*</a>"), ("[foo`](/uri)`", "[foo<code>](/uri)</code>"),
    ("<http://foo.bar.baz>", "<a href=\"http://foo.bar.baz\">http://foo.bar.baz</a>"),
    ("<https://foo.bar/baz bim>", "&lt;https://foo.bar/baz bim&gt;"), ("<m:abc>", "&lt;m:abc&gt;"),
    ("<>", "&lt;&gt;"), ("<NAME hidden>", "&lt;NAME hidden&gt;"),
  ]

  /// Escapes, entities and comments.
  private static let escapes: [(text: String, html: String)] = [
    ("\\*not emphasized*", "*not emphasized*"), ("\\\\*emphasis*", "\\<em>emphasis</em>"),
    ("\\A\\a\\ \\3\\φ\\«", "\\A\\a\\ \\3\\φ\\«"), ("`\\[`", "<code>\\[</code>"), ("a\\", "a\\"),
    ("&amp; &lt;b&gt; &quot;", "&amp; &lt;b&gt; &quot;"), ("&copy", "&amp;copy"), ("&", "&amp;"),
    ("&#42;foo&#42;", "&amp;#42;foo&amp;#42;"), ("foo <!-- a comment --> bar", "foo  bar"),
    ("foo <!-- no end", "foo &lt;!-- no end"),
  ]

  @Test(arguments: codeSpans + emphasis + links + escapes)
  func `code spans, emphasis, links, escapes, entities and comments are read`(
    text: String, expected: String
  ) {
    expect(html(text), is: expected)
  }
}
