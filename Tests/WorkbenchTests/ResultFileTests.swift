import Foundation
import TestSupport
import Testing

@testable import Runs
@testable import workbench

struct ResultFileTests {
  private func text(_ bench: Bench, _ name: String) throws -> String {
    try String(contentsOfFile: bench.path(name), encoding: .utf8)
  }

  private func names(_ bench: Bench) throws -> Set<String> {
    Set(try FileManager.default.contentsOfDirectory(atPath: bench.folder.path()))
      .subtracting([".workbench"])
  }

  @Test(arguments: OutputFormat.allCases.map(\.rawValue))
  func `a file holds what would have been on the screen`(format: String) async throws {
    let bench = try Bench()
    let shown = await bench.run("walk", "--format", format)
    let answer = await bench.run("walk", "--format", format, "--output", bench.path("result"))
    expect(answer.exitCode, is: 0)
    expect(answer.output, is: "")
    expect(answer.errors, is: "Written to \(bench.path("result"))\n")
    expect(try text(bench, "result"), is: shown.output)
    expect(try names(bench), is: ["result"])
  }

  @Test func `what the file held before is replaced, and real secrets are for its owner alone`()
    async throws
  {
    let bench = try Bench()
    try bench.write("old", to: "result")
    _ = await bench.run("walk", "--output", bench.path("result"))
    expect(try text(bench, "result").hasPrefix("Authorization code with PKCE"))
    expect(try names(bench), is: ["result"])
    _ = await bench.run("walk", "--show-secrets", "--output", bench.path("result"))
    let attributes = try FileManager.default.attributesOfItem(atPath: bench.path("result"))
    expect(attributes[.posixPermissions] as? Int, is: 0o600)
  }

  @Test func `a run that stopped is written, too, and says so`() async throws {
    let bench = try Bench()
    let answer = await bench.run(
      "walk", "--scenario", "denied", "--format", "html", "--output", bench.path("result"))
    expect(answer.exitCode, is: 1)
    expect(answer.errors.contains("Written to ") && answer.errors.contains("workbench: step 3: "))
    expect(try text(bench, "result").contains("Step 3 failed"))
  }

  @Test(arguments: ["missing/result", ".", "folder/"])
  func `a place where no file can be is refused before the walk`(name: String) async throws {
    let bench = try Bench()
    let answer = await bench.run("walk", "--output=\(bench.path(name))")
    expect(answer.exitCode, is: ExitCode.cannotCreate.rawValue)
    expect(answer.output, is: "")
    expect(answer.errors.contains("could not be written: "))
    expect(answer.errors.contains("--output FILE"))
    expect(try names(bench).isEmpty)
  }

  @Test func `a device is written to, and not replaced`() async throws {
    let answer = try await Bench().run("walk", "--output", "/dev/null")
    expect(answer.exitCode == 0 && answer.output == "")
    var status = stat()
    expect(stat("/dev/null", &status) == 0 && status.st_mode & S_IFMT == S_IFCHR)
    guard FileManager.default.fileExists(atPath: "/dev/full") else { return }
    let full = try await Bench().run("walk", "--output", "/dev/full")
    expect(full.exitCode, is: ExitCode.inputOutput.rawValue)
  }

  @Test(arguments: ["-", "/dev/stdout"], [["walk"], ["walk", "--format", "json"], ["compare"]])
  func `a hyphen is standard output, and so is its device`(path: String, words: [String])
    async throws
  {
    let plain = try await Bench().run(words)
    expect(try await Bench().run(words + ["--output", path]), is: plain)
    expect(!FileManager.default.fileExists(atPath: "-"))
  }

  @Test func `colors and prompts of a terminal stay out of the file`() async throws {
    let bench = try Bench()
    let console = TestConsole()
    (console.isInteractive, console.outputIsTerminal) = (true, true)
    let answer = await bench.run("walk", "--output", bench.path("result"), console: console)
    expect(answer.exitCode, is: 0)
    expect(!answer.errors.contains("Press Return"))
    expect(!(try text(bench, "result").contains("\u{1B}")))
  }
}
