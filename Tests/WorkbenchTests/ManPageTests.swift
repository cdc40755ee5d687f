import TestSupport
import Testing

@testable import Runs
@testable import workbench

struct ManPageTests {
  private func page() async throws -> (Bench, String) {
    let bench = try Bench()
    let answer = await bench.run("man")
    expect(answer.exitCode == 0 && answer.errors == "")
    try bench.write(answer.output, to: "workbench.1")
    return (bench, answer.output)
  }

  @Test func `the page has the sections of a manual, and every command with every option`()
    async throws
  {
    let (_, page) = try await page()
    let sections = page.split(separator: "\n").filter { $0.hasPrefix(".SH ") }.map {
      $0.dropFirst(4)
    }
    expect(
      sections,
      is: [
        "NAME", "SYNOPSIS", "DESCRIPTION", "COMMANDS", "EXIT STATUS", "ENVIRONMENT", "FILES",
      ])
    func typed(_ text: String) -> String { text.replacing("-", with: #"\-"#) }
    for command in Commands.descriptions {
      expect(page.contains("\\fBworkbench \(typed(command.name))"), "\(command.name)")
      for option in command.options { expect(page.contains("\\fB\(typed(option.name))\\fR")) }
    }
    expect(page.unicodeScalars.allSatisfy(\.isASCII))
  }

  @Test(.enabled(if: Program.groff != nil, "there is no groff"))
  func `groff has no warning`() async throws {
    let (bench, _) = try await page()
    let groff = try #require(Program.groff)
    let answer = try await groff.run(["-man", "-ww", "-z", bench.path("workbench.1")], on: bench)
    expect(answer, is: Answer(exitCode: 0, output: "", errors: ""))
  }

  @Test(.enabled(if: Program.mandoc != nil, "there is no mandoc"))
  func `mandoc has no warning`() async throws {
    let (bench, _) = try await page()
    let mandoc = try #require(Program.mandoc)
    let answer = try await mandoc.run(
      ["-T", "lint", "-W", "warning", bench.path("workbench.1")], on: bench)
    expect(answer, is: Answer(exitCode: 0, output: "", errors: ""))
  }
}
