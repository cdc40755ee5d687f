import TestSupport
import Testing

@testable import Runs
@testable import workbench

struct CompletionTests {
  /// Writes the script of a shell and lets the shell itself check it.
  private func check(_ program: Program?, _ shell: String) async throws {
    let program = try #require(program)
    let bench = try Bench()
    let script = await bench.run("completions", shell)
    expect(script.exitCode, is: 0)
    try bench.write(script.output, to: "script")
    let answer = try await program.run(["-n", bench.path("script")], on: bench)
    expect(answer, is: Answer(exitCode: 0, output: "", errors: ""))
  }

  @Test(.enabled(if: Program.bash != nil, "there is no bash"))
  func `bash finds no fault in its script`() async throws { try await check(.bash, "bash") }

  @Test(.enabled(if: Program.zsh != nil, "there is no zsh"))
  func `zsh finds no fault in its script`() async throws { try await check(.zsh, "zsh") }

  @Test(.enabled(if: Program.fish != nil, "there is no fish"))
  func `fish finds no fault in its script`() async throws { try await check(.fish, "fish") }

  /// What bash offers for the last of these words.
  private func offers(_ words: [String]) async throws -> [String] {
    let bash = try #require(Program.bash)
    let bench = try Bench()
    try bench.write(await bench.run("completions", "bash").output, to: "script")
    let driver = """
      source "$1"; shift
      COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); COMPREPLY=()
      _workbench
      printf '%s\\n' "${COMPREPLY[@]}"
      """
    let answer = try await bash.run(
      ["-c", driver, "bash", bench.path("script"), "workbench"] + words, on: bench)
    expect(answer.exitCode, is: 0)
    expect(answer.errors, is: "")
    return answer.output.split(separator: "\n").map(String.init)
  }

  @Test(.enabled(if: Program.bash != nil, "there is no bash"))
  func `bash completes commands, options with their words, and operands`() async throws {
    expect(try await offers(["wa"]), is: ["walk"])
    expect(try await offers(["s"]), is: ["step", "session", "scenarios", "servers"])
    let all = try await offers([""])
    expect(Set(all).isSuperset(of: Commands.all.map { $0.name }))
    expect(try await offers(["walk", "--scen"]), is: ["--scenario"])
    expect(try await offers(["walk", "--scenario", ""]).contains("granted"))
    expect(try await offers(["walk", "--scenario", "gr"]), is: ["granted"])
    expect(try await offers(["walk", "--format", "me"]), is: ["mermaid"])
    expect(
      try await offers(["step", "1", "--app-type", ""]), is: ["server", "client", "personal"])
    expect(try await offers(["step", "1", "--redirect-"]), is: ["--redirect-uri"])
    expect(try await offers(["completions", "z"]), is: ["zsh"])
    expect(try await offers(["session", "re"]), is: ["reset"])
    expect(try await offers(["help", "exi"]), is: ["exit-codes"])
    expect(try await offers(["step", "3"]), is: ["3"])
    expect(try await offers(["lesson", "authorization"]).count, is: 2)
    expect(try await offers(["lesson", "1"]).first, is: "1")
  }

  @Test(
    .enabled(if: Program.fish != nil, "there is no fish"),
    arguments: [
      ("wa", "walk\t"), ("walk --scenario gr", "granted\t"), ("walk --form", "--format\t"),
      ("completions z", "zsh\n"), ("help exit", "exit-codes\n"),
    ])
  func `fish completes commands, options and words`(line: String, offer: String) async throws {
    let fish = try #require(Program.fish)
    let bench = try Bench()
    try bench.write(await bench.run("completions", "fish").output, to: "script")
    let driver = "source $argv[1]; complete -C \"workbench $argv[2]\""
    let answer = try await fish.run(
      ["--no-config", "-c", driver, bench.path("script"), line], on: bench)
    expect(answer.exitCode, is: 0)
    expect(answer.errors, is: "")
    expect(answer.output.hasPrefix(offer))
    expect(answer.output.split(separator: "\n").count, is: 1)
  }

  @Test(arguments: ["bash", "zsh", "fish"])
  func `the script knows every command and every option`(shell: String) async throws {
    let script = try await Bench().run("completions", shell).output
    for command in Commands.descriptions {
      expect(script.contains(command.name))
      for option in command.options {
        let name = shell == "fish" ? "-l \(option.name.dropFirst(2))" : option.name
        expect(script.contains(name))
      }
    }
  }
}
