import Foundation
import TestSupport
import Testing

@testable import Runs
@testable import workbench

/// What the options of the built server change.
@Suite(
  .enabled(if: Program.workbench != nil, "the built program does not lie beside the tests"),
  .timeLimit(.minutes(1)))
struct PracticeOptionProcessTests {
  @Test func `a rule that is off is said at the start and where it mattered`() async throws {
    let server = try await PracticeProcess(
      ["--auto-approve", "--without", "pkce-verified", "--without", "single-use-code"],
      on: Bench())
    let start = try await server.output(with: /Requests/)
    expect(start.contains("Rule pkce-verified is off: nothing stops"))
    expect(start.contains("Rule single-use-code is off: nothing stops"))
    expect(start.matches(of: /is off/).count, is: 2)
    let code = try await server.code()
    expect(try await server.redeem(code).status, is: 200)
    let wrong = String(repeating: "w", count: 43)
    expect(try await server.redeem(code, verifier: wrong).status, is: 200)
    let log = try await server.end().output
    let lines = log.split(separator: "\n").suffix(3)
    expect(lines.map { $0.contains("because off") }, is: [false, false, true])
    let notes = lines.last?.split(separator: "because off: ").last ?? ""
    expect(notes.contains("pkce-verified"))
    expect(notes.contains("single-use-code"))
  }

  @Test(arguments: [
    ("gone", 410), ("rate-limited", 429), ("not-json", 400), ("conflict", 409),
    ("server-error", 500),
  ])
  func `a fault is said at the start and comes at a refresh`(
    fault: String, status: Int
  ) async throws {
    let server = try await PracticeProcess(["--fault", fault], on: Bench())
    let start = try await server.output(with: /Requests/)
    expect(start.contains("\n  Fault \(fault): "))
    let reply = try await server.post(
      "/oauth2/token", "grant_type=refresh_token&client_id=CLI001&refresh_token=x")
    expect(reply.status, is: status)
    // The front page still tells what is switched on.
    expect(try await server.get("/").status, is: 200)
  }

  @Test func `a slow server is slow, and still ends when it is told to`() async throws {
    let server = try await PracticeProcess(["--fault", "slow"], on: Bench())
    async let reply = try? server.get("/")
    try await Task.sleep(for: .milliseconds(300))
    expect(try await server.output(with: /Requests/).hasSuffix("Requests\n"))
    expect(try await server.end().exitCode, is: 0)
    // A response that is due is sent before the server ends.
    let status = await reply?.status
    expect(status, is: 200)
  }

  @Test(arguments: ["0", "1"])
  func `a code expires`(lifetime: String) async throws {
    let server = try await PracticeProcess(
      ["--auto-approve", "--code-lifetime", lifetime], on: Bench())
    let code = try await server.code()
    if lifetime == "1" { try await Task.sleep(for: .milliseconds(1100)) }
    let reply = try await server.redeem(code)
    expect(reply.status, is: 400)
    expect(reply.body.contains("invalid_grant"))
    expect(reply.body.contains("expired"))
  }

  @Test func `tokens live as long as is said`() async throws {
    let server = try await PracticeProcess(
      ["--auto-approve", "--token-lifetime", "7"], on: Bench())
    let reply = try await server.redeem(server.code())
    expect(reply.body.firstMatch(of: /"expires_in": ?7\b/) != nil)
  }

  @Test func `clients and addresses of one's own are known`() async throws {
    let bench = try Bench()
    try bench.write(
      #"""
      [{"client_id": "MY0001", "type": "client", "redirect_uris": ["http://127.0.0.1:3000/"]},
       {"client_id": "MY0002", "type": "server", "client_secret": "mine", "redirect_uris":
         ["https://example.org/back"]}]
      """#, to: "clients.json")
    let server = try await PracticeProcess(
      [
        "--auto-approve", "--clients", bench.path("clients.json"), "--redirect-uri",
        "com.example.app:/a", "--redirect-uri", "http://127.0.0.1:4000/b",
      ], on: bench)
    let start = try await server.output(with: /Requests/)
    expect(start.contains("  MY0001  client\n    redirect_uri  http://127.0.0.1:3000/\n"))
    expect(start.contains("  MY0002  server\n    client_secret mine\n"))
    expect(start.matches(of: /redirect_uri  com\.example\.app:\/a\n/).count, is: 5)
    for (client, uri) in [
      ("MY0001", "http%3A%2F%2F127.0.0.1%3A3000%2F"), ("CLI001", "com.example.app%3A%2Fa"),
      ("MY0002", "http%3A%2F%2F127.0.0.1%3A4000%2Fb"),
    ] {
      let path = PracticeProcess.authorization.replacing("CLI001", with: client)
        .replacing(/redirect_uri=[^&]+/, with: "redirect_uri=\(uri)")
      let reply = try await server.get(path)
      expect(reply.location?.hasPrefix(uri.removingPercentEncoding ?? "?"), is: true)
    }
  }
}
