import HTTPMessages
import TestSupport
import Testing
import TokenUse
import Vocabulary

/// Refusals at the API, at introspection and at revocation: RFC 6750 §3.1, RFC 7662 §2.3, RFC 7009 §2.2.1.
struct TokenUseRefusalTests {
  private func response(_ status: Int, _ body: String, _ challenge: String?) -> HTTPResponse {
    HTTPResponse(
      status: status, fields: challenge.map { [HTTPField("WWW-Authenticate", $0)] } ?? [],
      body: Array(body.utf8))
  }

  @Test(
    arguments: [
      (401, #"{"error":"invalid_client"}"#, #"Basic error="invalid_client""#),
      (
        401, #"{"errors":[{"errorType":"invalid_client","message":"Client secret invalid."}]}"#, nil
      ),
      (400, #"{"error":"invalid_client"}"#, nil), (401, "", #"Basic realm="x""#),
    ] as [(Int, String, String?)])
  func `a client that is refused is not a token that is refused`(
    status: Int, body: String, challenge: String?
  ) {
    let response = response(status, body, challenge)
    let failures = [
      RevocationResponse(response: response, origin: .live).failure,
      IntrospectionResponse(response: response, origin: .live).failure,
    ]
    for failure in failures {
      expect(failure?.reason, is: .invalidClient)
      expect(failure?.why.contains("as valid as before"), is: true)
    }
    expect(failures.map { $0?.reference }, is: [.rfc7009("2.2.1"), .rfc7662("2.3")])
  }

  @Test(
    arguments: [
      (#"{"error":"insufficient_scope","scope":"profile"}"#, nil),
      ("", #"Bearer error="insufficient_scope", scope="profile""#),
    ] as [(String, String?)])
  func `a scope that does not suffice is recognized and named`(body: String, challenge: String?) {
    let failure = ResourceResponse(response: response(403, body, challenge), origin: .live).failure
    expect(failure?.reason, is: .scopeInsufficient)
    expect(failure?.received, is: "status 403, insufficient_scope, scope profile")
  }

  @Test func `the server's own words are received, and in the sentence`() {
    let body = #"{"error":"invalid_request","error_description":"client_secret: Field required"}"#
    let failure = RevocationResponse(response: response(400, body, nil), origin: .live).failure
    expect(failure?.reason, is: .tokenRefused)
    expect(
      failure?.received, is: "status 400, invalid_request, client_secret: Field required")
    expect(failure?.message.contains("invalid_request: client_secret: Field required"), is: true)
  }

  @Test func `words of the header are shown too`() {
    let challenge = #"Bearer error="invalid_token", error_description="The access token expired""#
    let failure = ResourceResponse(response: response(401, "", challenge), origin: .live).failure
    expect(failure?.reason, is: .tokenInvalid)
    expect(failure?.received, is: "status 401, invalid_token, The access token expired")
  }
}
