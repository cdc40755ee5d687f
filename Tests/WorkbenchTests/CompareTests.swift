import Foundation
import TestSupport
import Testing

@testable import workbench

struct CompareTests {
  /// The document of `compare --format json`.
  struct Document: Decodable {
    struct Flow: Decodable { let flow: String }
    struct Section: Decodable {
      let title: String
      let rows: [Row]
    }
    struct Row: Decodable {
      let title: String
      let differs: Bool
      let cells: [Cell]
    }
    struct Cell: Decodable {
      let flow: String
      let items: [String]
      let meanings: [String?]
      let from: String
      let reference: String?
    }

    let flows: [Flow]
    let overview: Section
    let sections: [Section]

    func items(_ row: String, of section: String, _ flow: String) -> [String]? {
      sections.first { $0.title == section }?.rows.first { $0.title == row }?
        .cells.first { $0.flow == flow }?.items
    }
  }

  private func document(_ words: String...) async throws -> Document {
    let answer = try await Bench.seeded().run(["compare", "--format", "json"] + words)
    expect(answer.exitCode, is: 0)
    // Nothing is said there unless recordings and practice server send something else.
    expect(answer.errors, is: "")
    return try JSONDecoder().decode(Document.self, from: Data(answer.output.utf8))
  }

  /// What the specifications say of a row in the column of a flow.
  static let rows: [(section: String, row: String, flow: String, items: [String])] = [
    // RFC 9700 §4.5: a code injected into another session of the app is exchanged without PKCE, and
    // not with it. RFC 7636 §4.6: without the verifier it is refused with invalid_grant.
    (
      "Authorization code", "What an attacker can do with it", "pkce",
      [
        "exchanges it without the verifier: rejected (400 invalid_grant)",
        "injects it into their own transaction: rejected (400 invalid_grant)",
      ]
    ),
    (
      "Authorization code", "What an attacker can do with it", "code",
      [
        "exchanges it without the client secret: rejected (401 invalid_client)",
        "injects it into their own transaction: works (200)",
      ]
    ),
    // RFC 6749 §10.12: the state stops it in the app. RFC 9700 §4.7.1: PKCE would, at the server.
    (planting, "Result", "pkce", compared("rejected (400 invalid_grant)")),
    (planting, "Result", "code", compared("works (200)")),
    (planting, "Result", "implicit", compared("works (200)")),
    // RFC 9700 §4.3.2, and RFC 9110 §10.1.3 for the Referer: only the implicit token was in the browser.
    (
      "Access token", "Who can see it", "pkce",
      ["client", "authorization server", "API"]
    ),
    (
      "Access token", "Who can see it", "code",
      ["client", "authorization server", "API"]
    ),
    (
      "Access token", "Who can see it", "implicit",
      [
        "address bar and history", "scripts on the page", "client", "authorization server",
        "API",
      ]
    ),
    // The guide: implicit brings no refresh token; client credentials reach no user's data.
    (end, "When it expires", "implicit", ["no refresh token: the user must authorize again"]),
    // RFC 10017 §7.2 and §6.3.2.1: in a browser PKCE is required, and implicit is forbidden.
    (judgment, browser, "implicit", ["a client in a browser must not use it"]),
    (judgment, browser, "code", ["not if the page is the client: PKCE is required"]),
    (end, "It represents", "client-credentials", ["the client itself, no user"]),
    (
      "Access token", "What an attacker can do with it", "client-credentials",
      ["reads the user's profile: rejected (403 insufficient_scope)"]
    ),
  ]

  private static let planting = "Planted redirect"
  private static let end = "What you end up with"
  private static let judgment = "Who may use it, and what the specifications say"
  private static let browser = "In a client that runs in a browser"

  private static func compared(_ ending: String) -> [String] {
    [
      "where the client compares the state: rejected (by the client: state_mismatch)",
      "where it does not: " + ending,
    ]
  }

  /// The four answers to each question, in the order of the flows.
  static let overview: [(row: String, answers: [String])] = [
    // RFC 6749 §4.1, §4.2 and §4.4, RFC 7636 §4.1: the steps, and what a redirect carries.
    ("Steps", ["1 to 5", "2 to 5", "2, 3", "4, 5"]),
    ("Credential in a URL", ["code", "code", "access_token", "nothing"]),
    // RFC 9700 §4.3.2: only the implicit grant leaves the token in the history.
    ("Token in a URL", ["✓ never", "✓ never", "✗ yes", "–"]),
    // RFC 6749 §3.2.1, §4.2 and §4.4.
    ("Client secret", ["optional", "required", "none", "required"]),
    // RFC 9700 §4.5.1 and §4.5.3.1: injection works without PKCE.
    ("Stolen code", ["✓ rejected", "✗ injected", "–", "–"]),
    // RFC 6750 §1.2: any party can use a bearer token. The lifetimes are those of Fitbit's guide.
    ("Stolen access token", ["✗ 8 hours", "✗ 8 hours", "✗ 1 day", "✓ no user's data"]),
    // RFC 6749 §10.12, RFC 9700 §4.7.1.
    ("Planted redirect", ["✓ rejected", "✓ rejected", "✓ rejected", "–"]),
    ("… state ignored", ["✓ rejected", "✗ accepted", "✗ accepted", "–"]),
    // RFC 6749 §4.2.2 and §4.4.3: these two issue no refresh token.
    ("Refresh token", ["issued", "issued", "none", "none"]),
    ("Whose data", ["a user's", "a user's", "a user's", "the client's"]),
    // RFC 9700 §2.1.1, §2.1.2 and §2.5.
    ("RFC 9700", ["required", "add PKCE", "SHOULD NOT", "not ruled out"]),
    ("Use it for", ["user data", "old servers", "nothing", "own data"]),
  ]

