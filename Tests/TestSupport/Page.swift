import Foundation
import Testing

/// A Markdown page of the repository, for the tests of the course.
package struct Page: Hashable, CustomTestStringConvertible {
  /// The path from the repository's root.
  package let path: String
  /// The lines without their ends.
  package let lines: [String]

  /// Creates a page by reading its file, or `nil` if it does not exist.
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

  /// The numbered lessons in order.
  package static let lessons = course.filter { $0.number != nil }
    .sorted { ($0.number ?? 0) < ($1.number ?? 0) }

  /// The file name without folder and extension, such as `3-authorization-response`.
  package var name: String {
    String(path.split(separator: "/").last?.dropLast(".md".count) ?? "")
  }

  /// The number at the start of the name.
  package var number: Int? { name.split(separator: "-").first.flatMap { Int($0) } }

  /// The fenced blocks in order.
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

  /// Returns the exit code of a block: 0, unless the line above says "exits with code 1".
  package func exitCode(of block: PageBlock) -> Int32 {
    let above = lines[..<max(block.start - 1, 0)].last { !$0.isEmpty } ?? ""
    let code = above.matches(of: #/\bexits? with code (\d+)/#).last?.output.1
    return code.flatMap { Int32($0) } ?? 0
  }

  /// The page without its fenced blocks.
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

  /// Returns the headings of a level, in order.
  package func headings(ofLevel level: Int) -> [String] {
    let mark = String(repeating: "#", count: level) + " "
    return prose.split(separator: "\n").filter { $0.hasPrefix(mark) }
      .map { String($0.dropFirst(mark.count)) }
  }

  /// The texts in backticks, in order.
  package var codeSpans: [String] { prose.matches(of: #/`([^`\n]+)`/#).map { String($0.output.1) } }

  /// The targets of the links, in order.
  package var links: [String] { prose.matches(of: #/\]\(([^)\s]+)\)/#).map { String($0.output.1) } }
}
