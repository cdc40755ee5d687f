import Foundation
import TestSupport
import Testing
import Vocabulary

@testable import workbench

/// No secret of a run is in any file of its recording, in any encoding.
struct RecordedSecretTests {
  /// The values of the session that must not be kept.
  private static let secret = [
    "code_verifier", "state", "code", "access_token", "refresh_token", "user_id", "redirect",
  ]

  /// Every secret of a run: of its document, of the session, and of the server's memory.
  private func secrets(_ document: WalkDocument, _ bench: Bench) throws -> Set<String> {
    var secrets = Set(
      document.steps.flatMap { $0.inputs + $0.outputs }.filter(\.secret).map(\.value))
    for (name, value) in try bench.sessionValues() where Self.secret.contains(name) {
      secrets.insert(value)
    }
    let ledger = try String(contentsOfFile: bench.ledger, encoding: .utf8)
    // Codes, tokens, families and page tokens: all that is long and random.
    for match in ledger.matches(of: #/[A-Za-z0-9_.-]{32,}/#) {
      secrets.insert(String(match.output))
    }
    return secrets.filter { $0.utf8.count >= 4 }
  }

  @Test(arguments: RecordedCase.granted + RecordedCase.stopped)
  func `no secret of a run is found in what was written`(run: RecordedCase) async throws {
    let bench = try Bench.practising()
    let answer = await bench.run(
      ["walk", "--mode", "practice", "--record", bench.recording, "--format", "json"] + run.options
        + (run.secret == nil ? [] : ["--show-secrets"]),
      environment: run.environment)
    let document = try WalkDocument(answer.output)
    let secrets = try secrets(document, bench)
    // A client that authenticates wrongly has its wrong secret, and gets nothing.
    expect(secrets.count >= (run.flow == .clientCredentials ? 1 : 2))
    if let secret = run.secret { expect(secrets.contains(secret)) }
    for (name, data) in try bench.recordedFiles() {
      for secret in secrets {
        expect(SecretTraces.found(of: secret, in: data), is: [], "\(secret) in \(name)")
      }
    }
  }

  @Test func `the search would find them`() async throws {
    let bench = try Bench.practising()
    let document = try await bench.document("walk", "--mode", "practice", "--app-type", "server")
    let request = try #require(document.step(4)?.sends)
    let basic = try #require(request.fields.first { $0.name == "Authorization" }?.value)
    let secret = "practice-secret-of-the-server-app"
    expect(try secrets(document, bench).contains(secret))
    expect(!SecretTraces.found(of: secret, in: basic.utf8).isEmpty)
    let code = try #require(try bench.sessionValues()["code"])
    expect(SecretTraces.found(of: code, in: request.body.utf8).contains("plain"))
  }

  @Test(arguments: ["code", "abc", "S256", "profile", "8089"])
  func `a state that is an ordinary word is replaced where it is the state`(
    state: String
  ) async throws {
    let bench = try Bench.practising()
    expect(await bench.record("--state", state).exitCode, is: 0)
    for (name, data) in try bench.recordedFiles() {
      expect(!String(decoding: data, as: UTF8.self).contains("state=\(state)"), "\(name)")
    }
    expect(await bench.replay().exitCode, is: 0)
  }
}
