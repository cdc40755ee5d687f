import Foundation
import TestSupport
import Testing

@testable import workbench

/// What `profile`, `refresh`, `introspect` and `revoke` need, and where they find it.
struct TokenUseSessionTests {
  /// A sentence, what to type, and nothing on standard output.
  private func expectRefusal(_ answer: Answer, _ exitCode: Int32, naming words: String) {
    expect(answer.exitCode, is: exitCode)
    expect(answer.output, is: "")
    let lines = answer.errors.split(separator: "\n")
    expect(lines.count, is: 2)
    expect(lines.first?.hasPrefix("workbench: "), is: true)
    expect(lines.last?.contains("workbench " + words), is: true)
  }

  @Test(arguments: TokenUseTests.commands, ["", "walk", "step 1"])
  func `a session without a server says what to type`(
    command: String, before: String
  ) async throws {
    let bench = try Bench.practising()
    if !before.isEmpty {
      let words = before.split(separator: " ").map(String.init)
      expect(await bench.run(words).exitCode, is: 0)
    }
    let answer = await bench.run(command)
    expectRefusal(answer, 1, naming: "walk --mode practice")
    // A session that is empty is no dry run: nobody has chosen anything yet.
    expect(answer.errors.contains("dry run"), is: !before.isEmpty)
    expect(!FileManager.default.fileExists(atPath: bench.ledger))
  }

  @Test(arguments: TokenUseTests.commands)
  func `tokens that are not there yet are named`(command: String) async throws {
    let bench = try Bench.practising()
    for number in ["1", "2", "3", "4"] {
      expect(await bench.run("step", number, "--mode", "practice").exitCode, is: 0)
    }
    let answer = await bench.run(command)
    // RFC 7009 §2.1: either token can be revoked; a refresh needs a refresh token.
    let token = command == "refresh" ? "refresh_token" : "access_token"
    expect(answer.exitCode, is: 1)
    expect(
      answer.errors.contains("\(command) needs \(token), which the last step of a flow returns."))
    expect(await bench.run("step", "5").exitCode, is: 0)
    expect(await bench.run(command).exitCode, is: 0)
  }

  @Test func `session and server are private, and are shown`() async throws {
    let bench = try Bench.practising()
    expect(await bench.practice().exitCode, is: 0)
    for command in ["profile", "refresh", "introspect"] {
      expect(await bench.run(command).exitCode, is: 0)
      expect(try bench.permissions(of: bench.session), is: 0o600)
      expect(try bench.permissions(of: bench.ledger), is: 0o600)
    }
    for name in try bench.sessionFolder() {
      expect(try bench.permissions(of: bench.path(".workbench/\(name)")), is: 0o600)
    }
    let answer = await bench.run("session")
    expect(answer.exitCode, is: 0)
    for (name, value) in try bench.sessionValues() {
      expect(answer.output.contains("  \(name) ("))
      expect(answer.output.contains("    \(value)\n"))
    }
    expect(!answer.output.lowercased().contains("recorded"))
  }

  @Test func `reset forgets what the server issued`() async throws {
    let bench = try Bench.practising()
    expect(await bench.practice().exitCode, is: 0)
    expect(await bench.run("session", "reset").exitCode, is: 0)
    expect(try bench.sessionFolder().subtracting([".gitignore"]), is: [])
  }

  @Test(arguments: ["", "{", "[]", "null", "{\"codes\":1}", "not json"])
  func `a damaged memory of the server ends with 65`(text: String) async throws {
    let bench = try Bench.practising()
    expect(await bench.practice().exitCode, is: 0)
    let session = try bench.sessionText()
    try bench.write(text, to: ".workbench/session.json.practice")
    for words in [["profile"], ["refresh"], ["step", "3"]] {
      expectRefusal(await bench.run(words), 65, naming: "session reset")
    }
    expect(try bench.sessionText(), is: session)
    // What is damaged stays as it was until it is reset, or until a walk begins anew.
    expect(try String(contentsOfFile: bench.ledger, encoding: .utf8), is: text)
    expect(await bench.practice().exitCode, is: 0)
    expect(await bench.run("profile").exitCode, is: 0)
  }

  @Test func `a server that forgot everything knows no token`() async throws {
    let bench = try Bench.practising()
    expect(await bench.practice().exitCode, is: 0)
    try FileManager.default.removeItem(atPath: bench.ledger)
    expect(try await bench.document("profile").failure?.reason, is: "token_invalid")
  }
}
