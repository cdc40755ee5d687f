import Foundation
import Recordings
import TestSupport
import Testing
import Vocabulary

@testable import workbench

/// Every command that the program tells a person to type is typed here, from that state.
struct FollowedAdviceTests {
  /// What leads to a state: command lines, the last of which prints the advice.
  struct State: CustomTestStringConvertible, Sendable {
    let commands: [String]

    init(_ commands: String...) { self.commands = commands }

    var testDescription: String { commands.joined(separator: "; ") }
  }

  /// All scenarios of all flows, walked and step by step.
  private static let scenarios: [State] = Scenario.all.map {
    State("walk --flow \($0.flow.rawValue) --scenario \($0.name)")
  }

  private static let mistakes: [State] = [
    State("step 1 --verifier short"), State("step 1 --mode practice --verifier short"),
    State("step 1 --random"), State("step 1 --random", "step 2"),
    State("step 1 --random", "step 2", "step 3"),
    State("walk --mode practice --deny"), State("walk --mode practice --flow code --deny"),
    State("walk --mode practice --flow implicit --deny"),
    State("walk --mode practice --redirect-uri http://127.0.0.1:8089/callback/"),
    State("walk --mode practice --flow code --redirect-uri http://127.0.0.1:8089/callback/"),
    State("walk --mode practice --client-id NOBODY"),
    State("walk --mode practice --flow client-credentials --client-id NOBODY"),
    State("walk --scope sleep"), State("walk --scope ''"), State("walk --mode practice --scope ''"),
    State("walk --client-id OTHER"), State("step 2 --deny"), State("step 2"), State("step 3"),
    State("step 4"), State("step 5"), State("step 3 --flow implicit"), State("step 5 --flow code"),
    State("step 5 --flow client-credentials"), State("step 1 --flow implicit"),
    State("walk", "step 2 --mode practice"), State("walk --mode practice", "step 2 --mode dry-run"),
    State("walk", "step 3 --flow code"), State("walk --mode practice", "step 3 --flow code"),
    State("walk --flow implicit", "step 4 --flow pkce"),
    State("step 1", "step 2", "step 3 --redirect foo"),
    State(
      "step 1", "step 2", "step 3 --redirect 'https://app.example.com/callback?code=a&state=b'"),
    State("step 1", "step 2", "step 3 --redirect 'https://app.example.com/callback?code=a'"),
    State("step 1", "step 2", "step 3 --redirect 'https://app.example.com/other?code=a&state=b'"),
    State("profile"), State("refresh"), State("introspect"), State("revoke"),
    State("walk --mode practice"), State("walk --mode practice --flow code"),
    State("walk --mode practice --flow implicit"),
    State("walk --mode practice --flow client-credentials"),
    State("walk --mode practice", "profile"), State("walk --mode practice", "refresh"),
    State("walk --mode practice", "introspect"), State("walk --mode practice", "revoke"),
    State("walk --mode practice", "revoke", "profile"),
    State("walk --mode practice", "revoke", "refresh"),
    State("walk --mode practice --flow implicit", "refresh"),
    State("walk --mode practice --flow implicit", "profile"),
    State("walk --mode practice --flow implicit", "revoke", "profile"),
    State("walk --mode practice --flow client-credentials", "refresh"),
    State("walk --mode practice --flow client-credentials", "profile"),
    State("walk --mode practice --flow client-credentials", "introspect"),
    State("walk --mode practice --flow client-credentials", "revoke", "introspect"),
    State("walk --mode practice", "step 5"), State("walk --mode practice", "step 4"),
    State("walk --flow code --app-type client"), State("walk --flow implicit --app-type server"),
    State("session"), State("session reset"), State("walk --scenario nothing"),
    State("walk --allow profile"), State("walk --timeout 5"), State("wlak"),
  ]

  /// Command lines that are not understood, or ask for what there is not.
  private static let usageErrors: [State] = [
    State("step 3 --deny"), State("step 1", "step 2", "step 3 --deny"),
    State("step 2 --flow implicit --deny"), State("walk --flow implicit --deny"),
    State("walk --flow code --deny"), State("step 1", "step 2", "step 3 --browser"),
    State("step 1 --flow implicit --mode practice"), State("step 1 --flow code"),
    State("walk --flow code --mode practice --app-type client"),
    State("walk --scenario wrong-secret --app-type client"),
    State("walk --flow client-credentials --scenario nothing"), State("step 2 --response x"),
    State("walk --flow implicit", "profile"), State("walk --flow code", "revoke"),
    State("walk --random"), State("walk --flow code --random"), State("walk --random --verifier x"),
    State("step 1", "step 2", "step 3 --redirect '\(Guide.redirectURI)#access_token=t&state=b'"),
    State("step 2 --flow implicit", "step 3 --redirect '\(Guide.redirectURI)?code=t&state=b'"),
    State("walk --scenarioo x"), State("walk --scenario"), State("walk --format xml"),
    State("walk more"), State("step"), State("step 6"), State("step one"), State("session resett"),
    State("lesson 99"), State("glossary nonsense"), State("servers nothing"), State("scenarios x"),
    State("challenge short"), State("compare --mode live"), State("attack nothing"),
    State("doctor --server nothing"), State("walk --discover nonsense --client-id X"),
    State("walk --server a --discover b"), State("help nothing"), State("--nothing"), State("-x"),
  ]

