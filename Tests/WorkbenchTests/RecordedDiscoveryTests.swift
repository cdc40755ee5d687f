import Foundation
import TestSupport
import Testing

@testable import workbench

/// A recording keeps how the server described itself, and a replay tells where a real server departs.
struct RecordedDiscoveryTests {
  /// A live run as far as the redirect, which does not come.
  private func recorded() async throws -> Bench {
    let bench = try Bench()
    let server = try DescribingServer { address in
      """
      {"issuer":"\(address)","authorization_endpoint":"\(address)/a","token_endpoint":"\(address)/t"}
      """
    }
    let answer = await bench.run(
      "walk", "--discover", server.address, "--client-id", "X", "--scope", "a", "--redirect-uri",
      "https://app.example.com/cb", "--no-browser", "--timeout", "1", "--no-pause", "--record",
      bench.recording)
    expect(answer.errors.contains("Recorded in"), answer.errors)
    // RFC 8414 §2: response_types_supported is REQUIRED.
    expect(answer.output.contains("Departure"))
    return bench
  }

  @Test func `a replay begins with the server's description, and its departures`() async throws {
    let bench = try await recorded()
    expect(
      try bench.recordedNames(),
      is: [
        "discovery-recorded-request.http", "discovery-recorded-response.http",
        "pkce-recorded-2-request.http", "run.json",
      ])
    let replay = await bench.replay()
    expect(replay.errors.contains("The recording ends here"), replay.errors)
    expect(replay.output.contains("Metadata response"))
    expect(replay.output.contains("Departure"))
    expect(replay.output.contains("response_types_supported"))
  }

  @Test func `a recording of an older version has no description, and plays`() async throws {
    let bench = try await recorded()
    for name in ["discovery-recorded-request.http", "discovery-recorded-response.http"] {
      try FileManager.default.removeItem(atPath: bench.recording + "/" + name)
    }
    let missing = await bench.replay()
    expect(missing.exitCode, is: 65)
    try bench.change("run.json", "\"discovery\" : [", to: "\"other\" : [")
    let replay = await bench.replay()
    expect(replay.errors.contains("The recording ends here"), replay.errors)
    expect(!replay.output.contains("Discover"))
  }

  @Test(arguments: [
    ("discovery-recorded-response.http", "\"issuer\"", "\"other\""),
    ("discovery-recorded-request.http", "GET /", "GET /elsewhere/"),
    ("run.json", "discovery-recorded-request", "../discovery-recorded-request"),
  ])
  func `a damaged description is refused`(name: String, old: String, new: String) async throws {
    let bench = try await recorded()
    try bench.change(name, old, to: new)
    let replay = await bench.replay()
    expect(replay.exitCode, is: 65)
    expect(replay.output.isEmpty)
  }

  // RFC 6749 §5.1: Cache-Control: no-store.
  @Test(arguments: [("practice", false), ("live", true)])
  func `departures are those of a real server, and not of our own`(
    mode: String, isSaid: Bool
  ) async throws {
    let bench = try Bench.practising()
    expect(await bench.record().exitCode, is: 0)
    try bench.change("run.json", "\"mode\" : \"practice\"", to: "\"mode\" : \"\(mode)\"")
    try bench.change("pkce-recorded-5-response.http", "no-store", to: "no-cache")
    let replay = await bench.replay()
    expect(replay.exitCode, is: 0, replay.errors)
    expect(replay.output.contains("Departure"), is: isSaid)
  }
}
