import Lessons
import TestSupport
import Testing
import Transcript

@testable import workbench

struct LessonTableTests {
  private static let text = """
    | name | what it is for | |
    |---|---|---|
    | `state` | it ties the redirect to the request of this very browser | 3 |
    | `code` | short | |
    """

  private func page(_ text: String, width: Int) -> String {
    LessonPage.text(MarkdownBlock.read(text), TextStyle(width: width, usesColor: false))
  }

  /// A table on a page of some width.
  static let tables: [(text: String, width: Int, page: String)] = [
    // It stands in columns if it fits.
    (
      text, 80,
      """
      name     what it is for
      ───────  ────────────────────────────────────────────────────────  ─
      `state`  it ties the redirect to the request of this very browser  3
      `code`   short

      """
    ),
    // Cells are broken, and rows then kept apart.
    (
      text, 50,
      """
      name     what it is for
      ───────  ──────────────────────────────────────  ─
      `state`  it ties the redirect to the request of  3
               this very browser

      `code`   short

      """
    ),
    // On a narrow terminal each field has its own line.
    (
      text.replacing("very browser", with: "very-browser-here-and-nowhere-else"), 40,
      """
      name: `state`
      what it is for: it ties the redirect
        to the request of this
        very-browser-here-and-nowhere-else
      3

      name: `code`
      what it is for: short

      """
    ),
    // Without rows it shows its header.
    ("| a | b |\n|---|---|", 40, "a  b\n─  ─\n"),
  ]

  @Test(arguments: tables)
  func `a table is set as its width allows`(text: String, width: Int, expected: String) {
    expect(page(text, width: width), is: expected)
  }

  @Test(arguments: [24, 30, 40, 60, 80])
  func `no word is broken or lost, and no line is too long`(width: Int) {
    let words = (1...60).map { "word\($0)" }
    let cells = words.indices.map {
      words[$0] + ($0 % 4 == 3 ? " |\n| " : $0 % 2 == 1 ? " | " : " ")
    }
    let output = page("| a | b |\n|---|---|\n| " + cells.joined(), width: width)
    for word in words { expect(output.split { " \n".contains($0) }.contains { $0 == word }) }
    for line in output.split(separator: "\n") { expect(line.count <= width && line.last != " ") }
  }

  @Test func `a command is never broken`() {
    let command = "`swift run workbench walk --mode practice --client-id NOBODY`"
    let text = "| you see | provoke it |\n|---|---|\n| an error page | \(command) |"
    for width in [24, 40, 80] { expect(page(text, width: width).contains(command)) }
    expect(page("Type this in a second terminal: \(command)", width: 40).contains(command))
  }
}
