import Lessons
import TestSupport
import Testing

/// The examples are those of the CommonMark specification 0.31.2 and, for tables, of GitHub's; their HTML is
/// theirs, without line feeds between the blocks and without the paragraphs in lists and quotes.
struct MarkdownBlockTests {
  private func html(_ text: String) -> String { MarkdownHTML.of(MarkdownBlock.read(text)) }

  /// Headings, rules and paragraphs.
  private static let headings: [(text: String, html: String)] = [
    ("# foo", "<h1>foo</h1>"), ("###### foo", "<h6>foo</h6>"),
    ("####### foo", "<p>####### foo</p>"),
    ("#5 bolt", "<p>#5 bolt</p>"), ("#", "<h1></h1>"), ("# foo *bar*", "<h1>foo <em>bar</em></h1>"),
    ("## foo ##", "<h2>foo</h2>"), ("# foo#", "<h1>foo#</h1>"), ("### ###", "<h3></h3>"),
    ("### foo ### b", "<h3>foo ### b</h3>"), ("\\## foo", "<p>## foo</p>"),
    ("   # foo", "<h1>foo</h1>"), ("Foo\n# bar\nbaz", "<p>Foo</p><h1>bar</h1><p>baz</p>"),
    ("***\n---\n___", "<hr /><hr /><hr />"), (" - - -", "<hr />"), ("--", "<p>--</p>"),
    ("+++", "<p>+++</p>"), ("_ _ _ _ a", "<p>_ _ _ _ a</p>"), ("* * *", "<hr />"),
    ("aaa\n\n\nbbb", "<p>aaa</p><p>bbb</p>"), ("  aaa\n bbb  ", "<p>aaa bbb</p>"),
    ("aaa\r\nbbb\r\rccc", "<p>aaa bbb</p><p>ccc</p>"), ("", ""), ("\n  \n", ""),
  ]

  /// Code, which is taken as it is.
  private static let code: [(text: String, html: String)] = [
    ("```\n<\n >\n```", "<pre><code>&lt;\n &gt;\n</code></pre>"),
    ("~~~\n<\n~~~", "<pre><code>&lt;\n</code></pre>"),
    ("```\naaa\n~~~\n```", "<pre><code>aaa\n~~~\n</code></pre>"),
    ("````\naaa\n```\n``````", "<pre><code>aaa\n```\n</code></pre>"),
    ("```\n\n  \n```", "<pre><code>\n  \n</code></pre>"), ("```\n```", "<pre><code></code></pre>"),
    ("  ```\naaa\n  aaa\n```", "<pre><code>aaa\naaa\n</code></pre>"),
    ("```\naaa\n    ```", "<pre><code>aaa\n    ```\n</code></pre>"),
    ("``` ```\naaa", "<p><code></code> aaa</p>".replacing("<code></code>", with: "<code> </code>")),
    ("foo\n```\nbar\n```\nbaz", "<p>foo</p><pre><code>bar\n</code></pre><p>baz</p>"),
    ("```ruby\ndef\n```", "<pre><code class=\"language-ruby\">def\n</code></pre>"),
    ("~~~~    ruby startline=3\nd\n~~~~", "<pre><code class=\"language-ruby\">d\n</code></pre>"),
    ("~~~ aa ``` ~~~\nfoo\n~~~", "<pre><code class=\"language-aa\">foo\n</code></pre>"),
    ("```\nno end\n\n<!-- x -->", "<pre><code>no end\n\n&lt;!-- x --&gt;\n</code></pre>"),
  ]

  /// Quotes.
  private static let quotes: [(text: String, html: String)] = [
    ("> # Foo\n> bar", "<blockquote><h1>Foo</h1><p>bar</p></blockquote>"),
    (">bar", "<blockquote><p>bar</p></blockquote>"), (">", "<blockquote></blockquote>"),
    ("> foo\n\n> bar", "<blockquote><p>foo</p></blockquote><blockquote><p>bar</p></blockquote>"),
    ("> foo\n>\n> bar", "<blockquote><p>foo</p><p>bar</p></blockquote>"),
    ("foo\n> bar", "<p>foo</p><blockquote><p>bar</p></blockquote>"),
    ("> - a\n> - b", "<blockquote><ul><li><p>a</p></li><li><p>b</p></li></ul></blockquote>"),
  ]

  /// Tables, which end where another block begins.
  private static let tableEnds: [(text: String, html: String)] = [
    ("| abc | def |\n| --- |\n| bar |", "<p>| abc | def | | --- | | bar |</p>"),
    (
      "| a |\n|---|\n| b |\n> bar",
      "<table><thead><tr><th>a</th></tr></thead><tbody><tr><td>b</td></tr></tbody></table><blockquote><p>bar</p></blockquote>"
    ),
    ("| a |\n|---|\n\nbar", "<table><thead><tr><th>a</th></tr></thead></table><p>bar</p>"),
    // The one place where nothing is dropped that GitHub drops: a cell too many.
    (
      "| a |\n|---|\n| b | c |",
      "<table><thead><tr><th>a</th></tr></thead><tbody><tr><td>b</td><td>c</td></tr></tbody></table>"
    ),
  ]

  @Test(arguments: headings + code + quotes + tableEnds)
  func `headings, rules, paragraphs, code and quotes are read, and a table ends at another block`(
    text: String, expected: String
  ) {
    expect(html(text), is: expected)
  }

  @Test(arguments: [
    ("| foo | bar |\n| --- | --- |\n| baz | bim |", "foo|bar", ["baz|bim"]),
    ("| abc | defghi |\n:-: | -----------:\nbar | baz", "abc|defghi", ["bar|baz"]),
    ("| f\\|oo |\n| --- |\n| b `\\|` az |", "f|oo", ["b `|` az"]),
    ("| a | b |\n|---|---|\n| c |\n| d | e |", "a|b", ["c|", "d|e"]),
    ("| a | b |\n|---|---|", "a|b", []),
  ])
  func `tables are read`(text: String, header: String, rows: [String]) throws {
    guard case .table(let table) = try #require(MarkdownBlock.read(text).first) else {
      Issue.record("no table")
      return
    }
    func line(_ cells: [[MarkdownInline]]) -> String {
      cells.map {
        $0.map { if case .code(let code) = $0 { "`\(code)`" } else { $0.plainText } }.joined()
      }
      .joined(separator: "|")
    }
    expect(line(table.header), is: header)
    expect(table.rows.map(line), is: rows)
  }
}
