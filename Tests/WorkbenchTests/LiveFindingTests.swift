import Foundation
import TestSupport
import Testing

@testable import LoopbackHTTP
@testable import workbench

/// The findings in the failures of live mode, at a server whose refusals are scripted.
@Suite(
  .enabled(if: Program.network != nil, "the built programs do not lie beside the tests"),
  .timeLimit(.minutes(5)))
struct LiveFindingTests {
  typealias Reply = DescribingServer.Reply

  /// The servers of a test, which end with it.
  private let servers = Lock<[DescribingServer]>([])

  struct Finding: Decodable {
    let severity: String
    let causes: [String]
    let text: String
    let reference: String?
  }
  struct Document: Decodable {
    struct Failure: Decodable {
      let reason: String
      let findings: [Finding]
    }
    let failure: Failure?
  }

  static let granted =
    #"{"access_token":"at-4Fh8","refresh_token":"rt-9Kd2","token_type":"Bearer","expires_in":60,"scope":"activity"}"#
  static let invalidGrant: Reply = (400, "application/json", #"{"error":"invalid_grant"}"#)
  static let invalidToken: Reply = (401, "application/json", #"{"error":"invalid_token"}"#)
  static let invalidClient: Reply = (
    401, "application/json", #"{"error":"invalid_client"}"#
  )

  /// A bench that did the steps to the redirect, at a server that answers as it is told.
  func started(
    _ options: [String] = ["--app-type", "client"], environment: [String: String] = [:],
    _ reply: @escaping @Sendable (_ path: String) -> Reply
  ) async throws -> Bench {
    let bench = try describedBench(reply)
    let live = ["--mode", "live", "--server", bench.path("server.json"), "--client-id", "ID"]
    let first = await bench.run(["step", "1"] + live + options, environment: environment)
    expect(first.exitCode, is: 0, "\(first.all)")
    let request = await bench.run(
      "step", "2", "--state", "s-1", "--redirect-uri", Self.redirectURI, environment: environment)
    expect(request.exitCode, is: 0, "\(request.all)")
    let redirect = await bench.run(
      "step", "3", "--redirect", Self.redirectURI + "?code=c-77&state=s-1",
      environment: environment)
    expect(redirect.exitCode, is: 0, "\(redirect.all)")
    return bench
  }

  /// A bench with the description of a server that answers as it is told.
  func describedBench(_ reply: @escaping @Sendable (_ path: String) -> Reply) throws
    -> Bench
  {
    let bench = try Bench()
    let server = try DescribingServer { path, _ in reply(path) }
    servers.withLock { $0.append(server) }
    let base = server.address
    try bench.write(
      """
      {"name": "the server", "authorization_endpoint": "\(base)/authorize",
       "token_endpoint": "\(base)/token", "revocation_endpoint": "\(base)/revoke",
       "introspection_endpoint": "\(base)/introspect", "profile_endpoint": "\(base)/profile",
       "profile_scope": "profile", "suggested_scope": "activity profile"}
      """, to: "server.json")
    return bench
  }

  static let redirectURI = "http://127.0.0.1:8251/callback"

  /// The findings of a command that fails, which text and HTML show, too.
  func findings(
    _ words: [String], on bench: Bench, environment: [String: String] = [:],
    at time: Int64 = Bench.time
  ) async throws -> [Finding] {
    let answer = await bench.run(
      words + ["--format", "json"], environment: environment, at: time)
    expect(answer.exitCode, is: 1, "\(answer.all)")
    let document = try JSONDecoder().decode(Document.self, from: Data(answer.output.utf8))
    let findings = try #require(document.failure).findings
    for format in ["text", "html"] {
      let shown = await bench.run(
        words + ["--format", format], environment: environment, at: time)
      expect(shown.output.contains("What the messages show"), is: !findings.isEmpty, "\(format)")
    }
    return findings
  }

  @Test func `another redirect URI than that of step 2 is named in step 5`() async throws {
    let bench = try await started { _ in Self.invalidGrant }
    let found = try await findings(
      ["step", "5", "--redirect-uri", "http://localhost:8251/callback"], on: bench)
    expect(found.map(\.causes), is: [["redirect_uri", "host"]])
    expect(found.first?.reference?.hasPrefix("RFC 8252 §8.3"), is: true)
    // The step before it keeps what was typed there.
    expect(
      await bench.run("step", "4", "--redirect-uri", Self.redirectURI + "/").exitCode, is: 0)
    expect(
      try await findings(["step", "5"], on: bench).map(\.causes), is: [["redirect_uri", "slash"]])
    // The right one again: nothing is blamed.
    expect(
      try await findings(["step", "5", "--redirect-uri", Self.redirectURI], on: bench).isEmpty)
  }

  @Test func `another verifier than that of step 1 is named, and its mistake`() async throws {
    let bench = try await started { _ in Self.invalidGrant }
    let challenge = try #require(try bench.sessionValues()["code_challenge"])
    let verifier = try #require(try bench.sessionValues()["code_verifier"])
    let other = "aVerifierOfAnotherAuthorizationWith43Charsxx"
    for (given, cause) in [(other, "verifier_differs"), (challenge, "challenge_as_verifier")] {
      let found = try await findings(["step", "5", "--verifier", given], on: bench)
      expect(found.map(\.causes), is: [[cause]], "\(given)")
      expect(found.first?.severity, is: "wrong")
    }
    // It stays known which challenge was sent.
    expect(
      try await findings(["step", "5"], on: bench).first?.causes, is: ["challenge_as_verifier"])
    expect(try await findings(["step", "5", "--verifier", verifier], on: bench).isEmpty)
  }

  @Test func `a code is not blamed for its characters, which are those of the server`() async throws
  {
    let bench = try await started { _ in Self.invalidGrant }
    for code in ["a%252Fb", "a%2Bb", "a%23b", "a%26scope=b"] {
      let redirect = Self.redirectURI + "?code=\(code)&state=s-1"
      expect(await bench.run("step", "3", "--redirect", redirect).exitCode, is: 0)
      expect(try await findings(["step", "5"], on: bench).isEmpty, "\(code)")
    }
  }

  @Test func `quotation marks around the client secret are named where the client is refused`()
    async throws
  {
    let secret = ["WORKBENCH_CLIENT_SECRET": "'s3cr3t-of-the-app'"]
    let bench = try await started(["--app-type", "server"], environment: secret) { _ in
      Self.invalidClient
    }
    let found = try await findings(["step", "5"], on: bench, environment: secret)
    expect(found.map(\.causes), is: [["quotation_marks"]])
    let shown = await bench.run(["step", "5"], environment: secret)
    expect(!shown.all.contains("s3cr3t"))
  }

  @Test func `a walk shows its findings`() async throws {
    let bench = try describedBench { _ in Self.invalidClient }
    let walk = [
      "walk", "--mode", "live", "--server", bench.path("server.json"), "--client-id", "ID",
      "--flow",
      "client-credentials", "--no-pause",
    ]
    let secret = ["WORKBENCH_CLIENT_SECRET": "YOUR_SECRET"]
    let found = try await findings(walk, on: bench, environment: secret)
    expect(found.map(\.causes), is: [["placeholder"]])
    expect(
      try await findings(walk, on: bench, environment: ["WORKBENCH_CLIENT_SECRET": "abc"]).isEmpty)
  }
}
