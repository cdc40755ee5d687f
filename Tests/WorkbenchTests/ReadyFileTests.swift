import Foundation
import TestSupport
import Testing

#if canImport(FoundationNetworking)
  import FoundationNetworking
#endif

@testable import Runs
@testable import workbench

/// The file that tells a test where the server listens.
@Suite(
  .enabled(if: Program.workbench != nil, "the built program does not lie beside the tests"),
  .timeLimit(.minutes(1)))
struct ReadyFileTests {
  private struct Ready: Decodable, Hashable {
    let kind: String
    let base_url: String
    let port: Int
    let pid: Int
    let control_token: String?
  }

  private func ready(_ path: String) throws -> Ready {
    try JSONDecoder().decode(Ready.self, from: Data(contentsOf: URL(filePath: path)))
  }

  @Test func `it is there while the server is, for its owner only`() async throws {
    let bench = try Bench()
    let path = bench.path("ready")
    let server = try await PracticeProcess(["--ready-file", path, "--control"], on: bench)
    let ready = try ready(path)
    expect(ready.kind, is: "workbench practice server")
    expect(ready.base_url == server.address && String(ready.port) == server.port)
    let token = try #require(ready.control_token)
    expect(token.count, is: 43)
    let start = try await server.output(with: /Requests/)
    expect(start.contains("Authorization: Bearer \(token)"))
    expect(start.contains("\(server.address)/practice/reset"))
    let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions]
    expect(mode as? Int, is: 0o600)
    expect(try await server.post("/practice/reset", "").status, is: 401)
    expect(try await server.end().exitCode, is: 0)
    expect(!FileManager.default.fileExists(atPath: path))
    let names = try FileManager.default.contentsOfDirectory(atPath: bench.path(""))
    expect(names.filter { $0.contains("ready") }, is: [])
  }

  @Test func `without control there is no token, and the token is new each time`() async throws {
    let bench = try Bench()
    var tokens: Set<String?> = []
    for options in [[], ["--control"], ["--control"]] {
      let path = bench.path("ready")
      let server = try await PracticeProcess(["--ready-file", path] + options, on: bench)
      tokens.insert(try ready(path).control_token)
      if options.isEmpty { expect(try await server.post("/practice/reset", "").status, is: 404) }
      _ = try await server.end()
    }
    expect(tokens.count == 3 && tokens.contains(nil))
  }

  @Test(arguments: ["", "{}", "my notes", #"{"kind": "something else"}"#, "[1]"])
  func `a file of somebody else is not overwritten`(content: String) async throws {
    let bench = try Bench()
    try bench.write(content, to: "notes")
    let answer = await bench.run("practice", "--port", "0", "--ready-file", bench.path("notes"))
    expect(answer.exitCode == 73 && answer.output == "")
    expect(answer.errors.contains("it is not a file that practice wrote"))
    expect(try String(contentsOfFile: bench.path("notes"), encoding: .utf8), is: content)
  }

  @Test(arguments: ["", "no/such/folder/ready"])
  func `a place that cannot be written is refused`(path: String) async throws {
    let bench = try Bench()
    let answer = await bench.run("practice", "--port", "0", "--ready-file", bench.path(path))
    expect(answer.exitCode == 73 && answer.errors.contains("--ready-file"))
  }

  @Test func `a server whose output nobody reads goes on, and removes the file`() async throws {
    let bench = try Bench()
    let path = bench.path("ready")
    let (process, output) = (Process(), Pipe())
    process.executableURL = URL(filePath: try #require(Program.workbench).path)
    process.arguments = ["practice", "--port", "0", "--ready-file", path]
    process.standardOutput = output
    try process.run()
    var text = ""
    while !text.contains("\nRequests\n"), process.isRunning {
      text += String(decoding: output.fileHandleForReading.availableData, as: UTF8.self)
    }
    try output.fileHandleForReading.close()
    let url = try #require(URL(string: try ready(path).base_url))
    for _ in 0..<3 { _ = try await URLSession.shared.data(from: url) }
    process.terminate()
    process.waitUntilExit()
    expect(process.terminationReason == .exit && process.terminationStatus == 0)
    expect(!FileManager.default.fileExists(atPath: path))
  }

  @Test func `what a killed server left is replaced, and another server's is kept`() async throws {
    let bench = try Bench()
    let path = bench.path("ready")
    let first = try await PracticeProcess(["--ready-file", path], on: bench)
    expect(try await first.end(with: SIGKILL).exitCode, is: -SIGKILL)
    expect(FileManager.default.fileExists(atPath: path))
    let second = try await PracticeProcess(["--ready-file", path], on: bench)
    let third = try await PracticeProcess(["--ready-file", path], on: bench)
    _ = try await second.end()
    expect(try ready(path).base_url, is: third.address)
    _ = try await third.end()
    expect(!FileManager.default.fileExists(atPath: path))
  }
}
