import HTTPMessages
import Step2AuthorizationRequest
import TestSupport
import Testing
import Vocabulary

/// Parameters that a server wants besides those of the specifications.
struct OwnParameterTests {
  private func step(_ prompt: Prompt?) throws -> AuthorizationRequest {
    AuthorizationRequest(
      server: .googleHealth, client: try Guide.client(.server), scope: Scope("a"),
      state: State(Guide.state), responseType: .code(challenge: nil), prompt: prompt)
  }

  @Test func `they stand in the query once and are mentioned, and Fitbit wants none`() throws {
    let step = try step(nil)
    let request = try step.output()
    // Google's guide for moving from Fitbit: without access_type=offline there is no refresh token.
    expect(request.query?.value(of: "access_type"), is: "offline")
    expect(request.query?.value(of: "prompt"), is: "consent")
    let notes = step.run().notes.map { "\($0)" }.joined()
    expect(notes.contains("access_type=offline"))
    expect(!notes.contains("Fitbit's guide"))
    // RFC 6749 §3.1.
    let query = try #require(try self.step(.login).output().query)
    expect(query.repeatedNames, is: [])
    expect(query.value(of: "prompt"), is: "login")
    expect(AuthorizationServer.fitbit.authorizationParameters, is: [])
  }
}
