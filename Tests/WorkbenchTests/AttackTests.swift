import Foundation
import TestSupport
import Testing

@testable import Attacks
@testable import Runs
@testable import workbench

struct AttackTests {
  /// The document of `attack NAME --format json`.
  struct Document: Decodable {
    struct Run: Decodable {
      let title: String
      let succeeded: Bool
      let events: [Event]
    }
    struct Event: Decodable {
      let who: String
      let deed: String
      let detail: String?
    }

    let attack: String
    let reference: String
    let runs: [Run]
  }

  private func document(_ name: String) async throws -> Document {
    let answer = try await Bench.seeded().run("attack", name, "--format", "json")
    expect(answer.exitCode, is: 0)
    expect(answer.errors, is: "")
    return try JSONDecoder().decode(Document.self, from: Data(answer.output.utf8))
  }

  @Test func `each attack ends as the specifications say`() async throws {
    // PKCE stops the thief of a code, and not the app.
    // RFC 7636 §1 and §4.6.
    let document = try await document("interception")
    expect(document.runs.map(\.succeeded), is: [true, false])
    expect(document.reference.hasPrefix("RFC 7636 §4.6 "))
    let answers = document.runs[1].events.filter { $0.who == "Server" && $0.detail != nil }
      .dropFirst().map { "\($0.deed) \($0.detail ?? "")" }
    // Without a verifier, with another one, with the challenge; at last the app itself.
    let rejection = "rejects it 400 invalid_grant"
    expect(answers, is: [rejection, rejection, rejection, "issues tokens 200"])
    // The state stops a planted redirect in the app, and PKCE at the server.
    // RFC 6749 §10.12 for the state; RFC 9700 §4.7.1 for what PKCE does about it.
    let planting = try await self.document("csrf")
    expect(planting.runs.map(\.succeeded), is: [true, false, false])
    let careful = planting.runs[1].events
    expect(!careful.contains { $0.who == "Server" })
    let states = careful.suffix(2).compactMap(\.detail)
    expect(states.count == 2 && states[0] != states[1])
    expect(planting.runs[2].events.last?.detail, is: "400 invalid_grant")
    // The implicit token is found in the browser, and that of a code is not.
    // RFC 9700 §4.2 and §4.3.
    let leak = try await self.document("leak")
    expect(leak.runs.map(\.succeeded), is: [true, false])
    func findings(_ run: Int, _ value: String) -> [String] {
      leak.runs[run].events.filter { $0.deed == "looks for \(value)" }.compactMap(\.detail)
    }
    expect(findings(0, "the access token"), is: ["history 2, Referer 1, logs 1"])
    expect(findings(1, "the access token"), is: ["history 0, Referer 0, logs 0"])
    expect(findings(1, "the code"), is: ["history 1, Referer 1, logs 1"])
  }

  @Test(arguments: [[], ["phishing"], ["csrf", "leak"], ["csrf", "--format", "html"]])
  func `what is no attack is refused`(words: [String]) async throws {
    let answer = try await Bench.seeded().run(["attack"] + words)
    expect(answer.exitCode, is: 64)
    expect(answer.output, is: "")
  }
}
