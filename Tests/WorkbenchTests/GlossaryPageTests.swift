import Lessons
import TestSupport
import Testing
import Vocabulary

@testable import workbench

struct GlossaryPageTests {
  private func page(_ words: String...) async throws -> String {
    let answer = try await Bench().run(["glossary", "--format", "markdown"] + words)
    expect(answer.exitCode == 0 && answer.errors == "")
    return answer.output
  }

  /// The cells that a reader of Markdown sees, row by row, under each heading.
  private func tables(in page: String) -> [(title: String, rows: [[String]])] {
    var tables: [(title: String, rows: [[String]])] = []
    for block in MarkdownBlock.read(page) {
      switch block {
      case .heading(2, let title): tables.append((title.plainText, []))
      case .table(_, let rows):
        tables[tables.count - 1].rows += rows.map { $0.map(\.plainText) }
      default: break
      }
    }
    return tables
  }

  @Test func `the page has every entry under its place, and names that go over the wire as code`()
    async throws
  {
    let page = try await page()
    expect(page.hasPrefix("# Glossary\n\n") && page.hasSuffix("|\n"))
    expect(page.contains("swift run workbench glossary --format markdown"))
    let tables = tables(in: page)
    expect(tables.map(\.title), is: Glossary.entries.map(\.place.title))
    for ((place, entries), table) in zip(Glossary.entries, tables) {
      let wanted = entries.map { entry in
        [
          entry.name + (entry.isSecret ? " (secret)" : ""), entry.meaning,
          entry.seenBy(in: place) ?? "", entry.reference.text,
        ]
      }
      expect(table.rows, is: wanted)
    }
    expect(page.contains("\n| `state` |") && page.contains("\n| `code_verifier` (secret) |"))
    expect(page.contains("\n| PKCE |"))
  }

  @Test func `one name gives a page of that name`() async throws {
    let tables = tables(in: try await page("state"))
    expect(Set(tables.flatMap { $0.rows.map { $0[0] } }), is: ["state"])
    expect(tables.count > 1)
  }

  @Test func `the text says who sees a value, and is the same with the format named`() async throws
  {
    let bench = try Bench()
    expect(await bench.run("glossary", "--format", "text"), is: await bench.run("glossary"))
    // It is told for the value, not for its place alone.
    // A fragment does not reach the app: RFC 3986 §3.5.
    let answer = try await Bench().run("glossary", "#fragment")
    let words = answer.output.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    expect(words.contains("Seen by the authorization server and the browser."))
  }
}
