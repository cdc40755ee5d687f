import ClientCheck
import Foundation
import TestSupport
import Testing
import Vocabulary

@testable import workbench

@Suite(
  .enabled(if: Program.workbench != nil, "the built program is not next to the tests"),
  .timeLimit(.minutes(5)))
struct CheckTests {
  /// Runs a check in a process of its own: while it runs, it handles signals for the whole process.
  private func check(_ words: String...) async throws -> Answer {
    try await #require(Program.workbench).run(["check"] + words, on: Bench(), environment: [:])
  }

  /// The document of `check --format json`.
  struct Document: Decodable {
    struct Case: Decodable {
      let id, title, stage, level, section, verdict, note, expected, received, advice: String
      let lesson: Int
      let seconds: Double
    }
    let command: [String]
    let cases: [Case]
  }

  @Test func `every case has its own name, a lesson, and something to do`() {
    let cases = CheckCase.all
    expect(Set(cases.map(\.id)).count, is: cases.count)
    for checked in cases {
      expect((0...15).contains(checked.lesson), "\(checked.id)")
      expect(!checked.section.heading.isEmpty, "\(checked.id) cites a section without a heading")
      expect(checked.reason.hasSuffix(".") && checked.advice.hasSuffix("."), "\(checked.id)")
      expect(CheckCase.Stage(rawValue: String(checked.id.prefix(1))) != nil, "\(checked.id)")
    }
  }

  @Test func `the list names every case, as text and as a table`() async throws {
    let bench = try Bench()
    let (text, table) = (
      await bench.run("check", "--list"), await bench.run("check", "--list", "--format", "markdown")
    )
    for checked in CheckCase.all {
      expect(text.output.contains("  \(checked.id) "), "\(checked.id)")
      expect(table.output.contains("| \(checked.id) | \(checked.title) |"), "\(checked.id)")
    }
    // RFC 9207 §2.4: only a client that has read the metadata must check the issuer.
    let known = await bench.run("check", "--list", "--discover", "--format", "markdown")
    let row = known.output.split(separator: "\n").first { $0.hasPrefix("| B8 |") }
    expect(row?.contains("| must |"), is: true)
  }

  @Test func `lesson 15 has the table of the cases`() async throws {
    let table = await (try Bench()).run("check", "--list", "--format", "markdown")
    let lesson = try #require(Repository.text(of: "Lessons/15-your-own-client.md"))
    for row in table.output.split(separator: "\n").dropFirst(2) {
      // Without section and lesson, which make it too wide.
      let cells = row.split(separator: "|").prefix(4).joined(separator: "|")
      expect(lesson.contains("|\(cells)|"), "\(cells)")
    }
  }

  @Test(arguments: [
    (["check"], Int32(64), "needs the command that starts your client"),
    (["check", "--only", "Z9", "--", "true"], 64, "Unknown case 'Z9'"),
    (["check", "--only", ",", "--", "true"], 64, "names no case"),
    (["check", "--timeout", "never", "--", "true"], 64, "takes a number from 1 to 600"),
    (["check", "--expected", "/nowhere/file", "--", "true"], 65, "cannot be read"),
    (["check", "--jobs", "17", "--", "true"], 64, "takes a number from 1 to 16"),
    (["check", "--stage", "X", "--", "true"], 64, "Unknown stage 'X'"),
    (["check", "--stage", "B", "--only", "C1", "--", "true"], 64, "No case matches"),
    (["check", "--keep", "/dev/null/folder", "--", "true"], 73, "cannot be written"),
    (["check", "--expected", "/", "--", "true"], 65, "cannot be read: it is a folder"),
    (["check", "--revoke-command", "a && b", "--", "true"], 64, "takes one command"),
    (["check", "--revoke-command", "a 'b", "--", "true"], 64, "closed quotation marks"),
    (["check", "--list", "--format", "junit"], 64, "--list has the formats"),
    (["check", "--revoke-command", " ", "--", "true"], 64, "needs a command"),
    (["check", "--", "no-such-program-here"], 69, "No program 'no-such-program-here'"),
    (["check", "--", "/etc/passwd"], 69, "is not executable"),
  ])
  func `a check that cannot run says why`(row: ([String], Int32, String)) async throws {
    let answer = await (try Bench()).run(row.0)
    expect(answer.exitCode, is: row.1, "\(answer.errors)")
    expect(answer.errors.contains(row.2), "\(answer.errors)")
  }

  @Test func `a client that cannot be started is called that`() async throws {
    let answer = try await check("--", "sh", "-c", "exec /no/such/program")
    expect(answer.exitCode, is: 69)
    expect(answer.errors.contains("cannot be started: it ended with exit code 127"))
  }

