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
      let from: String
      let reference: String?
    }

    let flows: [Flow]
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

  @Test func `all four are compared, and every row has a cell for each`() async throws {
    let document = try await document()
    let flows = ["pkce", "code", "implicit", "client-credentials"]
    expect(document.flows.map(\.flow), is: flows)
    for row in document.sections.flatMap(\.rows) {
      expect(row.cells.map(\.flow), is: flows)
      for cell in row.cells where cell.from == "standard" && !cell.items.isEmpty {
        expect(cell.reference != nil, "\(row.title), \(cell.flow)")
      }
    }
  }

  // RFC 9700 §4.5: a code injected into another session of the app is exchanged without PKCE, and
  // not with it. RFC 7636 §4.6: without the verifier it is refused with invalid_grant.
  @Test func `a stolen code is worth what the specifications say`() async throws {
    let document = try await document()
    let row = "What a thief does with it"
    expect(
      document.items(row, of: "Authorization code", "pkce"),
      is: [
        "exchanges it without the verifier: refused (400 invalid_grant)",
        "pastes it into their own session of the app: refused (400 invalid_grant)",
      ])
    expect(
      document.items(row, of: "Authorization code", "code"),
      is: [
        "exchanges it without the client secret: refused (401 invalid_client)",
        "pastes it into their own session of the app: works (200)",
      ])
  }

  // RFC 6749 §10.12: the state stops it in the app. RFC 9700 §4.7.1: PKCE would, at the server.
  @Test func `a planted redirect works only where nobody compares anything`() async throws {
    let document = try await document()
    let section = "An attacker's redirect in the user's browser"
    let endings = [
      "pkce": "refused (400 invalid_grant)", "code": "works (200)", "implicit": "works (200)",
    ]
    for (flow, ending) in endings {
      expect(
        document.items("What comes of it", of: section, flow),
        is: [
          "where the app compares the state: refused (by the app: state_mismatch)",
          "where it does not: " + ending,
        ])
    }
  }

  // RFC 9700 §4.3.2, and RFC 9110 §10.1.3 for the Referer.
  @Test func `only the implicit token was in the browser`() async throws {
    let document = try await document()
    let row = "Who gets to see it"
    for flow in ["pkce", "code"] {
      expect(
        document.items(row, of: "Access token", flow),
        is: [
          "the app", "the authorization server", "the API",
        ])
    }
    expect(
      document.items(row, of: "Access token", "implicit"),
      is: [
        "address bar and history", "scripts on the page", "the app", "the authorization server",
        "the API",
      ])
  }

  // The guide: implicit brings no refresh token; client credentials reach no user's data.
  @Test func `the end of each flow is the guide's`() async throws {
    let document = try await document()
    let section = "What one has in the end"
    expect(
      document.items("When it ends", of: section, "implicit"),
      is: ["no refresh token: the user is asked again"])
    expect(
      document.items("It stands for", of: section, "client-credentials"),
      is: ["the app itself, no user"])
    expect(
      document.items("What a thief does with it", of: "Access token", "client-credentials"),
      is: [
        "reads the user's profile: refused (403 insufficient_scope)"
      ])
  }

  @Test func `two flows stand side by side`() async throws {
    let document = try await document("implicit", "pkce")
    expect(document.flows.map(\.flow), is: ["implicit", "pkce"])
    let step = document.sections.first?.rows.first
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
    ["--stage", "1", "--format", "json"],
    ["--format", "pdf"],
  ])
  func `what cannot be compared is refused`(words: [String]) async throws {
    let answer = try await Bench.seeded().run(["compare"] + words)
    expect(answer.exitCode, is: 64)
    expect(answer.output, is: "")
    expect(answer.errors.hasPrefix("workbench: "))
  }
}
