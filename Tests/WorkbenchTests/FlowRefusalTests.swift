import Flows
import TestSupport
import Testing
import Vocabulary

@testable import workbench

/// What the flows refuse before anything is done.
struct FlowRefusalTests {
  static let lines: [(line: String, says: String)] = [
    ("step 1 --flow code", "has no step 1. Its steps: 2, 3, 4, 5."),
    ("step 1 --flow implicit", "has no step 1. Its steps: 2, 3."),
    ("step 4 --flow implicit", "has no step 4. Its steps: 2, 3."),
    ("step 5 --flow implicit", "has no step 5. Its steps: 2, 3."),
    ("step 1 --flow client-credentials", "has no step 1. Its steps: 4, 5."),
    ("step 2 --flow client-credentials", "has no step 2. Its steps: 4, 5."),
    ("step 3 --flow client-credentials", "has no step 3. Its steps: 4, 5."),
    ("walk --flow code --app-type client", "requires an application of type server. "),
    ("walk --flow code --app-type personal", "requires an application of type server. "),
    ("walk --flow implicit --app-type server", "an application of type client or personal. "),
    (
      "walk --flow client-credentials --app-type client",
      "requires an application of type server. "
    ),
    ("walk --flow code --verifier \(Guide.verifier)", "--verifier has no effect"),
    ("walk --flow implicit --verifier short", "--verifier has no effect"),
    ("step 4 --flow client-credentials --verifier x", "--verifier has no effect"),
    ("walk --expires-in 86400", "--expires-in has no effect in the flow pkce"),
    ("walk --flow code --expires-in 86400", "--expires-in has no effect"),
    ("walk --flow client-credentials --expires-in 86400", "--expires-in has no effect"),
    ("walk --flow implicit --expires-in 3600", "Unknown lifetime '3600'"),
    ("walk --flow implicit --expires-in=", "The value of --expires-in is empty"),
    ("walk --flow implicit --client-auth client_secret_post", "--client-auth has no effect"),
    ("walk --flow implicit --token-parameter a=b", "--token-parameter has no effect"),
    ("walk --flow client-credentials --parameter a=b", "--parameter has no effect"),
    ("walk --flow client-credentials --state x", "--state has no effect"),
    ("walk --flow client-credentials --redirect-uri http://127.0.0.1/", "--redirect-uri has"),
    ("walk --flow client-credentials --mode practice --deny", "--deny has no effect"),
    ("walk --flow client-credentials --mode practice --browser", "--browser has no effect"),
    ("walk --flow code --scenario wrong-verifier", "has no scenario wrong-verifier. It has: "),
    ("walk --flow code --scenario gone", "has no scenario gone. It has: granted, denied, "),
    ("walk --flow implicit --scenario code-reused", "has no scenario code-reused"),
    ("walk --flow client-credentials --scenario denied", "has no scenario denied"),
    ("walk --scenario not-authorized", "The flow pkce has no scenario not-authorized"),
    ("walk --flow plain", "Unknown flow 'plain'. Known: pkce, code, implicit, client-credentials"),
    ("walk --flow Implicit", "Unknown flow 'Implicit'. Did you mean 'implicit'?"),
    ("walk --flow implicit --mode practice --scenario denied", "practice mode uses a server"),
  ]

  @Test func `each is wrong usage, says what is wrong, and leaves nothing behind`() async throws {
    for (line, says) in Self.lines {
      let bench = try Bench()
      let answer = await bench.run(line.split(separator: " ").map(String.init))
      expect(answer.exitCode, is: 64, "\(line)")
      expect(answer.output, is: "", "\(line)")
      // Which application may take a flow is said of every server: RFC 9700 §2.1.1, RFC 6749 §4.4.
      expect(!answer.errors.contains("Fitbit"), "\(line)")
      expect(answer.errors.hasPrefix("workbench: ") && answer.errors.contains(says), "\(line)")
      expect(answer.errors.split(separator: "\n").count, is: 2, "\(line)")
      #expect(throws: (any Error).self, "\(line)") { try bench.sessionText() }
    }
  }

  @Test func `a session goes on in its flow, and its steps are checked`() async throws {
    let bench = try Bench()
    expect(await bench.run("step", "2", "--flow", "implicit").exitCode, is: 0)
    expect(await bench.run("step", "4").exitCode, is: 64)
    expect(await bench.run("step", "3").exitCode, is: 0)
    // Step 1 is the beginning of the flow with PKCE, whatever was before.
    expect(await bench.run("step", "1").exitCode, is: 0)
    expect(await bench.run("step", "2").output.contains("code_challenge"))
  }

  @Test(arguments: FlowCase.flows.filter { $0 != .implicit })
  func `who has no secret is not sent to an application type that may not`(
    flow: Flow
  ) async throws {
    let bench = try Bench()
    for number in flow.about.steps.map(\.rawValue) where number < 4 {
      expect(await bench.run("step", "\(number)", "--flow", flow.rawValue).exitCode, is: 0)
    }
    let answer = await bench.run(
      "step", "4", "--flow", flow.rawValue, "--client-id", "MYAPP")
    expect(answer.exitCode, is: 1)
    expect(answer.errors.contains("WORKBENCH_CLIENT_SECRET"))
    expect(!answer.errors.contains("step 4 --app-type client"))
    expect(answer.errors.contains("walk --flow pkce --app-type client"))
  }

  /// What no flow without a verifier, without a code or without a user may say.
  static let words: [(flow: Flow, words: [String])] = [
    (.code, ["the verifier of step 1 the", "shows the code verifier"]),
    (.implicit, ["exchange its code", "step 4", "step 5", "client secret proves"]),
    (.clientCredentials, ["Ask the user", "step 1", "step 2", "step 3", "code_verifier"]),
  ]

  @Test func `no flow speaks of what it does not have`() async throws {
    for (flow, words) in Self.words {
      for flowCase in FlowCase.all where flowCase.flow == flow {
        let answer = try await Bench().run(["walk"] + flowCase.words)
        let text = answer.all.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        for word in words { expect(!text.contains(word), "\(flowCase.testDescription): \(word)") }
      }
    }
  }
}
