import Foundation
import TestSupport
import Testing

@testable import Runs
@testable import workbench

/// The session under programs that are killed or run side by side.
///
/// A shell starts and kills them: the tests' own threads are busy with other tests, and would come
/// too late.
@Suite(
  .enabled(if: Program.workbench != nil, "the built program does not lie beside the tests"),
  .enabled(if: Program.bash != nil, "there is no bash"))
struct CrashTests {
  /// Runs a script of bash in which `"$w"` is the program and `"$s"` its session.
  private func shell(_ script: String, on bench: Bench) async throws -> Answer {
    let (bash, workbench) = (try #require(Program.bash), try #require(Program.workbench))
    return try await bash.run(
      ["-c", "w=$1 s=$2\n" + script, "bash", workbench.path, bench.session], on: bench)
  }

  /// The values of every session that the script put aside; throws for one that is not whole.
  private func sessions(of bench: Bench) throws -> [[String: String]] {
    let folder = bench.path("aside")
    return try FileManager.default.contentsOfDirectory(atPath: folder).map { name in
      let data = try Data(contentsOf: URL(filePath: "\(folder)/\(name)"))
      return try JSONDecoder().decode(Session.self, from: data).values.mapValues(\.value)
    }
  }

  @Test func `a program killed at any moment leaves the session whole`() async throws {
    let bench = try Bench()
    let answer = try await shell(
      """
      mkdir aside
      for round in 1 2; do
        for ((i = 0; i <= 40; i++)); do
          printf -v delay %02d $i
          "$w" walk --random --session "$s" >/dev/null 2>&1 &
          sleep "0.0$delay"
          kill -KILL $! 2>/dev/null
          wait $! 2>/dev/null
          [ $? -eq 137 ] && echo killed
          [ -e "$s" ] && cp "$s" "aside/$round-$delay"
        done
      done 2>/dev/null
      true
      """, on: bench)
    expect(answer.exitCode, is: 0)
    expect(answer.output.contains("killed"))
    _ = try sessions(of: bench)
    // Nothing that they left behind keeps the next one from working.
    expect(await bench.run("walk").exitCode, is: 0)
    expect(await bench.run("session").exitCode, is: 0)
    expect(await bench.run("session", "reset").exitCode, is: 0)
    let left = try bench.sessionFolder().subtracting([".gitignore"])
    expect(left, is: [])
  }

  @Test func `a folder that a killed program left empty ignores itself all the same`() async throws
  {
    let bench = try Bench()
    // What is there when the program is killed between making the folder and its first file.
    try FileManager.default.createDirectory(
      atPath: bench.path(".workbench"), withIntermediateDirectories: true)
    expect(await bench.run("step", "1").exitCode, is: 0)
    let files = try bench.sessionFolder()
    expect(files.contains(".gitignore"))
  }

  @Test func `programs side by side leave one whole session`() async throws {
    let bench = try Bench()
    let answer = try await shell(
      """
      mkdir aside
      for round in {1..20}; do
        pids=''
        for number in 1 2 3; do
          long=$(printf "$number%.0s" $(seq $((number * 800))))
          "$w" walk --state "$long" --client-id "$long" --session "$s" >/dev/null 2>&1 &
          pids="$pids $!"
        done
        for pid in $pids; do wait $pid || echo $?; done
        cp "$s" "aside/$round"
      done
      """, on: bench)
    expect(answer.errors, is: "")
    // Each stops where the recording declines, and by nothing else.
    expect(answer.output, is: String(repeating: "1\n", count: 60))
    let sessions = try sessions(of: bench)
    expect(sessions.count, is: 20)
    for values in sessions {
      expect(values["state"], is: values["client_id"])
      expect(values["state"]?.count ?? 0 >= 800)
    }
    expect(
      try bench.sessionFolder().subtracting([".gitignore", "session.json.lock"]),
      is: ["session.json"])
  }

  @Test func `a reset in between leaves a whole session or none`() async throws {
    let bench = try Bench()
    let answer = try await shell(
      """
      again() { for i in {1..12}; do "$w" "$@" --session "$s" >/dev/null || echo "$1: $?"; done; }
      again walk & again session reset & again walk & again session reset & again session &
      wait
      mkdir aside
      if [ -e "$s" ]; then cp "$s" aside; fi
      """, on: bench)
    // Nobody may trip over what another one takes away, nor read half of what one writes.
    expect(answer.output, is: "")
    let complaints = answer.errors.split(separator: "\n").filter { !$0.hasPrefix("Next: ") }
    expect(complaints, is: [])
    _ = try sessions(of: bench)
  }
}
