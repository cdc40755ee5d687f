import Runs
import TestSupport
import Testing

@testable import workbench

/// Every command that a page names is one that the program understands.
struct CourseCommandTests {
  /// The pages, and the README, which is held to the same.
  private static let pages = Page.course + [Page("README.md")].compactMap { $0 }

  /// Words in capitals that stand for something of the reader's.
  private static let standIns: Set<String> = [
    "NAME", "N", "FILE", "DIR", "ID", "URL", "ISSUER", "SERVER", "COMMAND", "VERIFIER", "CHALLENGE",
    "RULE", "FAULT", "STATE",
  ]

  @Test(arguments: pages)
  func `every command is understood, and every option that is named exists`(page: Page) throws {
    let inBlocks = page.blocks.filter { $0.language == "sh" }.flatMap(\.lines)
    for text in inBlocks + page.codeSpans {
      guard let arguments = ShellLine(text: text).workbenchArguments, !arguments.isEmpty,
        Self.standIns.isDisjoint(with: arguments.dropFirst())
      else { continue }
      #expect(throws: Never.self, "\(page.path): \(text)") {
        _ = try Invocation(parsing: arguments)
      }
    }
    let known = Set(
      Commands.descriptions.flatMap(\.options).map(\.name) + ["--help", "--version", "--filter"])
    for span in page.codeSpans where !span.hasPrefix("curl") && !span.hasPrefix("swift test") {
      for word in span.split(separator: " ") where word.hasPrefix("--") && word.count > 2 {
        let name = String(word.prefix { $0 != "=" })
        expect(known.contains(name), "\(page.path): \(span)")
      }
    }
  }

  @Test(arguments: [
    ("swift run workbench walk", ["walk"]),
    ("swift run workbench walk --scope 'a b'", ["walk", "--scope", "a b"]),
    (
      "swift run workbench step 3 --redirect 'http://x/#_=_'",
      ["step", "3", "--redirect", "http://x/#_=_"]
    ),
  ])
  func `a line is split as a shell would split it`(line: String, words: [String]) {
    expect(ShellLine(text: line).workbenchArguments, is: words)
  }
}
