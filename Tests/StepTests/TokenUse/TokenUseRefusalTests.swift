import HTTPMessages
import Step5TokenResponse
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
      expect(failure?.why.contains("may still be valid"), is: true)
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

  @Test func `where the client authenticates, a 401 says nothing of the token`() {
    // RFC 7662 §2.3 and RFC 7009 §2.2.1: as RFC 6749 §5.2 has it, for the client.
    for scheme in ["Basic", nil] as [String?] {
      for rejection in ["", #"{"error":"unauthorized_client"}"#] {
        let answer = response(401, rejection, nil)
        let revocation = RevocationResponse(response: answer, origin: .live)
        let introspection = IntrospectionResponse(response: answer, origin: .live)
        let runs = [
          scheme.map(revocation.expecting)?.run() ?? revocation.run(),
          scheme.map(introspection.expecting)?.run() ?? introspection.run(),
        ]
        for run in runs {
          expect(run.failure?.reason, is: .invalidClient)
          // RFC 9110 §15.5.2: a 401 names a scheme.
          expect(run.departures.map(\.reference).contains(.rfc9110("15.5.2")))
        }
      }
    }
    // RFC 7662 §2.3: who shows a token there is answered as RFC 6750 §3 has it.
    let bearer = IntrospectionResponse(response: response(401, "", nil), origin: .live)
      .expecting("Bearer").run()
    expect(bearer.failure?.reason, is: .tokenInvalid)
  }

  @Test(arguments: [
    // RFC 7009 §2.2: 200, whatever is in the body; what else means success is a departure.
    (200, "", 0), (200, "{}", 0), (200, "OK", 0), (204, "", 1),
    (400, #"{"error":"invalid_token"}"#, 1),
  ])
  func `a revocation that has reached its aim goes well`(status: Int, body: String, departures: Int)
  {
    let run = RevocationResponse(response: response(status, body, nil), origin: .live).run()
    expect(run.failure?.reason, is: nil)
    expect(run.departures.count, is: departures, body)
    expect(run.outputs.filter(\.name.isEmpty).count, is: 0)
  }

  @Test func `a token that the server does not revoke is alive`() {
    // RFC 7009 §2.2.1: unsupported_token_type; with 503 the client must assume that the token still exists.
    let refused = RevocationResponse(
      response: response(400, #"{"error":"unsupported_token_type"}"#, nil), origin: .live
    ).failure
    expect(refused?.cause, is: .tokenTypeNotRevoked)
    expect(refused?.reference, is: .rfc7009("2.2.1"))
    let busy = RevocationResponse(response: response(503, "", nil), origin: .live).failure
    expect(busy?.why.contains("still valid"), is: true)
  }

  @Test(arguments: [
    ("application/token-introspection+jwt", "eyJhbGciOiJub25lIn0.e30.", Reference.rfc9701("4")),
    ("text/html", "<html>", .rfc7662("2.2")), ("application/json", "[]", .rfc7662("2.2")),
    ("application/json", "", .rfc7662("2.2")), ("application/json", "{", .rfc7662("2.2")),
  ])
  func `an introspection that cannot be read is none`(
    type: String, body: String, reference: Reference
  ) {
    let answer = HTTPResponse(
      status: 200, fields: [HTTPField("Content-Type", type)], body: Array(body.utf8))
    let failure = IntrospectionResponse(response: answer, origin: .live).failure
    expect(failure?.reason, is: .notJSON)
    expect(failure?.reference, is: reference)
  }

  @Test(arguments: [
    // RFC 6750 §3.1.
    ("invalid_request", 400), ("invalid_token", 401), ("insufficient_scope", 403),
  ])
  func `an API's error has its status`(error: String, status: Int) {
    for received in [400, 401, 403] {
      let challenge = "Bearer error=\"\(error)\""
      let run = ResourceResponse(response: response(received, "", challenge), origin: .live).run()
      expect(run.departures.map(\.reference), is: received == status ? [] : [.rfc6750("3.1")])
    }
  }

  @Test(
    arguments: [
      // RFC 6749 §5.2, a client that authenticated by Basic: 401, and a challenge of its scheme, which has a
      // realm (RFC 7617 §2).
      (401, #"Basic realm="x""#, "invalid_client", []),
      (401, #"basic realm="x""#, "invalid_client", []),
      (401, #"Basic error="x""#, "invalid_client", [.rfc7617("2")]),
      (401, #"Bearer realm="x""#, "invalid_client", [.rfc6749("5.2")]),
      (401, nil, "invalid_client", [.rfc9110("15.5.2")]),
      (400, nil, "invalid_client", [.rfc6749("5.2")]),
      (401, #"Basic realm="x""#, "invalid_grant", [.rfc6749("5.2")]),
      (400, nil, "invalid_grant", []), (403, nil, "invalid_grant", [.rfc6749("5.2")]),
    ] as [(Int, String?, String, [Reference])])
  func `a rejection has the status and the challenge of its error`(
    status: Int, challenge: String?, error: String, expected: [Reference]
  ) {
    let fields =
      [HTTPField("Content-Type", "application/json")]
      + (challenge.map { [HTTPField("WWW-Authenticate", $0)] } ?? [])
    let answer = HTTPResponse(
      status: status, fields: fields, body: Array("{\"error\":\"\(error)\"}".utf8))
    let token = TokenResponse(
      response: answer, requestedScope: nil, receivedAt: 0, origin: .live)
    let revocation = RevocationResponse(response: answer, origin: .live)
    expect(token.expecting("Basic").run().departures.map(\.reference), is: expected)
    expect(revocation.expecting("Basic").run().departures.map(\.reference), is: expected)
  }
}
