import Foundation
import LoopbackHTTP
import Terminal
import TestSupport
import Testing

@testable import Runs
@testable import workbench

struct DoctorTests {
  private func lines(_ answer: Answer) -> [String: String] {
    var states: [String: String] = [:]
    for line in answer.output.split(separator: "\n") where !line.hasPrefix(" ") {
      let words = line.split(separator: " ", maxSplits: 1).map(String.init)
      guard words.count == 2, let colon = words[1].firstIndex(of: ":") else { continue }
      let place = words[1][..<colon].trimmingCharacters(in: .whitespaces)
      states[place] = words[0]
    }
    return states
  }

  @Test func `a machine that has everything is well`() async throws {
    let bench = try Bench()
    let answer = await bench.run(
      "doctor", "--session", bench.session, "--redirect-uri",
      "http://127.0.0.1:\(try UnusedHandler.freePort())/x",
      environment: ["WORKBENCH_CLIENT_SECRET": "s3cret-value", "BROWSER": "true"])
    expect(answer.exitCode, is: 0, "\(answer.output)")
    expect(!lines(answer).values.contains("fix"))
    expect(answer.errors.contains("Nothing was sent"))
    expect(!answer.output.contains("s3cret-value"))
  }

  @Test func `what a build needs is told, as the pages and the package have it`() async throws {
    let bench = try Bench()
    let told = await bench.run("doctor", "--session", bench.session).output
    let unwrapped = told.replacing("\n      ", with: " ")
    expect(unwrapped.contains("A build needs \(Workbench.requirements)."))
    for page in ["README.md", "Lessons/README.md", "Lessons/workshop.md"] {
      let text = try #require(Repository.text(of: page))
      expect(text.contains(Workbench.requirements), "\(page)")
    }
    let package = try #require(Repository.text(of: "Package.swift"))
    expect(package.hasPrefix("// swift-tools-version: 6.3\n"))
    expect(package.contains("platforms: [.macOS(.v14)]"))
  }

  @Test func `each thing that is wanting is named with what to do`() async throws {
    let bench = try Bench()
    let server = try await PracticeProcess(on: bench)
    let answer = await bench.run(
      "doctor", "--session", bench.session, "--redirect-uri", server.address + "/callback",
      environment: ["WORKBENCH_CLIENT_SECRET": "with\na-line-break"], at: 1_000)
    expect(answer.exitCode, is: 1)
    let states = lines(answer)
    for place in ["redirect port", "clock", "client secret"] {
      expect(states[place], is: "fix", "\(place): \(answer.output)")
    }
    expect(!answer.output.contains("a-line-break"))
  }

  @Test func `a port that another program has on every address is not free`() async throws {
    let bench = try Bench()
    let other = try LoopbackServer(host: "0.0.0.0", port: 0, handler: UnusedHandler())
    defer { other.stop() }
    let answer = await bench.run(
      "doctor", "--session", bench.session, "--redirect-uri", "http://127.0.0.1:\(other.port)/x")
    expect(lines(answer)["redirect port"], is: "fix", "\(answer.output)")
  }

  @Test(arguments: [
    ([:], true, "no proxy is set"),
    (["https_proxy": "", "no_proxy": "a"], true, "no proxy is set"),
    (["https_proxy": "u:p@a"], true, "live requests use the one in https_proxy"),
    // libcurl asks for small letters first, and for the one of all schemes last.
    (
      ["ALL_PROXY": "b", "HTTPS_PROXY": "a", "NO_PROXY": "c"], true,
      "live requests use the one in HTTPS_PROXY, except to hosts in NO_PROXY"
    ),
    ([:], false, "the system's proxy settings apply"),
    (["all_proxy": "a"], false, "all_proxy is ignored: the system's proxy settings apply"),
  ])
  func `the proxy that is used is told, and not what is in its address`(
    environment: [String: String], followsEnvironment: Bool, text: String
  ) {
    let check = ProxyCheck(environment: environment, followsEnvironment: followsEnvironment)
    expect(check.checkup.text, is: text)
  }

  @Test(
    .enabled(
      if: Program.workbench != nil && Program.network != nil,
      "the built programs do not lie beside the tests"))
  func `a link to the program finds what lies beside the program itself`() async throws {
    let bench = try Bench()
    try FileManager.default.createSymbolicLink(
      atPath: bench.path("linked"), withDestinationPath: try #require(Program.workbench).path)
    let answer = try await Program(path: bench.path("linked")).run(["doctor"], on: bench)
    expect(answer.output.contains("network program: found next to this program"))
  }

  @Test func `a session that others can read, or that is none, is told`() async throws {
    let bench = try Bench()
    expect(await bench.run("step", "1").exitCode, is: 0)
    try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: bench.session)
    let open = await bench.run("doctor", "--session", bench.session)
    expect(lines(open)["session"], is: "fix")
    try bench.write("{", to: ".workbench/session.json")
    let damaged = await bench.run("doctor", "--session", bench.session)
    expect(lines(damaged)["session"], is: "fix")
    expect(damaged.output.replacing("\n      ", with: " ").contains("session reset"))
  }

  @Test(
    .enabled(
      if: Program.workbench != nil && Program.network != nil && Platform.takesProxyFromEnvironment,
      "the built programs do not lie beside the tests, or the system chooses the proxy"))
  func `a proxy that nobody answers at is called a proxy`() async throws {
    let bench = try Bench()
    let answer = try await #require(Program.workbench).run(
      ["doctor", "--network", "--discover", "https://a.example"], on: bench,
      environment: ["https_proxy": "http://127.0.0.1:\(try UnusedHandler.freePort())"])
    expect(answer.exitCode, is: 1)
    expect(answer.output.contains("server: The proxy did not connect"), "\(answer.output)")
  }

  @Test func `nothing is sent without --network, not even to ask for a description`() async throws {
    let bench = try Bench()
    let answer = await bench.run(
      "doctor", "--session", bench.session, "--discover", "http://127.0.0.1:9", "--redirect-uri",
      "http://127.0.0.1:\(try UnusedHandler.freePort())/x")
    expect(answer.exitCode, is: 0, "\(answer.output)")
    expect(answer.errors, is: "Nothing was sent. To check http://127.0.0.1:9 too: --network\n")
  }

  @Test(.enabled(if: Program.network != nil, "the built programs do not lie beside the tests"))
  func `the server is asked only when that is wanted`() async throws {
    let run = try await LiveRun()
    let asked = await run.bench.run(
      "doctor", "--network", "--server", run.bench.path("server.json"), "--session",
      run.bench.session,
      at: Int64(Date().timeIntervalSince1970))
    let states = lines(asked)
    expect(states["authorization endpoint"], is: "ok", "\(asked.output)")
    expect(states["token endpoint"], is: "ok")
    let late = await run.bench.run(
      "doctor", "--network", "--server", run.bench.path("server.json"), "--session",
      run.bench.session,
      at: Int64(Date().timeIntervalSince1970) + 3600)
    expect(late.output.contains("3600 seconds off") || late.output.contains("3599 seconds off"))
    _ = try await run.server.end()
    let gone = await run.bench.run(
      "doctor", "--network", "--server", run.bench.path("server.json"), "--session",
      run.bench.session)
    expect(gone.exitCode, is: 1)
    expect(lines(gone)["token endpoint"], is: "fix")
  }
}
