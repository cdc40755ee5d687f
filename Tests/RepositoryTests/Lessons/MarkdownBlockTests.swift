import Lessons
import TestSupport
import Testing

/// The examples are those of the CommonMark specification 0.31.2 and, for tables, of GitHub's; their HTML is
/// theirs, without line feeds between the blocks.
struct MarkdownBlockTests {
  private func html(_ text: String) -> String { MarkdownHTML.of(MarkdownBlock.read(text)) }

  /// Headings and paragraphs.
  private static let headings: [(text: String, html: String)] = [
    ("# foo", "<h1>foo</h1>"), ("###### foo", "<h6>foo</h6>"),
    ("####### foo", "<p>####### foo</p>"), ("#5 bolt", "<p>#5 bolt</p>"),
    ("# foo *bar*", "<h1>foo <em>bar</em></h1>"), ("\\## foo", "<p>## foo</p>"),
    ("Foo\n# bar\nbaz", "<p>Foo</p><h1>bar</h1><p>baz</p>"),
    ("aaa\n\n\nbbb", "<p>aaa</p><p>bbb</p>"), ("  aaa\n bbb  ", "<p>aaa bbb</p>"),
    ("", ""), ("\n  \n", ""),
  ]

  /// Code, which is taken as it is.
  private static let code: [(text: String, html: String)] = [
    ("```\n<\n >\n```", "<pre><code>&lt;\n &gt;\n</code></pre>"),
    ("```\naaa\n~~~\n```", "<pre><code>aaa\n~~~\n</code></pre>"),
    ("```\n\n  \n```", "<pre><code>\n  \n</code></pre>"), ("```\n```", "<pre><code></code></pre>"),
    ("foo\n```\nbar\n```\nbaz", "<p>foo</p><pre><code>bar\n</code></pre><p>baz</p>"),
    ("```ruby\ndef\n```", "<pre><code class=\"language-ruby\">def\n</code></pre>"),
    ("```ruby startline=3\nd\n```", "<pre><code class=\"language-ruby\">d\n</code></pre>"),
    ("```\nno end\n\n# x", "<pre><code>no end\n\n# x\n</code></pre>"),
  ]

  /// Items, which make lists.
  private static let lists: [(text: String, html: String)] = [
    ("- foo\n- bar", "<ul><li>foo</li><li>bar</li></ul>"),
    ("1. foo\n2. bar", "<ol><li>foo</li><li>bar</li></ol>"),
    ("- foo\n1. bar", "<ul><li>foo</li></ul><ol><li>bar</li></ol>"),
    ("Foo\n- bar", "<p>Foo</p><ul><li>bar</li></ul>"),
    ("The number is\n14.  The doors", "<p>The number is 14.  The doors</p>"),
    ("The number is\n1.  The doors", "<p>The number is</p><ol><li>The doors</li></ol>"),
    ("-one\n\n2.two", "<p>-one</p><p>2.two</p>"), ("-1. not ok", "<p>-1. not ok</p>"),
    ("123456789. ok", "<ol start=\"123456789\"><li>ok</li></ol>"),
    ("1234567890. not ok", "<p>1234567890. not ok</p>"),
    ("0. ok", "<ol start=\"0\"><li>ok</li></ol>"),
  ]

  @Test(arguments: [
    ("| foo | bar |\n| --- | --- |\n| baz | bim |", "foo|bar", ["baz|bim"]),
    ("| f\\|oo |\n| --- |\n| b `\\|` az |", "f|oo", ["b `|` az"]),
    ("| a | b |\n|---|---|\n| c |\n| d | e |", "a|b", ["c|", "d|e"]),
    ("| a | b |\n|---|---|", "a|b", []),
    // The one place where nothing is dropped that GitHub drops: a cell too many.
    ("| a |\n|---|\n| b | c |", "a", ["b|c"]),
  ])
  func `tables are read`(text: String, header: String, rows: [String]) throws {
    guard case .table(let head, let body) = try #require(MarkdownBlock.read(text).first) else {
      Issue.record("no table")
      return
    }
    func line(_ cells: [[MarkdownInline]]) -> String {
      cells.map {
        $0.map { if case .code(let code) = $0 { "`\(code)`" } else { $0.plainText } }.joined()
      }
      .joined(separator: "|")
    }
    expect(line(head), is: header)
    expect(body.map(line), is: rows)
  }

  /// Tables, which end where another block begins.
  private static let tableEnds: [(text: String, html: String)] = [
    ("| abc | def |\n| --- |\n| bar |", "<p>| abc | def | | --- | | bar |</p>"),
    (
      "| a |\n|---|\n\nbar",
      "<table><thead><tr><th>a</th></tr></thead></table><p>bar</p>"
    ),
    (
      "| a |\n|---|\n| b |\n# bar",
      "<table><thead><tr><th>a</th></tr></thead><tbody><tr><td>b</td></tr></tbody></table><h1>bar</h1>"
    ),
  ]

  /// Folded parts with their summaries.
  private static let folded: [(text: String, html: String)] = [
    (
      "<details><summary>Why `state`?</summary>\n\nBecause.\n\n</details>\nbehind",
      "<details><summary>Why <code>state</code>?</summary><p>Because.</p></details><p>behind</p>"
    ),
    (
      "<details><summary>A</summary>\n```html\n</details>\n```\n</details>",
      "<details><summary>A</summary><pre><code class=\"language-html\">&lt;/details&gt;\n</code></pre></details>"
    ),
    (
      "<details><summary>no end</summary>",
      "<p>&lt;details&gt;&lt;summary&gt;no end&lt;/summary&gt;</p>"
    ),
  ]

  @Test(arguments: headings + code + lists + tableEnds + folded)
  func `headings, paragraphs, code, lists, ends of tables and folded parts are read`(
    text: String, expected: String
  ) {
    expect(html(text), is: expected)
  }
}
