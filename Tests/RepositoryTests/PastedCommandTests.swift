import Foundation
import TestSupport
import Testing

/// That a command can be pasted into any shell: zsh, the shell of macOS, takes `#` for a word there.
struct PastedCommandTests {
  @Test(arguments: [Page("README.md")].compactMap(\.self) + Page.course)
  func `a block of commands has no comment`(page: Page) {
    for block in page.blocks where block.language == "sh" {
      for (index, line) in block.lines.enumerated() {
        expect(
          !line.contains(#/(^|\s)#(\s|$)/#), "\(page.path):\(block.start + index + 1): \(line)")
      }
    }
  }

  @Test(
    arguments: Repository.files(under: "Lessons", ending: ".md")
      + Repository.files(under: "Snippets", ending: ".swift")
      + Repository.files(under: "Sources", ending: ".swift")
      + Repository.files(under: "Tests/WorkbenchTests/Golden", ending: ".txt") + ["README.md"])
  func `no text has a comment behind a command`(path: String) throws {
    let text = try #require(Repository.text(of: path))
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    where line.contains(" # ") {
      // In a table or a sentence, the command ends with a quotation mark.
      let isCommand = line.contains(#/^[\s\/]*"?(swift run |workbench |curl |openssl )[^`"]*\s#\s/#)
      expect(!isCommand, "\(path):\(index + 1): \(line.prefix(100))")
    }
  }
}
