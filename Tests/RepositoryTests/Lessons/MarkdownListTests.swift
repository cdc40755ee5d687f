import Lessons
import TestSupport
import Testing

/// The examples are those of the CommonMark specification 0.31.2; whether items are set apart is not read.
struct MarkdownListTests {
  private func html(_ text: String) -> String {
    MarkdownHTML.of(MarkdownBlock.read(text)).replacing("<p>", with: "").replacing("</p>", with: "")
  }

  /// Items make lists.
  private static let lists: [(text: String, html: String)] = [
    ("- foo\n- bar\n+ baz", "<ul><li>foo</li><li>bar</li></ul><ul><li>baz</li></ul>"),
    (
      "1. foo\n2. bar\n3) baz", "<ol><li>foo</li><li>bar</li></ol><ol start=\"3\"><li>baz</li></ol>"
    ),
    ("Foo\n- bar", "Foo<ul><li>bar</li></ul>"),
    ("The number is\n14.  The doors", "The number is 14.  The doors"),
    ("The number is\n1.  The doors", "The number is<ol><li>The doors</li></ol>"),
    ("- foo\n\n- bar\n\n\n- baz", "<ul><li>foo</li><li>bar</li><li>baz</li></ul>"),
    ("-one\n\n2.two", "-one2.two"), ("- foo\n\n\n  bar", "<ul><li>foobar</li></ul>"),
    ("123456789. ok", "<ol start=\"123456789\"><li>ok</li></ol>"),
    ("1234567890. not ok", "1234567890. not ok"), ("0. ok", "<ol start=\"0\"><li>ok</li></ol>"),
    ("-1. not ok", "-1. not ok"),
  ]

  /// An item holds what is indented as far as its text.
  private static let items: [(text: String, html: String)] = [
    (
      "- foo\n  - bar\n    - baz", "<ul><li>foo<ul><li>bar<ul><li>baz</li></ul></li></ul></li></ul>"
    ),
    ("10) foo\n    - bar", "<ol start=\"10\"><li>foo<ul><li>bar</li></ul></li></ol>"),
    ("10) foo\n   - bar", "<ol start=\"10\"><li>foo</li></ol><ul><li>bar</li></ul>"),
    ("- - foo", "<ul><li><ul><li>foo</li></ul></li></ul>"),
    ("1. - 2. foo", "<ol><li><ul><li><ol start=\"2\"><li>foo</li></ol></li></ul></li></ol>"),
    ("- # Foo", "<ul><li><h1>Foo</h1></li></ul>"),
    ("* a\n*\n* c", "<ul><li>a</li><li></li><li>c</li></ul>"),
    ("-\n  foo", "<ul><li>foo</li></ul>"), ("-\n\n  foo", "<ul><li></li></ul>foo"),
    (
      "1.  A paragraph\n    with two lines.\n\n    > A block quote.",
      "<ol><li>A paragraph with two lines.<blockquote>A block quote.</blockquote></li></ol>"
    ),
    (
      "- a\n- ```\n  b\n\n\n  ```\n- c",
      "<ul><li>a</li><li><pre><code>b\n\n\n</code></pre></li><li>c</li></ul>"
    ),
  ]

  @Test(arguments: lists + items)
  func `items make lists, and hold what is indented as far as their text`(
    text: String, expected: String
  ) {
    expect(html(text), is: expected)
  }
}
