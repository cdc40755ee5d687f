import Foundation
import Testing

/// A Markdown page of the repository, as the tests of the course read it.
package struct Page: Hashable, CustomTestStringConvertible {
  /// The path from the repository's root.
  package let path: String
  /// The lines without their ends.
  package let lines: [String]

  /// Reads a page; `nil` if it is missing.
  package init?(_ path: String) {
    guard let text = Repository.text(of: path) else { return nil }
    self.path = path
    lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }

  package var testDescription: String { path }

  /// Every page of the course.
  package static let course = Repository.files(under: "Lessons", ending: ".md").compactMap {
    Page($0)
  }

  /// The numbered lessons in the order in which they are read.
  package static let lessons = course.filter { $0.number != nil }
    .sorted { ($0.number ?? 0) < ($1.number ?? 0) }

  /// The file's name without its folder and ending: `3-authorization-response`.
  package var name: String {
    String(path.split(separator: "/").last?.dropLast(".md".count) ?? "")
  }

  /// The number in front of the name.
  package var number: Int? { name.split(separator: "-").first.flatMap { Int($0) } }

  /// The fenced blocks in the order in which they stand.
  package var blocks: [PageBlock] {
    var blocks: [PageBlock] = []
    var opening: Int?
    for (index, line) in lines.enumerated() where line.hasPrefix("```") {
      guard let start = opening else {
        opening = index
        continue
      }
      let info = lines[start].dropFirst(3).split(separator: " ").map(String.init)
      blocks.append(
        PageBlock(info: info, lines: Array(lines[(start + 1)..<index]), start: start + 1))
      opening = nil
    }
    return blocks
  }

  /// The exit code of a block's commands: 0, unless the sentence above it says "exits with code 1".
  package func exitCode(of block: PageBlock) -> Int32 {
    let above = lines[..<max(block.start - 1, 0)].last { !$0.isEmpty } ?? ""
    let code = above.matches(of: #/\bexits? with code (\d+)/#).last?.output.1
    return code.flatMap { Int32($0) } ?? 0
  }

  /// The page without its blocks: what somebody has written.
  package var prose: String {
    var isInside = false
    let kept = lines.filter { line in
      if line.hasPrefix("```") {
        isInside.toggle()
        return false
      }
      return !isInside
    }
    return kept.joined(separator: "\n")
  }

  /// The headings of a level, in order.
  package func headings(ofLevel level: Int) -> [String] {
    let mark = String(repeating: "#", count: level) + " "
    return prose.split(separator: "\n").filter { $0.hasPrefix(mark) }
      .map { String($0.dropFirst(mark.count)) }
  }

  /// What stands in backticks, in order.
  package var codeSpans: [String] { prose.matches(of: #/`([^`\n]+)`/#).map { String($0.output.1) } }

  /// Where the links lead.
  package var links: [String] { prose.matches(of: #/\]\(([^)\s]+)\)/#).map { String($0.output.1) } }
}
