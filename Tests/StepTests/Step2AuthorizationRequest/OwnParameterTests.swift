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

  @Test func `none of them repeats a parameter, and the query of the endpoint is kept`() throws {
    // RFC 6749 §3.1.
    let names = AuthorizationParameter.reserved.sorted() + ["resource"]
    let server = AuthorizationServer(
      name: "Mine", authorizationEndpoint: "https://a.example/authorize?policy=sign-in",
      tokenEndpoint: "https://a.example/token",
      authorizationParameters: names.map { AuthorizationParameter($0, "other", purpose: "") })
    let step = AuthorizationRequest(
      server: server, client: try Guide.client(.server), scope: Scope("a"),
      state: State(Guide.state), challenge: CodeChallenge("c", method: .s256))
    let request = try step.output()
    expect(request.url.hasPrefix("https://a.example/authorize?policy=sign-in&response_type=code&"))
    let query = try #require(request.query)
    expect(query.repeatedNames, is: [])
    expect(query.pairs.filter { $0.value == "other" }.map(\.name), is: ["resource"])
  }
}
