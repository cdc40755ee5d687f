import HTTPMessages
import Step5TokenResponse
import TestSupport
import Testing
import Vocabulary

struct RefusalTests {
  private static func fitbit(_ type: String, _ message: String = "Why.") -> String {
    #"{"errors":[{"errorType":"\#(type)","message":"\#(message)"}],"success":false}"#
  }

  private static func rfc(_ error: String) -> String {
    #"{"error":"\#(error)","error_description":"Why."}"#
  }

  private static let google =
    #"{"error":{"code":403,"message":"The caller does not have permission","status":"PERMISSION_DENIED"}}"#

  @Test(
    arguments: [
      (fitbit("invalid_grant"), 400, StepFailure.Reason.invalidGrant),
      (fitbit("invalid_client"), 401, .invalidClient),
      (fitbit("invalid_request"), 400, .tokenRefused),
      (fitbit("insufficient_scope"), 403, .tokenRefused),
      (rfc("invalid_grant"), 400, .invalidGrant),
      (rfc("invalid_client"), 401, .invalidClient),
      (rfc("unsupported_grant_type"), 400, .tokenRefused),
      // Not RFC 6749 §5.2: there error is a string.
      (google, 403, .notTokenEndpoint), (#"{"error":{"code":401}}"#, 401, .notTokenEndpoint),
      (#"{"error":{}}"#, 400, .notTokenEndpoint), (#"{"errors":[{}]}"#, 400, .tokenRefused),
      (#"{"errors":[]}"#, 400, .tokenRefused), (#"{"errors":["x"]}"#, 400, .tokenRefused),
      (#"{"errors":"x"}"#, 400, .tokenRefused), (#"{"error":42}"#, 400, .tokenRefused),
      (#"{"message":"x"}"#, 400, .tokenRefused), ("{}", 403, .tokenRefused),
      // RFC 6749 §5.2 and the table of errors that passport-oauth2 met: 200 that carries an error.
      (rfc("invalid_grant"), 200, .invalidGrant), (fitbit("invalid_grant"), 200, .invalidGrant),
      (#"{"error":"x","access_token":"a","token_type":"Bearer"}"#, 200, .tokenRefused),
      // Statuses that say enough, whatever the body holds.
      (fitbit("system"), 410, .gone), ("", 410, .gone), ("<html>", 410, .gone),
      (TestTokenResponse.good, 410, .gone), (fitbit("system"), 429, .rateLimited),
      ("", 429, .rateLimited),
      (TestTokenResponse.good, 429, .rateLimited), ("", 500, .serverError),
      ("<html>", 502, .serverError),
      (fitbit("system"), 503, .serverError), (TestTokenResponse.good, 599, .serverError),
      // RFC 6749 §5.1: tokens come with status 200 only.
      (TestTokenResponse.good, 301, .tokenRefused), (TestTokenResponse.good, 302, .tokenRefused),
      (TestTokenResponse.good, 400, .tokenRefused), (TestTokenResponse.good, 401, .tokenRefused),
      (TestTokenResponse.good, 403, .tokenRefused), (TestTokenResponse.good, 201, .tokenRefused),
    ] as [(String, Int, StepFailure.Reason)])
  func `a rejection is understood in each of its shapes`(
    body: String, status: Int, reason: StepFailure.Reason
  ) throws {
    let failure = try #require(TestTokenResponse.step(body, status: status).failure)
    expect(failure.reason, is: reason)
    expect(failure.received.contains("\(status)"))
    expect(!failure.reference.heading.isEmpty)
  }

  @Test(
    arguments: [
      ("Redirect_uri mismatch: http://a/.", .redirectURI), ("Bad redirect URI", .redirectURI),
      ("Code verifier wrong", .verifier), ("PKCE verification failed", .verifier),
      ("Authorization code expired: abc.", .code),
      ("Bad Request", nil), ("Code or redirect wrong", nil),
      // Two are named: which one it is, is not.
      ("The authorization code or the redirect_uri is wrong", nil),
    ] as [(String, StepFailure.Cause?)])
  func `a cause that the server's words name is known`(
    words: String, cause: StepFailure.Cause?
  ) throws {
    for body in [
      Self.fitbit("invalid_grant", words),
      #"{"error":"invalid_grant","error_description":"\#(words)"}"#,
    ] { expect(try #require(TestTokenResponse.step(body, status: 400).failure).cause, is: cause) }
    let other = try #require(TestTokenResponse.step(Self.fitbit("invalid_client", words)).failure)
    expect(other.cause, is: nil)
  }

  @Test func `the server's own words are passed on`() throws {
    let message = "Authorization code expired: abc. Visit https://dev.fitbit.com/docs/oauth2"
    for (body, words) in [
      (Self.fitbit("invalid_grant", message), message), (Self.rfc("invalid_grant"), "Why."),
      (Self.google, "The caller does not have permission"), (Self.google, "PERMISSION_DENIED"),
    ] {
      let failure = try #require(TestTokenResponse.step(body, status: 400).failure)
      expect(failure.received.contains(words))
    }
  }

  @Test func `every member of an error body is found and explained`() throws {
    let body = """
      {"errors":[{"errorType":"system","fieldName":"n/a","message":"a"},{"message":"b"}],
      "success":false,"new":{"thing":1}}
      """
    let failure = try #require(TestTokenResponse.step(body, status: 400).failure)
    expect(
      failure.findings.map(\.name),
      is: [
        "errors[].errorType", "errors[].fieldName", "errors[].message", "errors[].message",
        "new.thing", "success",
      ])
    func unknown(_ failure: StepFailure, at server: AuthorizationServer) -> [String] {
      failure.findings.map { $0.explained(in: "token-response", at: server) }
        .filter { $0.meaning == Glossary.unknown && $0.reference == nil }.map(\.name)
    }
    expect(unknown(failure, at: .fitbit), is: ["new.thing"])
    let google = try #require(TestTokenResponse.step(Self.google, status: 403).failure)
    expect(google.findings.map(\.name), is: ["error.code", "error.message", "error.status"])
    expect(unknown(google, at: .googleHealth) + unknown(google, at: .fitbit), is: [])
  }

  @Test func `the time to wait is told where the server tells it, as a date or in seconds`() throws
  {
    let fields = [
      (["Retry-After"], "17"), (["Fitbit-Rate-Limit-Reset"], "17"), (["retry-after"], "17"),
      ([], "no time to wait"),
    ]
    for (names, expected) in fields {
      let step = TestTokenResponse.step("", status: 429, fields: names.map { HTTPField($0, "17") })
      expect(step.failure?.received.contains(expected), is: true, "\(names)")
    }
    // RFC 9110 §10.2.3: Retry-After is a date or a number of seconds.
    let date = HTTPField("Retry-After", "Sun, 22 Nov 2026 12:30:00 GMT")
    let failure = try #require(TestTokenResponse.step("", status: 429, fields: [date]).failure)
    expect(!failure.received.contains("GMT seconds"))
  }

  @Test(arguments: [301, 302, 400, 401, 403, 404, 418])
  func `a rejection without JSON gives no tokens and says what came`(status: Int) throws {
    for body in ["", "<html>Bad Request</html>", "Forbidden"] {
      let step = TestTokenResponse.step(body, status: status, type: "text/html")
      let failure = try #require(step.failure)
      expect([.bodyEmpty, .notJSON, .tokenRefused].contains(failure.reason))
      expect(failure.received.contains("text/html") || failure.received.contains("\(status)"))
    }
  }
}
