import Foundation
import TestSupport
import Testing
import Vocabulary

@testable import Runs
@testable import workbench

/// A run that was recorded can be walked once more, without the server.
struct RecordingTests {
  private func record(
    _ run: RecordedCase, on bench: Bench
  ) async throws -> WalkDocument {
    let answer = await bench.run(
      ["walk", "--mode", "practice", "--record", bench.recording, "--format", "json"] + run.options,
      environment: run.environment)
    expect(answer.exitCode, is: run.exitCode, "\(answer.errors)")
    expect(answer.errors.contains("Recorded in \(bench.recording)\n"))
    return try JSONContractTests.check(answer, flow: run.flow.rawValue, mode: "practice")
  }

  private func replay(_ run: RecordedCase, on bench: Bench) async throws -> WalkDocument {
    // A real secret that lies about must not get into a replay.
    let answer = await bench.run(
      ["walk", "--replay", bench.recording, "--format", "json"],
      environment: ["WORKBENCH_CLIENT_SECRET": "a-real-secret-of-today"])
    expect(answer.exitCode, is: run.exitCode, "\(answer.errors)")
    expect(!answer.all.contains("a-real-secret-of-today"))
    return try JSONContractTests.check(answer, flow: run.flow.rawValue, mode: "dry-run")
  }

  private func names(_ run: RecordedCase) -> [String] {
    run.messages.compactMap(StepNumber.init).map { RecordedRun.fileName(run.flow, step: $0) } + [
      "run.json"
    ]
  }

  @Test(arguments: RecordedCase.granted)
  func `a run is recorded, and a replay takes the same steps`(run: RecordedCase) async throws {
    let bench = try Bench.practising()
    let first = try await record(run, on: bench)
    expect(first.outcome, is: "completed")
    expect(try bench.recordedNames(), is: names(run))
    let session = try bench.sessionText()
    let second = try await replay(run, on: bench)
    expect(second.outcome, is: "completed")
    expect(second.steps.map(\.number), is: first.steps.map(\.number))
    expect(second.steps.map(\.name), is: first.steps.map(\.name))
    expect(
      second.steps.map { $0.outputs.map(\.name) }, is: first.steps.map { $0.outputs.map(\.name) })
    for (one, other) in zip(first.steps, second.steps) {
      expect(one.received?.status, is: other.received?.status)
      expect(other.received.map(\.origin) ?? "recorded" == "recorded")
    }
    // RFC 6749 §5.1: what is no secret comes as it came.
    for name in ["scope", "token_type", "expires_in", "expires_at"] {
      expect(
        first.steps.last?.outputs.first { $0.name == name }?.value,
        is: second.steps.last?.outputs.first { $0.name == name }?.value)
    }
    expect(try bench.sessionText(), is: session)
  }

  @Test(arguments: RecordedCase.stopped)
  func `a run that stopped is recorded, and its replay stops there`(
    run: RecordedCase
  ) async throws {
    let bench = try Bench.practising()
    let first = try await record(run, on: bench)
    expect(first.failure?.reason, is: run.reason)
    expect(try bench.recordedNames(), is: names(run))
    let second = try await replay(run, on: bench)
    expect(second.failure?.reason == run.reasonOfReplay ?? run.reason)
    expect(second.steps.map(\.number), is: first.steps.map(\.number))
  }

  @Test func `the files are yours alone, and say where they come from`() async throws {
    let bench = try Bench.practising()
    expect(await bench.record().exitCode, is: 0)
    expect(try bench.permissions(of: bench.recording), is: 0o700)
    for (name, data) in try bench.recordedFiles() {
      expect(try bench.permissions(of: bench.recording + "/" + name), is: 0o600)
      guard name != "run.json" else { continue }
      let lines = String(decoding: data, as: UTF8.self).split(separator: "\n")
      expect(
        lines.first,
        is:
          "# Recorded 2026-11-22T12:00:00Z by workbench 0.1.0 in practice mode, from the practice server."
      )
    }
    let text = await bench.replay().output
    expect(text.contains("A replay"))
    let full = await bench.replay("--explain").output
    expect(full.contains("Recorded 2026-11-22T12:00:00Z"))
    expect(text.contains("A replay of a run recorded in practice mode."))
  }

  @Test func `two runs of the same kind give the same bytes`() async throws {
    for run in RecordedCase.granted + RecordedCase.stopped {
      var files: [[String: Data]] = []
      for _ in 0..<2 {
        let bench = try Bench.practising()
        _ = try await record(run, on: bench)
        files.append(try bench.recordedFiles())
      }
      expect(files[0], is: files[1], "\(run)")
    }
  }

  @Test func `an older recording is replaced as a whole`() async throws {
    let bench = try Bench.practising()
    expect(await bench.record().exitCode, is: 0)
    // What a crash left.
    try bench.write("x", to: "recording/run.json.new")
    expect(await bench.record("--flow", "implicit").exitCode, is: 0)
    expect(
      try bench.recordedNames(),
      is: [
        "implicit-recorded-2-request.http", "implicit-recorded-3-response.http", "run.json",
      ])
    expect(await bench.replay().exitCode, is: 0)
  }

  @Test func `a changed value is declined, and named`() async throws {
    let bench = try Bench.practising()
    expect(await bench.record().exitCode, is: 0)
    let scope = await bench.replay("--scope", "sleep")
    expect(scope.exitCode, is: 1)
    expect(scope.errors.contains("It differs in: scope."))
    try bench.change("pkce-recorded-4-request.http", "placeholder-for-code&", to: "other&")
    let code = await bench.replay()
    expect(code.exitCode, is: 1)
    expect(code.errors.contains("It differs in: code."))
  }
}