  @Test func `the overview answers each question from the runs, or names a section`() async throws {
    let rows = try await document().overview.rows
    expect(rows.map(\.title), is: Self.overview.map(\.row))
    let marks = ["works": "✗ ", "refused": "✓ "]
    for (row, expected) in zip(rows, Self.overview) {
      let answers = row.cells.map { cell in
        cell.items.first.map { (cell.meanings[0].flatMap { marks[$0] } ?? "") + $0 } ?? "–"
      }
      expect(answers, is: expected.answers, "\(row.title)")
      expect(row.cells.allSatisfy { $0.from == "run" || $0.reference != nil }, "\(row.title)")
    }
  }

  @Test(arguments: [nil, "80", "200", "40", "24"])
  func `the overview fits on one screen, and on any`(columns: String?) async throws {
    let environment = columns.map { ["COLUMNS": $0] } ?? [:]
    let answer = try await Bench.seeded().run("compare", environment: environment)
    expect(answer.exitCode, is: 0)
    let width = columns.flatMap { Int($0) } ?? 80
    let lines = answer.output.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
    // A command is never broken.
    for line in lines where !line.hasPrefix("  workbench ") {
      expect(line.count <= max(width, 24), "\(line)")
    }
    // Colors are off: the marks are in the text.
    for (row, answers) in Self.overview {
      expect(answer.output.contains(row))
      for text in answers { expect(answer.output.contains(text), "\(row): \(text)") }
    }
    expect(lines.last?.hasSuffix("marked"), is: true)
    guard width >= 80 else { return }
    expect(lines.count <= 24)
    expect(lines.allSatisfy { $0.count <= 80 })
  }

  @Test func `all four are compared, and the rows say what the specifications say`() async throws {
    let document = try await document()
    let flows = ["pkce", "code", "implicit", "client-credentials"]
    expect(document.flows.map(\.flow), is: flows)
    for row in document.sections.flatMap(\.rows) {
      expect(row.cells.map(\.flow), is: flows)
      for cell in row.cells where cell.from == "standard" && !cell.items.isEmpty {
        expect(cell.reference != nil, "\(row.title), \(cell.flow)")
      }
    }
    for (section, row, flow, items) in Self.rows {
      expect(document.items(row, of: section, flow), is: items, "\(section), \(row), \(flow)")
    }
    // Two flows stand side by side.
    let two = try await self.document("implicit", "pkce")
    expect(two.flows.map(\.flow), is: ["implicit", "pkce"])
    let step = two.sections.first?.rows.first
    expect(step?.differs, is: true)
  }

  @Test(arguments: ["1", "2", "3", "4", "5"], ["dry-run", "practice"])
  func `one step is shown of all flows`(stage: String, mode: String) async throws {
    let answer = try await Bench.seeded().run("compare", "--stage", stage, "--mode", mode)
    expect(answer.exitCode, is: 0)
    for title in ["with PKCE (pkce)", "without PKCE (code)", "Implicit", "Client credentials"] {
      expect(answer.output.contains(title))
    }
    let absent = ["1": 3, "2": 1, "3": 1, "4": 1, "5": 1][stage] ?? 0
    expect(answer.output.components(separatedBy: "This flow has no step").count, is: absent + 1)
  }

  @Test func `the page is well-formed, stands alone, and draws each run`() async throws {
    let bench = try Bench.seeded()
    let file = bench.path("flows.html")
    let answer = await bench.run("compare", "--format", "html", "--output", file)
    expect(answer.exitCode, is: 0)
    expect(answer.output, is: "")
    let page = Markup(try String(contentsOfFile: file, encoding: .utf8))
    expect(page.fault, is: nil)
    expect(page.values(of: "href").allSatisfy { $0.hasPrefix("#") })
    expect(page.elements("script").isEmpty && page.elements("link").isEmpty)
    // Each drawing is a picture with a name and a description, for whoever does not see it.
    let drawings = page.elements("svg")
    expect(drawings.count, is: 4)
    expect(drawings.allSatisfy { $0.attributes["role"] == "img" })
    expect(page.elements("desc").count, is: 4)
    let identifiers = page.values(of: "id")
    expect(Set(identifiers).count, is: identifiers.count)
  }

  @Test(arguments: [
    ["pkce"], ["pkce", "pkce"], ["pkce", "magic"], ["--stage", "6"],
    ["--stage", "1", "--format", "json"], ["--stage", "1", "--explain"],
    ["--format", "pdf"],
  ])
  func `what cannot be compared is refused`(words: [String]) async throws {
    let answer = try await Bench.seeded().run(["compare"] + words)
    expect(answer.exitCode, is: 64)
    expect(answer.output, is: "")
    expect(answer.errors.hasPrefix("workbench: "))
    expect(answer.errors.contains("two different ones"), is: words == ["pkce", "pkce"])
  }
}
