import TestSupport
import Testing

@testable import Runs
@testable import workbench

struct OverviewTests {
  @Test func `the first screen fits, and lists the commands that exist and no others`() async throws
  {
    let answer = try await Bench().run()
    expect(answer.exitCode == 0 && answer.errors == "")
    let lines = answer.output.split(separator: "\n", omittingEmptySubsequences: false)
    expect(lines.count <= 24)
    for line in lines { expect(line.count <= 80, "\(line)") }
    for command in Commands.descriptions { expect(answer.output.contains(command.name)) }
    expect(answer.output.contains("\n  Prove "))
    expect(answer.output.hasSuffix("\n  workbench walk\n"))
  }

  /// Command lines, what the overview then says of the place, and the commands that `next` runs in turn.
  struct Place: CustomTestStringConvertible, Sendable {
    let commands: [String]
    let words: String
    let next: [String]

    var testDescription: String { commands.joined(separator: "; ") }
  }

  private static let uses = ["profile", "refresh", "introspect", "revoke"]

  @Test(arguments: [
    Place(
      commands: [], words: "",
      next: ["walk", "walk --mode practice"] + uses + ["profile", "compare"]),
    Place(
      commands: ["step 1"], words: "step 1 is done",
      next: ["step 2", "step 3", "step 4", "step 5", "walk --mode practice"]),
    Place(
      commands: ["step 1 --mode practice", "step 2"], words: "steps 1 and 2 are done",
      next: ["step 3", "step 4", "step 5"] + uses),
    Place(
      commands: ["step 2 --flow code"], words: "Authorization code without PKCE, dry-run; step 2",
      next: ["step 3", "step 4", "step 5", "walk --flow code --mode practice"]),
    Place(
      commands: ["step 2 --flow implicit --mode practice"], words: "Implicit, practice server",
      next: ["step 3", "profile", "introspect"]),
    Place(
      commands: ["step 4 --flow client-credentials"], words: "step 4 is done",
      next: ["step 5", "walk --flow client-credentials --mode practice", "introspect", "revoke"]),
    Place(commands: ["walk --scenario denied"], words: "step 3 failed", next: ["walk"]),
    Place(
      commands: ["walk --mode practice --deny"], words: "step 3 failed",
      next: ["walk --mode practice"]),
    Place(
      commands: ["walk --mode practice --client-id NOBODY"], words: "step 3 failed",
      next: ["walk --mode practice"]),
    Place(commands: ["walk --random"], words: "step 3 failed", next: ["walk"]),
    Place(commands: ["walk --scenario wrong-secret"], words: "step 5 failed", next: ["walk"]),
    Place(
      commands: ["step 1 --random"], words: "step 1 is done",
      next: ["step 1 --random --mode practice", "step 2"]),
    Place(
      commands: ["step 1", "step 2 --scope sleep"], words: "steps 1 and 2",
      next: ["walk --mode practice"]),
    Place(
      commands: ["walk --mode practice", "revoke", "refresh"], words: "the last command failed",
      next: ["compare"]),
    Place(commands: ["lesson 0"], words: "Before you start", next: ["lesson 1", "lesson 2"]),
    Place(commands: ["lesson 15"], words: "Your own client", next: ["walk"]),
    Place(
      commands: ["walk", "lesson glossary"], words: "Glossary", next: ["walk --mode practice"]),
    Place(commands: ["lesson 3", "session reset"], words: "See", next: ["walk"]),
  ])
  func `next runs what the overview names, from every place`(place: Place) async throws {
    let bench = try Bench.practising()
    for command in place.commands { _ = await bench.run(FollowedAdviceTests.words(command)) }
    let overview = await bench.run()
    let text = overview.output.split { $0.isWhitespace }.joined(separator: " ")
    expect(text.contains(place.words), "\(overview.output)")
    for (index, command) in place.next.enumerated() {
      expect(await bench.run().output.contains("\n  workbench \(command)\n"), "\(command)")
      let answer = await bench.run("next")
      expect(answer.errors.hasPrefix("Running: workbench \(command)\n"), "\(answer.errors)")
      // The API rejects a revoked token, which is what that call shows.
      let isProof = command == "profile" && place.next.prefix(index).contains("revoke")
      expect(answer.exitCode, is: isProof ? 1 : 0, "\(command)\n\(answer.errors)")
    }
  }

  @Test func `in live mode next asks first`() async throws {
    let bench = try Bench()
    _ = await bench.run("step", "1", "--mode", "live", "--client-id", "ID")
    let refused = await bench.run("next")
    expect(refused.exitCode, is: 64)
    expect(refused.errors.hasSuffix("Type: workbench step 2\n"))
    for (key, isRun) in [("q", false), ("", true)] {
      let console = TestConsole()
      (console.isInteractive, console.lines) = (true, [key])
      let answer = await bench.run(["next"], console: console)
      expect(answer.exitCode, is: 0)
      expect(answer.errors.contains("Run it? [Return/q]"))
      expect(answer.output.contains("Step 2 of 5"), is: isRun)
    }
  }

  @Test func `a session that cannot be read is said, and next names the way out`() async throws {
    let bench = try Bench()
    _ = await bench.run("step", "1")
    try bench.write("{", to: ".workbench/session.json")
    let overview = await bench.run()
    expect(overview.exitCode, is: 0)
    expect(overview.output.contains("cannot be read"))
    expect(overview.output.hasSuffix("\n  workbench session reset\n"))
    expect(await bench.run("next").exitCode, is: 65)
  }
}
