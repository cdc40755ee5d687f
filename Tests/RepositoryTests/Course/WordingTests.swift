import Foundation
import TestSupport
import Testing

/// Plain English on every screen and in every comment: no expression of ``Wording/avoided``.
struct WordingTests {
  /// A text to search: line by line, and with wrapped strings and comments joined.
  struct Page {
    let path: String
    let lines: String
    let joined: String
  }

  private static let pages: [Page] =
    (["README.md"] + Repository.files(under: "Lessons", ending: ".md")
    + Repository.files(under: "Sources", ending: ".swift", ".http"))
    .compactMap { path in
      Repository.text(of: path).map { Page(path: path, lines: $0, joined: WrappedLines.joined($0)) }
    }

  @Test(arguments: Wording.avoided)
  func `a stilted expression is not used`(wording: Wording) throws {
    let pattern = try NSRegularExpression(
      pattern: wording.pattern,
      options: wording.isForDocComments
        ? .anchorsMatchLines : [.caseInsensitive, .anchorsMatchLines])
    for page in Self.pages {
      for text in wording.isForDocComments ? [page.lines] : [page.lines, page.joined] {
        for line in Self.lines(of: text, with: pattern, except: wording.allowed) {
          Issue.record("\(page.path): \(line)\n  instead write: \(wording.instead)")
        }
      }
    }
  }

  @Test func `joining finds an expression across a line end`() {
    let wrapped = """
          let text = "The code is no"
            + " longer valid; it is"
            + " none."
          // A comment that
          // goes on.
      """
    let joined = WrappedLines.joined(wrapped)
    expect(joined.contains("it is none."))
    expect(joined.contains("that goes on."))
    expect(!joined.contains("none. A comment"))
  }

  @Test func `there is something to read`() { expect(Self.pages.count > 300) }

  /// The lines with the expression, once the allowed contexts are taken out.
  private static func lines(
    of text: String, with pattern: NSRegularExpression, except allowed: [String]
  ) -> [Substring] {
    // The whole text first: most have nothing, and an expression can match across two lines.
    guard pattern.firstMatch(in: text, range: NSRange(text.startIndex..., in: text)) != nil
    else { return [] }
    return text.split(separator: "\n").filter { line in
      let rest = allowed.reduce(String(line)) { $0.replacing($1, with: "") }
      return pattern.firstMatch(in: rest, range: NSRange(rest.startIndex..., in: rest)) != nil
    }
  }
}

/// Text whose wrapped sentences are each on one line.
private enum WrappedLines {
  /// Joins comments, added string literals, and the paragraphs of multi-line literals and Markdown.
  static func joined(_ text: String) -> String {
    var result: [Substring] = []
    var isInLiteral = false
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      let rest = line.drop { $0 == " " }
      let last = result.last?.drop { $0 == " " } ?? ""
      if let more = continuation(of: last, by: rest, isInLiteral: isInLiteral) {
        result[result.count - 1] = more
      } else {
        result.append(line)
      }
      if rest.components(separatedBy: "\"\"\"").count.isMultiple(of: 2) { isInLiteral.toggle() }
    }
    return result.joined(separator: "\n")
  }

  /// The two lines as one; `nil` if the second does not continue the first.
  private static func continuation(
    of last: Substring, by line: Substring, isInLiteral: Bool
  ) -> Substring? {
    if line.hasPrefix("+ \""), last.hasSuffix("\"") {
      return last.dropLast() + line.dropFirst(3)
    }
    if last.hasPrefix("//"), line.hasPrefix("//") {
      return last + " " + line.drop { $0 == "/" }.drop { $0 == " " }
    }
    if isInLiteral, !last.isEmpty, !line.isEmpty, !last.hasSuffix("\"\"\"") {
      return (last.hasSuffix("\\") ? last.dropLast() : last + " ") + line
    }
    return nil
  }
}
