import Foundation
import TestSupport
import Testing

@testable import workbench

/// A recording is a folder of files that anybody may have written.
struct ReplayDamageTests {
  /// What is done to a recording, and what is said of it.
  static let damages: [(name: String, old: String, new: String, said: String)] = [
    ("run.json", "\"version\" : 1", "\"version\" : 2", "another version"),
    ("run.json", "{", "[", "does not have the expected format"),
    ("run.json", "\"pkce\"", "\"implicit\"", "application type"),
    ("run.json", "\"server\",", "\"toaster\",", "application type"),
    ("run.json", "pkce-recorded-3-response.http", "../../etc/passwd", "list of messages"),
    ("run.json", "pkce-recorded-3", "pkce-recorded-5", "list of messages"),
    ("run.json", "placeholder-for-the-code_verifier-of-this-run", "short", "code verifier"),
    ("run.json", "\"http://127.0.0.1:8089/callback\"", "\"x#y\"", "redirect URI"),
    ("run.json", "\"recorded_at\" : 1", "\"recorded_at\" : -1", "is invalid"),
    ("run.json", "\"recorded_at\" : 1", "\"recorded_at\" : 9991", "is invalid"),
    ("run.json", "the practice server", "\\u001b[2Jhaha", "unsafe in a terminal"),
    ("run.json", "\"practice\"", "\"\\u202e\"", "unsafe in a terminal"),
    ("pkce-recorded-2-request.http", "GET ", "GET", "is not the expected message"),
    ("pkce-recorded-3-response.http", "Location:", "Place:", "is not the expected message"),
    ("pkce-recorded-3-response.http", "HTTP/1.1 303", "HTTP/1.1 3", "is not the expected message"),
    ("pkce-recorded-5-response.http", "HTTP/1.1", "FTP/1.1", "is not the expected message"),
    ("pkce-recorded-5-response.http", "Pragma:", "Pragma", "is not the expected message"),
  ]

  private func recorded() async throws -> Bench {
    let bench = try Bench.practising()
    expect(await bench.record("--app-type", "server").exitCode, is: 0)
    return bench
  }

  private func expectUnreadable(_ bench: Bench, _ said: String) async {
    let answer = await bench.replay()
    expect(answer.exitCode, is: 65, "\(said)")
    expect(answer.output.isEmpty)
    expect(answer.errors.contains(said), "\(answer.errors)")
    expect(!answer.errors.contains("\u{1B}") && !answer.errors.contains("\u{202E}"))
  }

  @Test(arguments: damages)
  func `a damaged file is named in a sentence`(
    damage: (name: String, old: String, new: String, said: String)
  ) async throws {
    let bench = try await recorded()
    try bench.change(damage.name, damage.old, to: damage.new)
    await expectUnreadable(bench, damage.said)
  }

  @Test(arguments: ["run.json", "pkce-recorded-2-request.http", "pkce-recorded-5-response.http"])
  func `a file that is missing, empty, huge, a link or a folder is refused`(
    name: String
  ) async throws {
    let bench = try await recorded()
    let file = bench.recording + "/" + name
    try Data().write(to: URL(filePath: file))
    await expectUnreadable(bench, name)
    try Data(count: 3 << 20).write(to: URL(filePath: file))
    await expectUnreadable(bench, "\(name) is larger than 2097152 bytes")
    try FileManager.default.removeItem(atPath: file)
    await expectUnreadable(bench, "it has no file \(name)")
    try FileManager.default.createSymbolicLink(atPath: file, withDestinationPath: "/etc/passwd")
    await expectUnreadable(bench, "\(name) is not a regular file")
    try FileManager.default.removeItem(atPath: file)
    try FileManager.default.createDirectory(atPath: file, withIntermediateDirectories: false)
    await expectUnreadable(bench, "\(name) is not a regular file")
  }

  @Test func `a file that does not belong there, or a folder that is none, is refused`()
    async throws
  {
    let bench = try await recorded()
    try bench.write("x", to: "recording/more.http")
    await expectUnreadable(bench, "a file that does not belong to it: more.http")
    let empty = try Bench.practising()
    await expectUnreadable(empty, "it has no file run.json")
    try empty.write("x", to: "recording")
    await expectUnreadable(empty, "it has no file run.json")
  }

  @Test func `hostile text in a message does not reach the terminal`() async throws {
    let bench = try await recorded()
    try bench.change(
      "pkce-recorded-5-response.http", "HTTP/1.1 200 OK",
      to: "HTTP/1.1 200 OK\nX: \u{1B}[2J\u{202E}")
    let answer = await bench.replay()
    expect(answer.exitCode, is: 0)
    expect(!answer.all.contains("\u{1B}") && !answer.all.contains("\u{202E}"))
  }

  @Test func `no change of a byte ends otherwise than with an exit code`() async throws {
    let bench = try await recorded()
    let files = try bench.recordedFiles()
    var random = SystemRandomNumberGenerator()
    for round in 0..<60 {
      let (name, data) = try #require(files.randomElement(using: &random))
      var changed = data
      let index = changed.indices.randomElement(using: &random) ?? 0
      changed[index] = UInt8.random(in: 0...255, using: &random)
      if round.isMultiple(of: 3) { changed = changed.prefix(index) }
      try changed.write(to: URL(filePath: bench.recording + "/" + name))
      let answer = await bench.replay()
      expect([0, 1, 65].contains(answer.exitCode), "\(name) at \(index): \(answer.errors)")
      try data.write(to: URL(filePath: bench.recording + "/" + name))
    }
  }
}
