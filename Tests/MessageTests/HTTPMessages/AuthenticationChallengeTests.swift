import TestSupport
import Testing

@testable import HTTPMessages

struct AuthenticationChallengeTests {
  private func read(_ values: String...) -> [[String: String]] {
    AuthenticationChallenge.all(in: values.map { HTTPField("www-Authenticate", $0) }).map {
      $0.parameters.merging(["scheme": $0.scheme]) { first, _ in first }
    }
  }

  @Test func `the examples of the specifications are read`() {
    // RFC 6750 §3.
    expect(
      read(
        #"Bearer realm="example", error="invalid_token", error_description="The access token expired""#
      ),
      is: [
        [
          "scheme": "Bearer", "realm": "example", "error": "invalid_token",
          "error_description": "The access token expired",
        ]
      ])
    // RFC 9110 §11.6.1.
    expect(
      read(#"Basic realm="simple", Newauth realm="apps", type=1, title="Login to \"apps\"""#),
      is: [
        ["scheme": "Basic", "realm": "simple"],
        ["scheme": "Newauth", "realm": "apps", "type": "1", "title": #"Login to "apps""#],
      ])
  }

  @Test func `spaces, empty elements and repeated fields are those of a list`() {
    expect(
      read(#" , Bearer  Error = "a" ,, scope=b, "#, "Basic"),
      is: [["scheme": "Bearer", "error": "a", "scope": "b"], ["scheme": "Basic"]])
    expect(read("Bearer error=first, error=second"), is: [["scheme": "Bearer", "error": "first"]])
  }

  @Test(arguments: [
    "", ",", "=", "\"", "Bearer error=\"", #"Bearer error="a\"#, "Bearer =", "Bearer error==",
    "Negotiate YWJj==", "\u{301}", "Bearer \u{0}=\u{0}", #"Bearer a="b"c="d""#,
  ])
  func `what is malformed ends the reading, and never fails`(value: String) {
    expect(read(value).count <= 2)
  }
}

struct RefusalReadingTests {
  private func read(_ status: Int, _ body: String, _ challenge: String? = nil) -> ErrorResponse? {
    ErrorResponse(
      of: HTTPResponse(
        status: status, fields: challenge.map { [HTTPField("WWW-Authenticate", $0)] } ?? [],
        body: Array(body.utf8)))
  }

  @Test(
    arguments: [
      // Fitbit's guide, RFC 6749 §5.2, the error model of Google's APIs, and RFC 6750 §3.
      (403, #"{"errors":[{"errorType":"insufficient_scope","message":"Why."}]}"#, nil),
      (403, #"{"error":"insufficient_scope","error_description":"Why."}"#, nil),
      (403, #"{"error":{"code":403,"message":"Why.","status":"insufficient_scope"}}"#, nil),
      (403, "", #"Bearer error="insufficient_scope", error_description="Why.""#),
      (403, "<html>", #"Basic, Bearer error=insufficient_scope, error_description="Why.""#),
      (
        403, #"{"error":"insufficient_scope"}"#,
        #"Bearer error="insufficient_scope", error_description="Why.""#
      ),
    ] as [(Int, String, String?)])
  func `each shape is the same rejection`(status: Int, body: String, challenge: String?) {
    let rejection = read(status, body, challenge)
    expect(rejection?.kind, is: "insufficient_scope")
    expect(rejection?.explanation, is: "Why.")
  }

  @Test func `the scope that is needed is read from header or body`() {
    expect(
      read(403, "", #"Bearer error="insufficient_scope", scope="profile""#)?.scope, is: "profile")
    expect(read(403, #"{"error":"insufficient_scope","scope":"profile"}"#)?.scope, is: "profile")
  }

  @Test func `a challenge about something else explains nothing`() {
    let rejection = read(401, #"{"error":"a"}"#, #"Bearer error="b", error_description="Why.""#)
    expect(rejection?.kind == "a" && rejection?.explanation == nil)
  }

  @Test func `a success is no rejection`() {
    expect(read(200, #"{"access_token":"a","error":null}"#), is: nil)
    expect(read(200, "{}", "Bearer error=invalid_token"), is: nil)
    expect(read(401, "", #"Bearer realm="x""#), is: nil)
  }
}
