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

  static let applications: [(type: ApplicationType, identifier: String, secret: String)] =
    ApplicationType.allCases.map { ($0, "ABC123", Guide.clientSecret) }
    // No identifier and no secret breaks the commands.
    + ["it's", "a'b\"c$(id)`id` d", "--data x", "ä😀", "\\", "id'\u{301}$(id)"].map {
      (.server, $0, "s3cret'\"$x")
    }

  @Test(arguments: applications)
  func `a shell runs the commands as they stand`(
    type: ApplicationType, identifier: String, secret: String
  ) async throws {
    let report = try await SampleReport.make(type, identifier: identifier, secret: secret)
    let requests = report.steps.compactMap(\.sends)
    expect(requests.count, is: 2)
    expect(try calls(in: CurlRenderer.render(report)), is: requests.map(expected))
  }

  // RFC 6749 §2.3.1: the identifier is form-encoded, else a colon in it ends it.
  @Test(arguments: [("ABC123", "ABC123:DEF456"), ("a:b", "a%3Ab:DEF456")])
  func `a hidden secret is taken from the environment`(
    identifier: String, user: String
  ) async throws {
    let sample = try await SampleReport.make(identifier: identifier)
    let report = Mask(sample.steps, coverage: .brought(ownClientSecret: true))(sample)
    let script = "WORKBENCH_CLIENT_SECRET='DEF456'\n" + CurlRenderer.render(report)
    let call = try #require(try calls(in: script).last)
    let place = try #require(call.firstIndex(of: "--user"))
    // curl makes the same header of it as the guide shows.
    expect(call[place + 1], is: user)
    expect(!call.contains { $0.contains("Authorization") })
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
