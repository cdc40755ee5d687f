@testable import Runs
import HTTPMessages
import LoopbackHTTP
import TestSupport
import Testing

/// Servers that may have few descriptors, with more idle connections than that.
@Suite(
  .enabled(if: Program.workbench != nil, "the built program does not lie beside the tests"),
  .timeLimit(.minutes(3)))
struct DescriptorTests {
  @Test(arguments: [(64, 300), (256, 600), (1024, 1400)])
  func `the practice server outlives idle connections`(limit: Int, count: Int) async throws {
    let server = try await PracticeProcess(descriptors: limit, on: Bench())
    let port = try #require(UInt16(server.port))
    do {
      let idle = try await IdleConnections.opened(count, to: port)
      // It is full: it says so, or closes the connection without a word.
      let answer = try await IdleConnections.answer(of: port)
      expect(answer.isEmpty || answer.hasPrefix("HTTP/1.1 503 "), "\(answer)")
      expect(server.isRunning)
      withExtendedLifetime(idle) {}
    }
    // The server learns of their ends one after the other.
    var answer = ""
    for _ in 0..<1500 where !answer.hasPrefix("HTTP/1.1 200 ") {
      answer = try await IdleConnections.answer(of: port)
      try await Task.sleep(for: .milliseconds(20))
    }
    expect(answer.hasPrefix("HTTP/1.1 200 "), "\(answer)")
    expect(try await server.end().exitCode, is: 0)
  }

  @Test func `a server that could serve nobody says so`() async throws {
    let bench = try Bench()
    let workbench = try #require(Program.workbench)
    let answer = try await Program(path: "/bin/sh").run(
      ["-c", #"ulimit -n 24 && exec "$0" practice --port 0"#, workbench.path], on: bench,
      killedAfter: 10)
    expect(answer.exitCode, is: 69)
    expect(
      answer.errors.contains("allows this program 24 open files at once, too few for a server."))
  }

  @Test(arguments: [(64, 300), (1024, 1400)])
  func `the redirect listener outlives idle connections`(limit: Int, count: Int) async throws {
    let bench = try Bench()
    let port = try UnusedHandler.freePort()
    let redirectURI = "http://127.0.0.1:\(port)/callback"
    let workbench = try #require(Program.workbench)
    let line =
      "ulimit -n \(limit) && exec \"$0\" walk --mode practice --browser --no-pause --state s --redirect-uri $1"
    async let walk = Program(path: "/bin/sh").run(
      ["-c", line, workbench.path, redirectURI], on: bench, environment: ["BROWSER": "true"],
      killedAfter: 100)
    try await Self.listens(at: port)
    do {
      let idle = try await IdleConnections.opened(count, to: port)
      _ = try await IdleConnections.answer(of: port)
      withExtendedLifetime(idle) {}
    }
    var answer = ""
    for _ in 0..<1500 where !answer.hasPrefix("HTTP/1.1 303 ") {
      let path = "/callback?error=access_denied&state=s"
      answer = (try? await IdleConnections.answer(of: port, to: path)) ?? ""
      try await Task.sleep(for: .milliseconds(20))
    }
    expect(answer.hasPrefix("HTTP/1.1 303 "), "\(answer)")
    // For a moment it waits for the browser to fetch the page that it was sent to.
    _ = try? await IdleConnections.answer(of: port, to: "/callback")
    let end = try await walk
    expect(end.exitCode, is: 1)
    expect(end.output.contains("error=access_denied"))
  }

  /// Waits until a program listens at a port.
  private static func listens(at port: UInt16) async throws {
    for _ in 0..<1500 {
      if (try? await IdleConnections.opened(1, to: port)) != nil { return }
      try await Task.sleep(for: .milliseconds(20))
    }
  }
}
