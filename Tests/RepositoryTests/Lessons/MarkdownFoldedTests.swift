import Lessons
import TestSupport
import Testing

struct MarkdownFoldedTests {
  private static let folded = MarkdownBlock.folded(
    summary: [.text("Why "), .code("state"), .text("?")], [.paragraph([.text("Because.")])])

  @Test(arguments: [
    "<details>\n<summary>Why `state`?</summary>\n\nBecause.\n\n</details>",
    "<details><summary>Why `state`?</summary>\nBecause.\n</details>",
    "<details open><summary>Why\n`state`?</summary>Because.</details>",
    "<details>\n\n<summary> Why `state`? </summary> Because.",
    "text\n<details><summary>Why `state`?</summary>\nBecause.</details>text",
    "- <details><summary>Why `state`?</summary>\n\n  Because.\n  </details>",
  ])
  func `a folded part has a summary and what stands below it`(text: String) throws {
    var blocks = MarkdownBlock.read(text)
    if case .list(let list) = blocks.first { blocks = list.items[0] }
    expect(blocks.filter { $0 == .paragraph([.text("text")]) }.count, is: blocks.count - 1)
    expect(blocks.contains(Self.folded), "\(blocks)")
  }

  @Test func `a folded part may hold another, and code with the same words, and have no summary`() {
    let text = """
      <details><summary>A</summary>

      ```html
      </details>
      ```

      <details><summary>B</summary>inner</details>

      outer
      </details>

      behind
      """
    let inner = MarkdownBlock.folded(summary: [.text("B")], [.paragraph([.text("inner")])])
    expect(
      MarkdownBlock.read(text),
      is: [
        .folded(
          summary: [.text("A")],
          [.code(language: "html", lines: ["</details>"]), inner, .paragraph([.text("outer")])]),
        .paragraph([.text("behind")]),
      ])
    expect(
      MarkdownBlock.read("<details>\nx\n</details>"),
      is: [.folded(summary: [], [.paragraph([.text("x")])])])
  }

  @Test(arguments: [
    ("<!-- a -->\ntext", "text"), ("<!-- a\n\nb -->text", "text"), ("text\n<!-- a\nb -->", "text"),
    ("<!--> --> text", "text"), ("<!-- no end", "<!-- no end"), ("</details>", "</details>"),
    ("<br>", "<br>"),
  ])
  func `comments are dropped, other HTML is text`(text: String, expected: String) {
    expect(MarkdownBlock.read(text), is: [.paragraph([.text(expected)])])
  }
}
