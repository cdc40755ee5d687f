import TestSupport
import Testing

@testable import workbench

/// The advice is that of the failure, of the step that was typed, and of the cause that is known.
struct AdviceFitTests {
  private func answer(_ commands: [String]) async throws -> Answer {
    let bench = try Bench.practising()
    var answer = Answer(exitCode: 0, output: "", errors: "")
    for command in commands { answer = await bench.run(FollowedAdviceTests.words(command)) }
    return answer
  }

  @Test(arguments: [
    // The stop names the step that was typed, and fresh values are for a server.
    (
      ["step 1 --random", "step 2", "step 3"],
      ["workbench: step 3: No recording", ": workbench walk --mode practice"]
    ),
    (["walk --random"], ["workbench: step 2: No recording", ": workbench walk --mode practice"]),
    (
      ["walk --mode practice", "step 1 --mode practice", "step 2 --client-id NO", "step 3"],
      ["workbench: step 3: The server showed"]
    ),
    (
      ["step 1 --random"],
      ["No recording matches your own verifier", "step 1 --random --mode practice"]
    ),
    // Another response type, what is not a redirect, and what is not a URL.
    (
      ["step 1", "step 2", "step 3 --redirect '\(Guide.redirectURI)#access_token=t&state=x'"],
      ["The response type is not", "unchanged: workbench step 2"]
    ),
    (["step 1", "step 2", "step 3 --redirect foo"], ["This is not a URL", "starting with http"]),
    (
      ["step 1", "step 2", "step 3 --redirect 'https://a/?response_type=code&client_id=x'"],
      ["Open it in a browser"]
    ),
    // The mode and the flow stay.
    (["step 2 --deny"], [": workbench step 1 --mode practice"]),
    (["step 2 --flow implicit --deny"], [": workbench step 2 --flow implicit --mode practice"]),
    (["walk --flow code --deny"], [": workbench walk --flow code --mode practice --deny"]),
    (["walk --flow implicit", "profile"], [": workbench walk --flow implicit --mode practice"]),
    (
      ["step 1 --flow implicit --mode practice"],
      [": workbench step 2 --flow implicit --mode practice"]
    ),
    // What the server named.
    (["walk --scenario redirect-mismatch"], ["send the redirect URI from step 2 unchanged"]),
    (["walk --scenario wrong-verifier"], ["send the verifier from step 1"]),
    (["walk --scenario code-expired"], ["Exchange each code once"]),
  ])
  func `the advice fits`(commands: [String], texts: [String]) async throws {
    let answer = try await answer(commands)
    for text in texts { expect(answer.errors.contains(text), "\(text)\n\(answer.errors)") }
    expect(!answer.errors.contains("character by character"))
  }
}
