import Lessons
import TestSupport
import Testing
import Transcript

@testable import workbench

struct LessonPageTests {
  private func page(_ text: String, width: Int = 40, color: Bool = false) -> String {
    LessonPage.text(MarkdownBlock.read(text), TextStyle(width: width, usesColor: color))
  }

  static let blocks: [(text: String, page: String)] = [
    ("# 3. A `b`", "━━ 3. A b ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━\n"),
    ("## The question", "The question\n────────────\n"),
    ("a **b** *c* `d`", "a b c `d`\n"),
    ("```sh\na  b\n\nc\n```", "  a  b\n\n  c\n"), ("", ""),
    // Items hang behind their marks.
    (
      """
      9. A first item that is longer than one line of the page.
      10. b
      """,
      """
      9.  A first item that is longer than one
          line of the page.
      10. b

      """
    ),
    (
      "- one whose text is longer than a line, too\n- c",
      "- one whose text is longer than a line,\n  too\n- c\n"
    ),
    // Answers stand at the end, under the numbers of their questions.
    (
      """
      <details><summary>Why?</summary>

      Because.

      </details>
      <details><summary>What?</summary>

      - this
      </details>

      Behind.
      """,
      """
      1. Why? (answer at the end)

      2. What? (answer at the end)

      Behind.

      Answers
      ───────

      1. Why?

         Because.

      2. What?

         - this

      """
    ),
    // Wide characters take two columns: twenty ideographs fill a line of 40.
    (
      String(repeating: "日", count: 20) + " a",
      String(repeating: "日", count: 20) + "\na\n"
    ),
    ("| a | b |\n|---|---|\n| 日 | x |\n| cd | y |", "a   b\n──  ─\n日  x\ncd  y\n"),
  ]

  @Test(arguments: blocks)
  func `blocks are set as they are meant`(text: String, expected: String) {
    expect(page(text), is: expected)
  }

  @Test(arguments: [
    ("[Token request](4-token-request.md)", "Token request (lesson 4)"),
    ("[lesson 4](4-token-request.md#x)", "lesson 4"),
    ("[Lesson 4](./4-token-request.md)", "Lesson 4"),
    ("[lesson 12](1-code-verifier.md)", "lesson 12 (lesson 1)"),
    ("[words](glossary.md)", "words (lesson glossary)"),
    ("[step 1](../Sources/Step1CodeVerifier)", "step 1 (Sources/Step1CodeVerifier)"),
    ("[`Sources/A/b.swift`](../Sources/A/b.swift#L3)", "`Sources/A/b.swift`"),
    ("[these](README.md)", "these (Lessons/README.md)"),
    ("[home](../README.md)", "home (README.md)"),
    ("[up](../../../x)", "up (x)"), ("[here](#there)", "here"),
    ("[RFC](https://a.example/b)", "RFC <https://a.example/b>"),
    ("[sh](../Lessons/4-token-request.md)", "sh (lesson 4)"),
  ])
  func `a link says where it leads`(text: String, expected: String) {
    expect(page(text, width: 80), is: expected + "\n")
  }

  @Test func `weights are there with colour only`() {
    // ECMA-48: 1 is bold, 3 is italicized, 36 is cyan.
    expect(
      page("a **b c** *d* `e`f", color: true),
      is: "a \u{1B}[1mb c\u{1B}[0m \u{1B}[3md\u{1B}[0m \u{1B}[36m`e`\u{1B}[0mf\n")
  }
}
