import TestSupport
import Testing
import Vocabulary

@testable import workbench

/// What one does with the tokens of the flows without PKCE.
struct FlowTokenUseTests {
  private func walked(_ flow: Flow) async throws -> Bench {
    let bench = try Bench.practising()
    expect(await bench.practice("--flow", flow.rawValue).exitCode, is: 0)
    return bench
  }

  private func reason(_ bench: Bench, _ flow: Flow, _ command: String) async throws -> String? {
    let answer = await bench.run(command, "--format", "json")
    return try JSONContractTests.check(answer, flow: flow.rawValue, mode: "practice")
      .failure?.reason
  }

  @Test func `the plain code flow's tokens do all that those with PKCE do`() async throws {
    let bench = try await walked(.code)
    for command in TokenUseTests.commands {
      expect(try await reason(bench, .code, command), is: nil, "\(command)")
    }
    expect(try await reason(bench, .code, "profile"), is: "token_invalid")
  }

  @Test func `an application's own token opens no user's data`() async throws {
    let bench = try await walked(.clientCredentials)
    let flow = Flow.clientCredentials
    expect(try await reason(bench, flow, "profile"), is: "scope_insufficient")
    expect(
      await bench.run("profile").errors.contains("Ask a user: workbench walk --mode practice"))
    expect(try await reason(bench, flow, "introspect"), is: nil)
    expect(try await reason(bench, flow, "revoke"), is: nil)
    expect(try await reason(bench, flow, "introspect"), is: "token_invalid")
    // There is no user to be asked.
    expect(await !bench.run("introspect").all.contains("Ask the user"))
  }

  @Test(arguments: [Flow.implicit, .clientCredentials])
  func `there is nothing to refresh with`(flow: Flow) async throws {
    let bench = try await walked(flow)
    let before = try bench.sessionText()
    let answer = await bench.run("refresh")
    expect(answer.exitCode == 1 && answer.output == "")
    expect(answer.errors.contains("which the flow \(flow.rawValue) does not return"))
    expect(answer.errors.contains("walk --flow \(flow.rawValue) --mode practice"))
    expect(try bench.sessionText(), is: before)
  }

  @Test func `an implicit token opens the profile until it has expired or is revoked`() async throws
  {
    let bench = try await walked(.implicit)
    let later = Bench.time + 86_400
    expect(await bench.run("profile", at: later - 1).exitCode, is: 0)
    let answer = await bench.run("profile", at: later)
    expect(answer.exitCode, is: 1)
    expect(answer.errors.contains("has expired"))
    // The guide: once it expires, the user has to authorize again.
    expect(!answer.errors.contains("workbench refresh"))
    expect(answer.errors.contains("workbench walk --flow implicit --mode practice"))
    for command in ["profile", "introspect", "revoke"] {
      expect(try await reason(bench, .implicit, command), is: nil, "\(command)")
    }
    expect(try await reason(bench, .implicit, "profile"), is: "token_invalid")
  }
}
