import Foundation
import TestSupport
import Testing

@testable import workbench

struct RecordingFolderTests {
  @Test(arguments: [
    ("notes.txt", "notes.txt"), (".git", ".git"),
    ("pkce-granted-2-request.http", "pkce-granted-2-request.http"),
    ("run.json.old", "run.json.old"), (".hidden/file", ".hidden"),
  ])
  func `a folder with something else is refused before anything is done`(
    path: String, name: String
  ) async throws {
    let bench = try Bench.practising()
    try bench.write("x", to: "recording/\(path)")
    let answer = await bench.record()
    expect(answer.exitCode == 73 && answer.output.isEmpty)
    expect(answer.errors.contains("contains something other than a recording: \(name)."))
    expect(try FileManager.default.contentsOfDirectory(atPath: bench.recording), is: [name])
    expect(!FileManager.default.fileExists(atPath: bench.session))
  }

  @Test func `what Finder leaves in a folder hinders neither recording nor replay`() async throws {
    let bench = try Bench.practising()
    for name in [".DS_Store", "._run.json"] { try bench.write("x", to: "recording/\(name)") }
    for _ in 1...2 { expect(await bench.record().exitCode, is: 0) }
    expect(await bench.replay().exitCode, is: 0)
    // It is not ours to remove.
    expect(try bench.recordedNames().prefix(2), is: [".DS_Store", "._run.json"])
  }

  @Test func `a file in the folder's place, or no folder around it, is refused`() async throws {
    let bench = try Bench.practising()
    try bench.write("x", to: "recording")
    expect(await bench.record().exitCode, is: 73)
    let answer = await bench.run(
      "walk", "--mode", "practice", "--record", bench.path("none/recording"))
    expect(answer.exitCode == 73 && answer.output.isEmpty)
  }

  @Test func `a link in a file's place is replaced, not followed`() async throws {
    let bench = try Bench.practising()
    try bench.write("mine", to: "mine.txt")
    try FileManager.default.createDirectory(
      atPath: bench.recording, withIntermediateDirectories: true)
    for name in ["run.json", "run.json.new", "pkce-recorded-2-request.http"] {
      try FileManager.default.createSymbolicLink(
        atPath: bench.recording + "/" + name, withDestinationPath: bench.path("mine.txt"))
    }
    expect(await bench.record().exitCode, is: 0)
    expect(try String(contentsOfFile: bench.path("mine.txt"), encoding: .utf8), is: "mine")
    expect(await bench.replay().exitCode, is: 0)
  }

  @Test(arguments: [
    (["--record", "x"], "In dry-run mode every response is already a recording."),
    (["--mode", "practice", "--record", ""], "The value of --record is empty"),
    (
      ["--replay", "x", "--scenario", "denied"], "--replay and --scenario cannot be used together."
    ),
    (["--replay", "x", "--record", "y"], "--replay and --record cannot be used together."),
    (["--replay", "x", "--mode", "practice"], "A replay sends nothing"),
  ])
  func `options that make no sense together are refused`(
    words: [String], message: String
  ) async throws {
    let bench = try Bench.practising()
    let answer = await bench.run(["walk"] + words)
    expect(answer.exitCode == 64 && answer.output.isEmpty)
    expect(answer.errors.contains(message), "\(answer.errors)")
  }

  @Test func `a run that does not start is not recorded`() async throws {
    let bench = try Bench.practising()
    let answer = await bench.record("--verifier", "short")
    expect(answer.exitCode, is: 65)
    expect(!FileManager.default.fileExists(atPath: bench.recording))
  }

  @Test func `a run that is left at a prompt is recorded as far as it came`() async throws {
    let bench = try Bench.practising()
    let console = TestConsole()
    console.lines = ["", "", "", "q"]
    let answer = await bench.run(
      "walk", "--mode", "practice", "--pause", "--record", bench.recording, console: console)
    expect(answer.exitCode, is: 0)
    expect(try bench.recordedNames().contains("run.json"))
    let replay = await bench.replay()
    expect(replay.exitCode, is: 1)
    expect(replay.errors.contains("The recording ends here"))
  }

  @Test func `a replay stays in the flow that was recorded`() async throws {
    let bench = try Bench.practising()
    expect(await bench.record().exitCode, is: 0)
    let answer = await bench.replay("--flow", "code")
    expect(answer.exitCode, is: 64)
    expect(answer.errors.contains("The recording is of the flow pkce, not code."))
    expect(await bench.replay("--flow", "pkce").exitCode, is: 0)
  }
}
