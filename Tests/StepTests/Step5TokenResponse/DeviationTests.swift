import HTTPMessages
import Step5TokenResponse
import TestSupport
import Testing
import Vocabulary

/// Where a token response departs from RFC 6749 §5.1 and §5.2.
struct DeviationTests {
  private func departures(
    _ body: String, status: Int = 200, fields: [HTTPField] = DeviationTests.usual
  ) -> [Departure] {
    TokenResponse(
      response: HTTPResponse(status: status, fields: fields, body: Array(body.utf8)),
      requestedScope: Scope("read"), receivedAt: 0, origin: .live
    ).run().departures
  }

  private static let usual = [
    HTTPField("Content-Type", "application/json;charset=UTF-8"),
    HTTPField("Cache-Control", "no-store"), HTTPField("Pragma", "no-cache"),
  ]

  /// The example of RFC 6749 §5.1 without its example_parameter.
  private static let good =
    #"{"access_token":"2YotnFZFEjr1zCsicMWpAA","token_type":"Bearer","expires_in":3600,"refresh_token":"tGzv3JOkF0XG5Qx2TlKWIA"}"#

  /// The example of RFC 6749 §5.1, that of §5.2, and what is not judged by members that it lacks.
  static let faultless = [
    (good, 200), (#"{"error":"invalid_request"}"#, 400), ("", 200), ("<html>", 200), ("[]", 200),
    ("{", 200),
  ]

  @Test(arguments: faultless)
  func `the RFC's own answers, and what is no answer at all, depart from nothing`(
    body: String, status: Int
  ) {
    expect(departures(body, status: status), is: [])
  }

  @Test(arguments: [
    // RFC 6749 §5.1: the case of token_type does not count, expires_in may be missing, and §8.2 lets a server
    // add members; the RFC's own example has one.
    (
      #"{"access_token":"2Yo","token_type":"example","expires_in":3600,"example_parameter":"v"}"#,
      []
    ),
    (#"{"access_token":"a","token_type":"bearer","expires_in":"3600"}"#, ["expires_in"]),
    (#"{"access_token":"a","token_type":"Bearer"}"#, []),
    (
      #"{"access_token":"a","token_type":"Bearer","expires_in":1,"user_id":"U","id_token":"x"}"#,
      []
    ),
    // RFC 6750 §2.1: a Bearer header holds no bar; RFC 6749 Appendix A.17: a refresh token no line break.
    (#"{"access_token":"a|b","token_type":"Bearer"}"#, ["bearer token"]),
    (#"{"access_token":"a","token_type":"Bearer","refresh_token":"a\nb"}"#, ["refresh_token"]),
    // RFC 6749 §5.2: no quotation mark, no backslash.
    (
      #"{"error":"invalid_grant","error_description":"say \"no\""}"#,
      ["error_description", "status 200"]
    ),
    (#"{"error":"invalid_grant"}"#, ["status 200"]),
    (
      #"{"errors":[{"errorType":"invalid_grant"}],"success":false}"#,
      ["specified form", "status 200"]
    ),
    (
      #"{"error":{"code":403,"status":"PERMISSION_DENIED"}}"#, ["specified form", "status 200"]
    ),
    (#"{"error":"odd_one"}"#, ["odd_one", "status 200"]),
    // RFC 6750 §3.1 has it for APIs only.
    (#"{"error":"invalid_token"}"#, ["invalid_token", "status 200"]),
    // RFC 8628 §3.5.
    (#"{"error":"slow_down"}"#, ["status 200"]),
  ])
  func `each departure is told`(body: String, words: [String]) {
    let found = departures(body)
    expect(found.count, is: words.count)
    for (departure, word) in zip(found, words) {
      expect(departure.text.contains(word))
      expect(!departure.reference.heading.isEmpty)
    }
  }

  @Test func `header fields count too`() {
    let bare = departures(Self.good, fields: [])
    expect(bare.map(\.reference), is: [.rfc6749("5.1"), .rfc6749("5.1")])
    let unauthorized = departures(#"{"error":"invalid_client"}"#, status: 401)
    expect(unauthorized.map(\.reference), is: [.rfc9110("15.5.2")])
  }
}
