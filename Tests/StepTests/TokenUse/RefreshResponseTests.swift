import HTTPMessages
import Step5TokenResponse
import TestSupport
import Testing
import TokenUse
import Vocabulary

struct RefreshResponseTests {
  private func read(_ status: Int, _ body: String) -> RefreshResponse {
    RefreshResponse(
      response: HTTPResponse(status: status, body: Array(body.utf8)),
      grantedScope: Scope("activity profile"), receivedAt: 1_795_348_800, origin: .given)
  }

  @Test func `without a scope what was granted stays, and without a refresh token there is none`()
    throws
  {
    // RFC 6749 §5.1: a scope that is the same need not be named.
    let tokens = try read(
      200, #"{"access_token":"a","token_type":"Bearer","refresh_token":"r"}"#
    ).output()
    expect(tokens.accessToken.value == "a" && tokens.refreshToken?.value == "r")
    expect(tokens.scope, is: Scope("activity profile"))
    // RFC 6749 §6: whether a new refresh token is issued is up to the server.
    let rotated = try read(
      200, #"{"access_token":"a","token_type":"Bearer","scope":"profile"}"#
    ).output()
    expect(rotated.refreshToken == nil && rotated.scope == Scope("profile"))
  }

  @Test func `a refused grant is a refused refresh token`() {
    let failure = #expect(throws: StepFailure.self) {
      try read(400, #"{"error":"invalid_grant"}"#).output()
    }
    expect(failure?.reason, is: .refreshRefused)
  }

  @Test func `both ways of setting it up give the same step`() {
    let response = HTTPResponse(status: 200, body: [])
    let step = RefreshResponse(
      response: TokenResponse(
        response: response, requestedScope: Scope("activity profile"), receivedAt: 1_795_348_800,
        origin: .given))
    expect(step.inputs == read(200, "").inputs && step.run().message == read(200, "").run().message)
  }
}
