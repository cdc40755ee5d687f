import Foundation
import HTTPMessages
import TestSupport
import Testing

@testable import workbench

/// The built program writes nothing to its outputs that does something to a terminal.
@Suite(
  .enabled(
    if: Program.workbench != nil && Program.network != nil,
    "the built programs do not lie beside the tests"))
struct HostileProcessTests {
  private func expectHarmless(
    _ words: [String], on bench: Bench, exitCode: Int32, showing text: String
  ) async throws {
    let answer = try await #require(Program.workbench).run(words, on: bench)
    expect(answer.exitCode, is: exitCode, "\(words)\n\(answer.all)")
    expect(answer.all.contains(text), "\(words)\n\(answer.all)")
    expect(HostileText.dangerous(in: answer.all), is: [], "\(words)")
  }

  @Test func `not from a server that describes itself`() async throws {
    let (bench, text) = (try Bench(), JSONText.string(HostileText.all).text)
    // The description is hostile, and nobody answers at the endpoints.
    let server = try DescribingServer { address in
      """
      {"issuer":"\(address)","authorization_endpoint":"http://127.0.0.1:9/a","name":\(text),
       "token_endpoint":"http://127.0.0.1:9/t","scopes_supported":[\(text)],\(text):\(text)}
      """
    }
    let words = [
      "walk", "--discover", server.address, "--client-id", "X", "--app-type", "client",
      "--scope", "read", "--no-browser", "--no-pause", "--explain", "--session", bench.session,
    ]
    try await expectHarmless(words, on: bench, exitCode: 69, showing: "Also in the metadata")
  }

  @Test func `not from a recording, a server file, a clients file or an option`() async throws {
    let bench = try Bench.practising()
    expect(await bench.record().exitCode, is: 0)
    let remark = "# \(HostileText.all)\n# Recorded"
    try bench.change("pkce-recorded-5-response.http", "# Recorded", to: remark)
    try await expectHarmless(
      ["walk", "--explain", "--replay", bench.recording], on: bench, exitCode: 0,
      showing: "Recorded")
    let text = JSONText.string(HostileText.all).text
    try bench.write(
      """
      {"name":\(text),"authorization_endpoint":"http://127.0.0.1:9/a",
       "token_endpoint":"http://127.0.0.1:9/t","peculiarities":[\(text)]}
      """, to: "server.json")
    try await expectHarmless(
      ["servers", "server.json"], on: bench, exitCode: 0, showing: "authorization endpoint")
    try await expectHarmless(
      [
        "doctor", "--server", "server.json", "--redirect-uri",
        "http://127.0.0.1:\(try UnusedHandler.freePort())/x",
      ], on: bench, exitCode: 0, showing: "Nothing was sent")
    try bench.write(
      #"[{"client_id":\#(text),"type":"client","redirect_uris":["http://127.0.0.1:3000/"]}]"#,
      to: "clients.json")
    try await expectHarmless(
      ["practice", "--clients", "clients.json"], on: bench, exitCode: 65,
      showing: "other than visible ASCII")
    try await expectHarmless(
      ["practice", "--redirect-uri", "http://a/\(HostileText.all)"], on: bench, exitCode: 65,
      showing: "only printable ASCII")
  }
}
