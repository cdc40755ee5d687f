import HTTPMessages
import Step5TokenResponse
import TestSupport
import Testing
import Vocabulary

/// Token responses where no user was asked: there is no requested scope.
struct OwnTokenTests {
  private func step(_ body: String, status: Int = 200) -> TokenResponse {
    TokenResponse(
      response: HTTPResponse(status: status, body: Array(body.utf8)), requestedScope: nil,
      receivedAt: TestTokenResponse.receivedAt, origin: .recorded)
  }

  /// RFC 6749 §4.4.3, with a bearer token.
  private static let example =
    #"{"access_token":"2YotnFZFEjr1zCsicMWpAA","token_type":"Bearer","expires_in":3600}"#

  @Test func `the example of RFC 6749 §4.4.3 gives a token and no more, as its purpose says`()
    throws
  {
    let step = step(Self.example)
    let tokens = try step.output()
    expect(tokens.accessToken.value, is: "2YotnFZFEjr1zCsicMWpAA")
    expect(tokens.expiresIn, is: 3600)
    expect(tokens.refreshToken == nil && tokens.userID == nil)
    expect(tokens.scope.names.isEmpty)
    let names = step.run().outputs.map(\.name)
    expect(names, is: ["access_token", "token_type", "expires_in", "expires_at"])
    expect(step.run().notes.isEmpty)
    let own = step.purpose
    expect(own.contains("no refresh token") && own.contains("not a user"))
    expect(TestTokenResponse.step(TestTokenResponse.good).purpose != own)
  }

  @Test func `nothing is compared with a scope that nobody asked for`() throws {
    expect(step(Self.example).inputs.map(\.name), is: ["received_at"])
    let body = #"{"access_token":"a","token_type":"Bearer","scope":"orders"}"#
    let scoped = step(body)
    let tokens = try scoped.output()
    expect(tokens.scope, is: Scope("orders"))
    let outputs = scoped.run().outputs
    expect(outputs.first { $0.name == "scope" }?.origin, is: .recorded)
    let compared = outputs.filter { $0.name.hasPrefix("scope_not") }
    expect(compared.isEmpty)
  }

  @Test(arguments: [
    // RFC 6749 §5.2.
    ("invalid_client", 401, StepFailure.Reason.invalidClient),
    ("unauthorized_client", 400, .tokenRefused), ("unsupported_grant_type", 400, .tokenRefused),
  ])
  func `a rejection is told apart`(error: String, status: Int, reason: StepFailure.Reason) {
    expect(step(#"{"error":"\#(error)"}"#, status: status).failure?.reason, is: reason)
  }
}