  @Test func `a URL that comes when the client ends was perhaps not flushed`() async throws {
    let answer = try await check(
      "--format", "json", "--", "sh", "-c",
      "sleep 0.2; echo $WORKBENCH_AUTHORIZATION_ENDPOINT'?response_type=code&scope=profile&client_id='"
        + "$WORKBENCH_CLIENT_ID'&redirect_uri='$WORKBENCH_REDIRECT_URI")
    let document = try JSONDecoder().decode(Document.self, from: Data(answer.output.utf8))
    let first = try #require(document.cases.first)
    expect(first.received.contains("came only when the client ended"), "\(first.received)")
    expect(first.advice.contains("Flush the output"), "\(first.advice)")
  }

  @Test func `a client that does nothing fails the honest run, and only that is tried`()
    async throws
  {
    let answer = try await check(
      "--format", "json", "--", "sh", "-c", "echo The client has a fault.; exit 3")
    expect(answer.exitCode, is: 1)
    let document = try JSONDecoder().decode(Document.self, from: Data(answer.output.utf8))
    expect(document.cases.map(\.id), is: ["A1"])
    let first = try #require(document.cases.first)
    expect(first.verdict, is: "failed")
    expect(first.received.contains("exited with code 3"), "\(first.received)")
    expect(first.received.contains("The client has a fault."), "\(first.received)")
    expect(document.command.first, is: "sh")
  }

  @Test(arguments: [
    (
      "client_id=x&redirect_uri=$WORKBENCH_REDIRECT_URI&response_type=code", "Invalid client_id",
      "Correct client_id"
    ),
    (
      "client_id=$WORKBENCH_CLIENT_ID&redirect_uri=https://example.com&response_type=code",
      "Invalid redirect_uri", "Correct client_id and redirect_uri"
    ),
    (
      "client_id=$WORKBENCH_CLIENT_ID&redirect_uri=http://127.0.0.1:9/callback&response_type=code"
        + "&scope=profile",
      "http://127.0.0.1:9/callback, but nothing listened", "the port of WORKBENCH_REDIRECT_URI"
    ),
    (
      "client_id=$WORKBENCH_CLIENT_ID&redirect_uri=$WORKBENCH_REDIRECT_URI&response_type=token",
      "nothing listened there", "Send response_type=code, not token."
    ),
    (
      "client_id=$WORKBENCH_CLIENT_ID&redirect_uri=$WORKBENCH_REDIRECT_URI&response_type=code"
        + "&scope=none", "nothing listened there", "The server returned invalid_scope"
    ),
  ])
  func `an authorization request that is wrong has its own advice`(
    row: (query: String, received: String, advice: String)
  ) async throws {
    let answer = try await check(
      "--format", "json", "--", "sh", "-c",
      // Otherwise the URL comes only when the client ends.
      #"echo "$WORKBENCH_AUTHORIZATION_ENDPOINT?\#(row.query)"; sleep 3"#)
    let document = try JSONDecoder().decode(Document.self, from: Data(answer.output.utf8))
    let first = try #require(document.cases.first)
    expect(first.received.contains(row.received), "\(first.received)")
    expect(first.advice.contains(row.advice), "\(first.advice)")
  }

  @Test func `the report names the first thing to fix, and the command that tries it again`()
    async throws
  {
    let answer = try await check("--", "sh", "-c", "exit 0")
    expect(answer.exitCode, is: 1)
    for words in ["Fix this first · A1", "expected   ", "received   ", "why   ", "fix   "] {
      expect(answer.output.contains(words), "\(words): \(answer.output)")
    }
    expect(answer.output.contains("check --only A1 -- sh -c 'exit 0'"))
  }

  @Test func `a failure of the honest run cannot be accepted`() async throws {
    let bench = try Bench()
    try bench.write("# Known faults\na1 # the honest run\n", to: "accepted")
    let answer = try await check(
      "--expected", bench.path("accepted"), "--", "sh", "-c", "exit 0")
    expect(answer.exitCode, is: 1, "\(answer.output)")
    expect(answer.output.contains("Fix this first · A1"), "\(answer.output)")
  }

  @Test func `a JUnit document counts the failure`() async throws {
    let answer = try await check(
      "--format", "junit", "--", "sh", "-c", "echo '<a> & \"b\"'; exit 1")
    expect(answer.output.contains(#"tests="1" failures="1""#), "\(answer.output)")
    expect(answer.output.contains("&lt;a&gt; &amp; &quot;b&quot;"), "\(answer.output)")
  }
}