  static func words(_ line: String) -> [String] {
    line.matches(of: #/'([^']*)'|(\S+)/#).map { match in
      String(match.output.1 ?? match.output.2 ?? "")
    }
  }

  /// Commands with a word to be filled in, such as `ID` or `'URL'`, cannot be followed as they are.
  static func isComplete(_ command: String) -> Bool {
    let words = "URL|URI|ID|FILE|DIR|NAMES|STATE|PATH|N|COMMAND|SHELL|SECONDS|SERVER|ISSUER"
    return command.range(of: "\\b(?:\(words))\\b", options: .regularExpression) == nil
  }

  /// The exit code that a command promises: some show a failure on purpose.
  private static func promised(_ command: String, after state: State) -> Int32 {
    // "To see that they no longer work": the API rejects the access token, RFC 6750 §3.1.
    if command == "profile", state.commands.last == "revoke" { return 1 }
    // The scenarios are failures, and the user who says no is one.
    let isFailure = ["--deny", "--scenario wrong-secret", "--scenario state-tampered"]
      .contains(where: command.contains)
    return isFailure ? 1 : 0
  }

  private func reach(_ state: State) async throws -> (Bench, Answer) {
    let bench = try Bench(randomOctets: { count in (0..<count).map { _ in .random(in: 0...255) } })
    var answer = Answer(exitCode: 0, output: "", errors: "")
    for command in state.commands { answer = await bench.run(Self.words(command)) }
    return (bench, answer)
  }

  /// The advised commands of an answer, each once.
  static func advice(in answer: Answer) -> [String] {
    // At the end of a page a command may be wrapped, so only what is on one line counts. In a table, what the
    // command shows follows in the next column.
    let pattern =
      #/(?:^|[ :])workbench ([a-z]+(?:(?! {3})[^\n])*)/#.anchorsMatchLineEndings()
    // A server that is started does not end by itself.
    let verbs = Set(Commands.all.map { $0.name }).subtracting(["practice"])
    let commands = (answer.output + "\n" + answer.errors).matches(of: pattern)
      .map { String($0.output.1) }
    return Set(commands.filter { verbs.contains(words($0)[0]) }).sorted()
  }

  @Test(arguments: scenarios + mistakes + usageErrors)
  func `every command that is advised does what it promises`(state: State) async throws {
    let (first, answer) = try await reach(state)
    // The first command finds the state as it is; for each further one it is reached again.
    var untouched: Bench? = first
    for command in Self.advice(in: answer)
    where Self.isComplete(command) && Self.pages.isNew(command) {
      let bench: Bench
      if let first = untouched.take() { bench = first } else { bench = try await reach(state).0 }
      let followed = await bench.run(Self.words(command))
      expect(
        followed.exitCode, is: Self.promised(command, after: state),
        "\(state.testDescription) advises \(command):\n\(followed.errors)\(followed.output.suffix(600))"
      )
      try await finish(after: command, on: bench, state)
    }
  }

  /// The commands that show the same page in every state, and have been followed: once is enough.
  private final class Pages: @unchecked Sendable {
    private let lock = NSLock()
    private var followed: Set<String> = []

    func isNew(_ command: String) -> Bool {
      guard ["lesson", "help", "servers", "scenarios"].contains(where: command.hasPrefix) else {
        return true
      }
      return lock.withLock { followed.insert(command).inserted }
    }
  }

  private static let pages = Pages()

  /// A step that was started leads on to the last one.
  private func finish(after command: String, on bench: Bench, _ state: State) async throws {
    guard command.hasPrefix("step "), let number = Int(Self.words(command)[1]) else { return }
    for next in (number + 1)..<max(number + 1, 6) {
      let answer = await bench.run("step", "\(next)")
      // A flow may end before step 5.
      if answer.errors.contains("has no step \(next)") { return }
      expect(
        answer.exitCode, is: 0,
        "\(state.testDescription) advises \(command), and then step \(next) says:\n\(answer.errors)\(answer.output.suffix(600))"
      )
      if answer.exitCode != 0 { return }
    }
  }
}
