import Foundation
import HTTPMessages
import TestSupport
import Testing
import Transcript
import Vocabulary

struct CurlRendererTests {
  /// The arguments of every call of curl that a shell script makes, curl itself being replaced.
  private func calls(in script: String) throws -> [[String]] {
    // A function takes curl's place. A file that was just written cannot always be run: another test
    // may be starting a process, which holds it open for writing for a moment.
    let curl = #"curl() { printf '%s\0' "$@"; printf '\001\0'; }"#
    let output = try IndependentProgram.shell(curl + "\n" + script)
    let words = output.split(separator: 0, omittingEmptySubsequences: false).dropLast()
      .map { String(decoding: $0, as: UTF8.self) }
    return words.split(separator: "\u{1}").map(Array.init)
  }

  private func expected(_ request: HTTPRequest) -> [String] {
    guard request.method != "GET" else { return ["--include", request.url] }
    return ["--include", "--request", request.method, request.url]
      + request.fields.flatMap { ["--header", "\($0.name): \($0.value)"] }
      + ["--data-raw", String(decoding: request.body, as: UTF8.self)]
  }

  @Test(arguments: ApplicationType.allCases)
  func `a shell runs the commands as they stand`(type: ApplicationType) async throws {
    let report = try await SampleReport.make(type)
    let requests = report.steps.compactMap(\.sends)
    expect(requests.count, is: 2)
    expect(try calls(in: CurlRenderer.render(report)), is: requests.map(expected))
  }

  @Test(arguments: ["it's", "a'b\"c$(id)`id` d", "--data x", "ä😀", "\\", "id'\u{301}$(id)"])
  func `no identifier breaks the commands`(identifier: String) async throws {
    let report = try await SampleReport.make(identifier: identifier, secret: "s3cret'\"$x")
    let requests = report.steps.compactMap(\.sends)
    expect(try calls(in: CurlRenderer.render(report)), is: requests.map(expected))
  }

  @Test func `a hidden secret is taken from the environment`() async throws {
    let report = Redaction(names: ["client_secret"])(try await SampleReport.make())
    let script = "WORKBENCH_CLIENT_SECRET='DEF456'\n" + CurlRenderer.render(report)
    let call = try #require(try calls(in: script).last)
    let place = try #require(call.firstIndex(of: "--user"))
    // curl makes the same header of it as the guide shows.
    expect(call[place + 1], is: "ABC123:DEF456")
    expect(!call.contains { $0.contains("Authorization") })
  }

  @Test func `an identifier is form-encoded before curl makes a header of it`() async throws {
    // RFC 6749 §2.3.1: else a colon in the identifier ends it.
    let sample = try await SampleReport.make(identifier: "a:b")
    let report = Redaction(names: ["client_secret"])(sample)
    let script = "WORKBENCH_CLIENT_SECRET='DEF456'\n" + CurlRenderer.render(report)
    let call = try #require(try calls(in: script).last)
    let place = try #require(call.firstIndex(of: "--user"))
    expect(call[place + 1], is: "a%3Ab:DEF456")
  }

  @Test func `every step has its heading, and all but the commands are comments`() async throws {
    let text = CurlRenderer.render(try await SampleReport.make())
    let headings = text.split(separator: "\n").filter { $0.hasPrefix("# Step ") }
    expect(headings.count, is: 5)
    let commands = text.split(separator: "\n").filter { !$0.hasPrefix("#") }
    expect(commands.filter { $0.hasPrefix("curl ") }.count, is: 2)
    expect(commands.allSatisfy { $0.hasPrefix("curl ") || $0.hasPrefix("  --") })
  }
}
