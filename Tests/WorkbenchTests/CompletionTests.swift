import Flows
import Recordings
import TestSupport
import Testing
import Vocabulary

@testable import Runs
@testable import workbench

struct CompletionTests {
  /// The words offered at the end of a command line, of which the last word is at the cursor.
  private func offers(_ line: String) -> [String] {
    let words = line.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
    return Completions(line: ["workbench"] + words).offers.map(\.word)
  }

  @Test(arguments: [
    ("compare --format ", "text markdown json html"), ("attack --format ", "text json"),
    ("glossary --format ", "text markdown"), ("compare --mode ", "dry-run practice"),
    ("walk --flow=", "--flow=pkce --flow=code --flow=implicit --flow=client-credentials"),
    ("walk --server ", "fitbit google-health practice"),
    ("servers ", "fitbit google-health practice"), ("step ", "1 2 3 4 5"),
    ("step --flow implicit ", "2 3"), ("compare ", "pkce code implicit client-credentials"),
    ("compare pkce ", "code implicit client-credentials"), ("attack ", "interception csrf leak"),
    ("walk --flow implicit --app-type ", "client personal"), ("session ", "reset"),
    ("completions ", "bash zsh fish"), ("-", "--help --version"), ("walk nowhere", ""),
    ("nowhere ", ""), ("walk --nowhere=", ""), ("walk --random=", ""), ("walk -- -", ""),
    ("walk --prompt ", "none login consent select_account"),
  ])
  func `a command line is completed with what can stand there`(line: String, words: String) {
    expect(offers(line), is: words.split(separator: " ").map(String.init), "\(line)")
  }

  @Test(arguments: [
    ("glossary ", "consent page"), ("glossary co", "code_challenge"), ("lesson ", "15"),
    ("lesson ", "token-request"), ("help ", "exit-codes"), ("help ", "walk"),
    ("practice --without ", "csrf-token"), ("practice --fault ", "slow"),
    ("practice --redirect-uri http://localhost/ -", "--redirect-uri"), ("walk ", "--scenario"),
  ])
  func `a list that is long has a word`(line: String, word: String) {
    let known = offers(line)
    expect(known.contains(word) || line.hasPrefix("practice --") && known.count > 5, "\(line)")
  }

  @Test(arguments: [
    "walk --output ", "walk --response=", "practice --clients ", "practice --log ",
    "practice --ready-file ", "walk --replay ", "walk --session ", "explain ", "explain a.har ",
    "servers ", "walk --server ",
  ])
  func `a file is completed where one is taken`(line: String) {
    let words = line.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
    expect(Completions(line: ["workbench"] + words).includesFiles, is: line != "walk --response=")
  }

  @Test(arguments: Flow.allCases)
  func `the scenarios are those of the flow on the line`(flow: Flow) {
    let known = Scenario.of(flow).map(\.name)
    expect(offers("walk --flow \(flow.rawValue) --scenario "), is: known)
    expect(offers("step 2 --flow=\(flow.rawValue) --scenario "), is: known)
    expect(
      offers("walk --flow=\(flow.rawValue) --scenario="), is: known.map { "--scenario=\($0)" })
  }

  @Test func `every option offered is taken once, and every value offered is taken`() throws {
    for command in Commands.descriptions {
      let options = command.options
      expect(offers("\(command.name) --"), is: options.map(\.name))
      for option in options {
        let values = offers("\(command.name) \(option.name) ")
        if option.placeholder == nil {
          expect(!values.contains { option.words.contains($0) })
        } else {
          expect(option.words.isEmpty || values.allSatisfy(option.words.contains))
          expect(option.words.isEmpty || !values.isEmpty, "\(command.name) \(option.name)")
        }
        let typed = option.placeholder == nil ? option.name : "\(option.name)=x"
        let again = offers("\(command.name) \(typed) --").contains(option.name)
        // A value without a flow of that name leaves nothing out but itself.
        expect(again, is: option.isRepeatable, "\(command.name) \(option.name)")
      }
    }
  }

  @Test func `an option that means nothing in the flow is not offered`() {
    expect(!offers("walk --flow implicit --").contains("--verifier"))
    expect(!offers("walk --flow code --").contains("--expires-in"))
    expect(offers("walk --").contains("--expires-in"))
  }
}

/// The scripts, read and called by the shells themselves.
///
/// Tests/Clients/completions.sh types at them.
struct CompletionScriptTests {
  @Test(arguments: [("bash", Program.bash), ("zsh", Program.zsh), ("fish", Program.fish)])
  func `a shell finds no fault in its script`(shell: String, program: Program?) async throws {
    guard let program else { return }
    let bench = try Bench()
    let script = await bench.run("completions", shell)
    expect(script.exitCode, is: 0)
    try bench.write(script.output, to: "script")
    let answer = try await program.run(["-n", bench.path("script")], on: bench)
    expect(answer, is: Answer(exitCode: 0, output: "", errors: ""))
  }

  /// `COMP_WORDS` has the words as bash cuts them: at = and :, too.
  @Test(
    .enabled(if: Program.bash != nil && Program.workbench != nil, "there is no bash"),
    arguments: [
      (["wa"], ["walk"]), (["s"], ["step", "starter", "session", "scenarios", "servers"]),
      (["walk", "--scen"], ["--scenario"]), (["walk", "--format", "me"], ["mermaid"]),
      (["walk", "--flow", "=", "co"], ["code"]),
      (["walk", "--flow", "=", "code", "--scenario", "wrong-s"], ["wrong-secret"]),
      (["step", "1", "--app-type", ""], ["server", "client", "personal"]),
      (["walk", "--redirect-uri", "http", ":", "//x", "--flo"], ["--flow"]),
      (["compare", "pkce", "im"], ["implicit"]), (["compare", "--mode", "li"], []),
      (["glossary", "consent"], ["consent", "consent\\ page"]),
      (["glossary", "'back"], ["back channel"]), (["step", "3"], ["3"]),
      (["lesson", "authorization"], ["authorization-request", "authorization-response"]),
      (["help", "exi"], ["exit-codes"]), (["walk", "--output", "a"], ["a file"]),
    ])
  func `bash completes a line`(words: [String], offers: [String]) async throws {
    let bash = try #require(Program.bash)
    let workbench = try #require(Program.workbench)
    let bench = try Bench()
    try bench.write(await bench.run("completions", "bash").output, to: "script")
    try bench.write("", to: "a file")
    let driver = """
      source "$1"; shift
      COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); COMPREPLY=()
      _workbench
      printf '%s\\n' "${COMPREPLY[@]}"
      """
    let answer = try await bash.run(
      ["-c", driver, "bash", bench.path("script"), workbench.path] + words, on: bench)
    expect(answer.exitCode, is: 0)
    expect(answer.errors, is: "")
    expect(answer.output.split(separator: "\n").map(String.init), is: offers)
  }
}
