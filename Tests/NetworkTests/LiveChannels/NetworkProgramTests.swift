import Channels
import Dispatch
import Foundation
import HTTPMessages
import TestSupport
import Testing

@testable import LiveChannels

/// `workbench-network` by itself, at the end of a pipe.
struct NetworkProgramTests {
  private struct Outcome {
    let end: ChildProcess.End
    let reports: [NetworkReport]
    let errors: String
  }

  /// Runs the program with an input; a script may stand before it.
  private func run(
    _ input: [UInt8], environment: [String: String] = [:], shell: String? = nil
  ) async throws -> Outcome {
    let program = try #require(NetworkProgram.path)
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    func path(_ name: String) -> String { folder.appending(path: name).path(percentEncoded: false) }
    try Data(input).write(to: folder.appending(path: "input"))
    let child = ChildProcess(
      path: shell == nil ? program : "/bin/sh", arguments: shell.map { ["-c", $0, program] } ?? [],
      environment: ProcessInfo.processInfo.environment.merging(environment) { $1 },
      files: (path("input"), path("output"), path("errors")))
    let end = try await withCheckedThrowingContinuation { continuation in
      DispatchQueue.global().async {
        continuation.resume(with: Result { try child.run(killedAfter: 60) })
      }
    }
    let output = Array(try Data(contentsOf: folder.appending(path: "output")))
    return Outcome(
      end: end,
      reports: try output.split(separator: UInt8(ascii: "\n"))
        .map { try NetworkLine.decode(NetworkReport.self, from: Array($0)) },
      errors: try String(contentsOfFile: path("errors"), encoding: .utf8))
  }

  private func order(_ url: String, secret: String = "", seconds: Int = 30) throws -> [UInt8] {
    let request = HTTPRequest(method: "POST", url: url, body: Array(secret.utf8))
    return try NetworkLine.encode(
      NetworkOrder(request, limits: BackChannelLimits(seconds: seconds)))
  }

  @Test func `each line has its answer, and the program ends with its input`() async throws {
    let server = try RawServer { $0.send("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n") }
    defer { server.stop() }
    let lines = [
      try order(server.url("/")), Array("hello\n{}\n\n".utf8), try order("http://a.example/"),
    ]
    let outcome = try await run(lines.flatMap { $0 })
    expect(outcome.end == .exit(0) && outcome.errors.isEmpty)
    let results = outcome.reports.map(\.result)
    expect(try results.first?.get().status, is: 200)
    let unread = Result<HTTPResponse, BackChannelFault>.failure(.other("a line is not an order"))
    expect(
      results.dropFirst(),
      is: [unread, unread, unread, .failure(.unprotected("http://a.example/"))])
  }

  @Test
  func `a line may be as long as an order with a large body, and one without end is not collected`()
    async throws
  {
    let server = try RawServer { $0.send("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n") }
    defer { server.stop() }
    let secret = String(repeating: "a", count: 2 << 20)
    let outcome = try await run(try order(server.url("/"), secret: secret))
    expect(try outcome.reports.first?.result.get().status, is: 200)
    expect(server.requests.first.flatMap { RawMessage($0) }?.body.count, is: 2 << 20)
    let endless = try await run([UInt8](repeating: 0x61, count: NetworkLine.longestOrder + 1))
    expect(endless.end, is: .exit(1))
    expect(endless.reports.count, is: 1)
  }

  @Test(
    arguments: ["http_proxy", "https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY"],
    [
      "", "a.example", " ",
    ])
  func `a proxy of the environment sees nothing that stays on this machine`(
    name: String, exempt: String
  ) async throws {
    let server = try RawServer { $0.send("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n") }
    let proxy = try RawServer { $0.send("HTTP/1.1 502 No\r\nContent-Length: 0\r\n\r\n") }
    defer {
      server.stop()
      proxy.stop()
    }
    let lines = try ["127.0.0.1", "localhost", "127.0.0.2"].map { host in
      try order(server.url("/", host: host), seconds: 2)
    }
    let outcome = try await run(
      lines.flatMap { $0 },
      environment: [name: "http://127.0.0.1:\(proxy.port)", "no_proxy": exempt])
    expect(outcome.reports.count, is: 3)
    expect(try outcome.reports.first?.result.get().status, is: 200)
    expect(proxy.connections, is: 0)
  }

  @Test(.enabled(if: Libcurl.isUsed, "on macOS the system's settings name the proxy"))
  func `a proxy of the environment is asked for the way into the world`() async throws {
    let proxy = try RawServer { $0.send("HTTP/1.1 502 No\r\nContent-Length: 0\r\n\r\n") }
    defer { proxy.stop() }
    let outcome = try await run(
      try order("https://something.invalid/token", secret: "a-secret"),
      environment: ["https_proxy": "http://127.0.0.1:\(proxy.port)", "no_proxy": ""])
    #expect(throws: BackChannelFault.self) { try outcome.reports.first?.result.get() }
    let received = proxy.requests.map { String(decoding: $0, as: UTF8.self) }
    expect(received.first?.hasPrefix("CONNECT something.invalid:443 HTTP/1.1\r\n"), is: true)
    expect(!received.joined().contains("a-secret"))
  }

  @Test func `nothing of an exchange goes to the standard error`() async throws {
    let server = try RawServer { $0.send("HTTP/1.1 200 OK\r\nX: y") }
    defer { server.stop() }
    let outcome = try await run(
      try order(server.url("/"), secret: "a-secret"),
      environment: ["URLSessionDebug": "1", "URLSessionDebugLibcurl": "1"])
    expect(!outcome.errors.contains("a-secret") && !outcome.errors.contains("POST"))
    expect(!outcome.errors.contains("Registers"))
  }

  @Test func `whoever goes without waiting for the answer ends the program`() async throws {
    let server = try RawServer { $0.waitForEnd() }
    defer { server.stop() }
    // The answer would take an hour.
    let outcome = try await run(
      try order(server.url("/"), seconds: 3600), shell: #""$0" | true"#)
    expect(outcome.end, is: .exit(0))
  }
}
