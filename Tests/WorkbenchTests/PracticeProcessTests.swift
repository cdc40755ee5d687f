import Foundation
import TestSupport
import Testing

@testable import Runs
@testable import workbench

/// The built program as a server.
@Suite(
  .enabled(if: Program.workbench != nil, "the built program does not lie beside the tests"),
  .timeLimit(.minutes(1)))
struct PracticeProcessTests {
  @Test(arguments: [SIGINT, SIGTERM])
  func `a signal ends the server and leaves nothing`(signal: Int32) async throws {
    let bench = try Bench()
    let server = try await PracticeProcess(on: bench)
    expect(try await server.get("/").status, is: 200)
    let before = try FileManager.default.contentsOfDirectory(atPath: bench.path("")).sorted()
    let answer = try await server.end(with: signal)
    expect(answer.exitCode, is: 0)
    expect(
      answer.errors, is: "The practice server has stopped. Everything it issued is lost.\n")
    let after = try FileManager.default.contentsOfDirectory(atPath: bench.path("")).sorted()
    expect(before, is: after)
    await #expect(throws: (any Error).self) { try await server.get("/", timeout: 2) }
  }

  @Test func `what is printed first leads to tokens`() async throws {
    let server = try await PracticeProcess(["--auto-approve"], on: Bench())
    let start = try await server.output(with: /Requests/)
    expect(start.contains("  \(server.address)\(PracticeProcess.authorization)\n"))
    expect(start.contains("All requested scopes are granted without a page."))
    let reply = try await server.redeem(server.code())
    expect(reply.status, is: 200)
    expect(reply.body.contains("access_token"))
    let log = try await server.output(with: /oauth2\/token 200/)
    expect(log.firstMatch(of: #/\n\d\d:\d\d:\d\d GET /oauth2/authorize 302 granted by/#) != nil)
    expect(log.firstMatch(of: #/\n\d\d:\d\d:\d\d POST /oauth2/token 200 tokens/#) != nil)
    // The line of a request has neither code nor token in it.
    let lines = log.split(separator: "Requests\n").last ?? ""
    expect(!lines.contains("code="))
    expect(try await server.end().exitCode, is: 0)
  }

  @Test func `everything that is printed at the start is there`() async throws {
    let server = try await PracticeProcess(on: Bench())
    let start = try await server.output(with: /Requests/)
    let paths = start.matches(of: /\n  (\w+) +http:\/\/[^\/\s]+(\/\S+)/).map { String($0.2) }
    expect(paths.count, is: 6)
    for path in paths { expect(try await server.get(path).status != 404, "\(path)") }
    expect(try await server.get("/nowhere").status, is: 404)
    let metadata = try await server.get("/.well-known/oauth-authorization-server")
    expect(metadata.body.contains("\"\(server.address)\""))
    for client in ["SRV001", "CLI001", "PER001"] { expect(start.contains("  \(client)  ")) }
    // A secret next to a loopback redirect URI, and so the word about it.
    expect(start.contains("RFC 8252 §8.5"))
  }

  @Test func `a port that is taken, or an address that is none of this machine, ends with 69`()
    async throws
  {
    let bench = try Bench()
    let server = try await PracticeProcess(on: bench)
    let answer = try await Program.workbench?.run(
      ["practice", "--port", server.port], on: bench, killedAfter: 5)
    expect(answer?.exitCode, is: 69)
    expect(answer?.output, is: "")
    let lines = answer?.errors.split(separator: "\n") ?? []
    expect(lines.count, is: 2)
    expect(lines.first, is: "workbench: Port \(server.port) is taken by another program.")
    expect(lines.last?.contains("--port 0"), is: true)
    expect(server.isRunning)
    let foreign = try await Program.workbench?.run(
      ["practice", "--port", "0", "--host", "192.0.2.1", "--expose-to-network"], on: Bench(),
      killedAfter: 5)
    expect(foreign?.exitCode, is: 69)
    expect(foreign?.errors.hasPrefix("workbench: 192.0.2.1 is not an IP address of this"), is: true)
    // Another port would not help.
    expect(foreign?.errors.contains("Choose another port"), is: false)
  }

  @Test func `an address of the network wants a second word`() async throws {
    let server = try await PracticeProcess(
      ["--host", "0.0.0.0", "--expose-to-network"], on: Bench())
    expect(server.address, is: "http://0.0.0.0:\(server.port)")
    // What it means is said when it is done, too.
    let start = try await server.output(with: /Requests/)
    expect(start.contains("Other machines can reach this server."))
  }

  @Test func `quiet says nothing of requests`() async throws {
    let server = try await PracticeProcess(["--quiet"], on: Bench())
    expect(try await server.get("/").status, is: 200)
    expect(try await server.end().output.hasSuffix("\nRequests\n"), is: true)
  }

  @Test func `a log has whole exchanges and is private`() async throws {
    let bench = try Bench()
    let path = bench.path("log.jsonl")
    let server = try await PracticeProcess(["--auto-approve", "--quiet", "--log", path], on: bench)
    let code = try await server.code()
    expect(try await server.redeem(code).status, is: 200)
    expect(try await server.end().exitCode, is: 0)
    expect(try bench.permissions(of: path), is: 0o600)
    let lines = try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n")
    let entries = try lines.map {
      try #require(try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any])
    }
    expect(entries.compactMap { $0["status"] as? Int }, is: [302, 200])
    expect(entries.first?["method"] as? String, is: "GET")
    expect((entries.first?["url"] as? String)?.contains("code_challenge="), is: true)
    expect((entries.last?["body"] as? String)?.contains("code=\(code)"), is: true)
    expect((entries.last?["answerBody"] as? String)?.contains("refresh_token"), is: true)
    for name in ["fields", "answerFields"] {
      for entry in entries { expect((entry[name] as? [[String: String]])?.isEmpty, is: false) }
    }
  }

  @Test func `a request that no endpoint sees is logged like every other`() async throws {
    let bench = try Bench()
    let path = bench.path("log.jsonl")
    let server = try await PracticeProcess(["--log", path], on: bench)
    let large = String(repeating: "a", count: 1_100_000)
    expect(try await server.post("/oauth2/token", large).status, is: 413)
    expect(try await server.get("/" + large.prefix(9000)).status, is: 414)
    let output = try await server.output(with: /414 rejected[^\n]*\n +The request line/)
    expect(output.contains("POST /oauth2/token 413 rejected"))
    expect(output.contains("\n         The body is larger than 1048576 bytes.\n"))
    expect(try await server.end().exitCode, is: 0)
    let lines = try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n")
    expect(lines.allSatisfy { $0.utf8.count < 2000 })
    let entries = try lines.map {
      try #require(try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any])
    }
    expect(entries.compactMap { $0["status"] as? Int }, is: [413, 414])
    expect(entries.compactMap { $0["method"] as? String }, is: ["POST", "GET"])
    expect(entries.compactMap { $0["cause"] as? String }.count, is: 2)
  }

  @Test func `a log goes on where it ended`() async throws {
    let bench = try Bench()
    try bench.write("{}\n", to: "log.jsonl")
    let server = try await PracticeProcess(["--log", bench.path("log.jsonl")], on: bench)
    expect(try await server.get("/").status, is: 200)
    _ = try await server.end()
    let text = try String(contentsOfFile: bench.path("log.jsonl"), encoding: .utf8)
    expect(text.hasPrefix("{}\n{"))
    expect(text.split(separator: "\n").count, is: 2)
  }
}
