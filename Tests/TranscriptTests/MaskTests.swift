import Foundation
import HTTPMessages
import TestSupport
import Testing
import Transcript
import Vocabulary

/// Only what is known to be no secret is shown, and that is enough to see what a server said.
struct MaskTests {
  /// A run whose last response is given, masked, in every format.
  private func shown(
    _ body: String, status: Int = 400, fields: [HTTPField] = [],
    query: String = SampleReport.query, style: Placeholder.Style = .screen
  ) async throws -> [String: String] {
    let report = try await SampleReport.make(
      query: query, status: status, body: body, fields: fields)
    return SampleReport.renderings(
      of: Mask(report.steps, coverage: .everything, style: style)(report))
  }

  /// The body in the JSON document, as it is shown.
  private func body(_ body: String, style: Placeholder.Style = .screen) async throws -> String {
    let report = try await SampleReport.make()
    let response = Mask(report.steps, coverage: .everything, style: style)(
      HTTPResponse(status: 400, body: Array(body.utf8)))
    return String(decoding: response.body, as: UTF8.self)
  }

  @Test(arguments: [
    #"{"status":0,"body":{"access_token":"a075f8c14fb8df40","refresh_token":"f631236f02b9"}}"#,
    #"{"data":{"access_token":"a075f8c14fb8df40"}}"#,
    #"{"error":{"refresh_token":"f631236f02b9"}}"#,
    #"{"ok":true,"authed_user":{"access_token":"a075f8c14fb8df40","x":{"y":"f631236f02b9"}}}"#,
    #"{"accessToken":"a075f8c14fb8df40","refreshToken":"f631236f02b9"}"#,
    #"{"id_token":"a075f8c14fb8df40","client_secret":"f631236f02b9"}"#,
    #"{"tokens":["a075f8c14fb8df40","f631236f02b9"]}"#,
    #"{"session_key":{"value":"a075f8c14fb8df40","n":"f631236f02b9"}}"#,
    #"{"next":"https:\/\/a.example\/?otp_token=a075f8c14fb8df40&n=f631236f02b9"}"#,
    #"{"inner":"{\"token\":\"a075f8c14fb8df40\"}"}"#,
    "{'access_token': 'a075f8c14fb8df40'}", "{ access_token: 'a075f8c14fb8df40' }",
    "<access_token>a075f8c14fb8df40</access_token>", #"{"access_token":"a075f8c14fb8df40"#,
    "access_token=a075f8c14fb8df40&refresh_token=f631236f02b9",
  ])
  func `a token is hidden however it is named, nested, or written`(body: String) async throws {
    for style in [Placeholder.Style.screen, .recording] {
      for (format, text) in try await shown(body, status: 200, style: style) {
        expect(!text.contains("a075f8c1") && !text.contains("f631236f"), "\(format): \(text)")
      }
    }
  }

  @Test func `cookies and credentials in header fields are hidden, attributes are shown`()
    async throws
  {
    let fields = [
      HTTPField("Set-Cookie", "sid=c00kie-7; Path=/; HttpOnly"),
      HTTPField("Set-Cookie", "c00kie-8"),
      HTTPField("X-Auth-Token", "c00kie-9"), HTTPField("X-Request-Id", "0b7d8f6e-1c2a-4d3b-9e8f"),
      HTTPField("Authorization", "Digest c00kie-6"),
      HTTPField("Link", "<https://a.example/?access_token=c00kie-5>; rel=next"),
    ]
    for (format, text) in try await shown("{}", fields: fields) {
      expect(!text.contains("c00kie") && !text.contains("4d3b"), "\(format)")
    }
    let text = try await shown("{}", fields: fields)["text"] ?? ""
    expect(text.contains("Set-Cookie: sid=<cookie hidden>; Path=/; HttpOnly"))
    expect(text.contains("X-Request-Id: <hidden string of 23 characters>"))
  }

  @Test(arguments: [
    #"{"errors":[{"errorType":"invalid_client","message":"Invalid authorization header. Client secret invalid. Visit https://dev.fitbit.com/docs/oauth2 for more information on the Fitbit Web API authorization process."}],"success":false}"#,
    #"{"error":"invalid_grant","error_description":"The code has expired (RFC 6749 §5.2).","error_uri":"https://a.example/docs/errors/invalid-grant"}"#,
    #"{"error":{"code":403,"message":"Request had insufficient authentication scopes.","status":"PERMISSION_DENIED"}}"#,
    #"{"active":true,"scope":"{ACTIVITY=READ_WRITE, SLEEP=READ}","client_id":"ABC123","user_id":"7KLMNP","token_type":"access_token","exp":1795435200000,"iat":1795406400000}"#,
    #"{"user":{"displayName":"Jane D.","encodedId":"7KLMNP","memberSince":"2020-02-29","timezone":"Europe/Berlin"}}"#,
    #"{"activities-steps":[{"dateTime":"2026-11-26","value":"4711"}]}"#,
    #"{"sub":"110169484474386276334","email":"jane@example.org","email_verified":true,"locale":"de"}"#,
    #"{"scopes_supported":["openid","https://www.googleapis.com/auth/fitness.activity.read"],"token_endpoint":"https://a.example/oauth2/token"}"#,
    #"{"issuer":"https://a.example/realms/b","check_session_iframe":"https://a.example/realms/b/login-status.html","end_session_endpoint":"https://a.example/realms/b/logout"}"#,
    #"{"novel":true,"count":3,"ratio":-1.5e3,"mood":"cheerful","nothing":null,"deviceName":{"brandName":"Aria"}}"#,
    #"{"iat":"2026-11-26T01:02:03.250417+01:00"}"#,
  ])
  func `an ordinary response stays as it is`(body: String) async throws {
    expect(try await self.body(body), is: body)
  }

  @Test(arguments: [
    ("Date", "Thu, 26 Nov 2026 01:44:08 GMT"), ("Content-Type", "application/json;charset=utf-8"),
    ("Cache-Control", "no-store, private, max-age=0"), ("Server", "nginx/1.25.3"),
    ("Strict-Transport-Security", "max-age=31536000; includeSubDomains"), ("Via", "1.1 google"),
    ("WWW-Authenticate", #"Bearer realm="api", error="invalid_token""#), ("Retry-After", "120"),
    ("Last-Modified", "Wed, 21 Oct 2015 07:28:00 GMT"), ("Allow", "GET, POST"), ("Age", "24"),
    ("Fitbit-Rate-Limit-Remaining", "149"), ("X-Frame-Options", "SAMEORIGIN"),
    ("Location", "https://auth.example.com/v2/token"), ("Content-Language", "de-DE, en-CA"),
    ("Access-Control-Allow-Credentials", "true"), ("Access-Control-Allow-Origin", "*"),
  ])
  func `an ordinary header field stays as it is`(name: String, value: String) async throws {
    let report = try await SampleReport.make()
    let response = Mask(report.steps, coverage: .everything)(
      HTTPResponse(status: 200, fields: [HTTPField(name, value)]))
    expect(response.fields, is: [HTTPField(name, value)])
  }

  @Test(arguments: [
    (#"{"trace":"two words"}"#, #"{"trace":"<hidden string of 9 characters>"}"#),
    (#"{"trace":"abc123"}"#, #"{"trace":"<hidden string of 6 characters>"}"#),
    (#"{"trace":["a","b"]}"#, #"{"trace":"<hidden array of 2 values>"}"#),
    (#"{"trace":[1]}"#, #"{"trace":"<hidden array of 1 value>"}"#),
    (#"{"trace":12345678901234567890}"#, #"{"trace":"<hidden number of 20 characters>"}"#),
    (
      #"{"trace":[{"a":65},{"a":66}]}"#,
      #"{"trace":[{"a":"<hidden number of 2 characters>"},{"a":"<hidden number of 2 characters>"}]}"#
    ),
    (#"{"A1b2C3d4E5f6G7h8I9j0":1}"#, #"{"<hidden name of 20 characters>":1}"#),
    (
      #"{"error":"x","error_description":"Got A1b2C3d4E5 f6G7h8I9j0, sorry"}"#,
      #"{"error":"x","error_description":"Got <hidden text of 20 characters>, sorry"}"#
    ),
    (
      #"{"trace":"https://a.example/t/A1b2C3d4E5f6G7h8I9j0/x"}"#,
      #"{"trace":"https://a.example/t/<hidden text of 20 characters>/x"}"#
    ),
    (
      #"{"trace":"https://a.example/?page=2&q=abc123"}"#,
      #"{"trace":"https://a.example/?page=2&q=<hidden string of 6 characters>"}"#
    ),
    (#"{"pin":1234}"#, #"{"pin":"<pin hidden>"}"#),
  ])
  func `any other value is replaced by its type and length`(
    body: String, shown: String
  ) async throws {
    expect(try await self.body(body), is: shown)
  }

  @Test func `a value that yields the verifier is hidden with it`() async throws {
    let texts = try await shown("{}")
    let hex = Array(Guide.verifier.utf8).map { String(format: "%02x", $0) }.joined()
    for (format, text) in texts {
      for secret in [Guide.verifier, hex, Guide.code, Guide.clientSecret, "QUJDMTIzOkRFRjQ1Ng=="] {
        expect(!text.contains(secret), "\(secret) in \(format)")
      }
    }
    expect(texts["text"]?.contains("Authorization: Basic <client_secret hidden>"), is: true)
    expect(texts["text"]?.contains("openssl"), is: false)
    // What was made public is shown.
    expect(texts["text"]?.contains(Guide.challenge), is: true)
    expect(texts["text"]?.contains(Guide.state), is: true)
  }

  @Test func `a redirect that is not a URL is hidden as a whole`() async throws {
    let report = try await SampleReport.make()
    let mask = Mask(report.steps, coverage: .everything)
    expect(mask(Redirect(url: "SplxlOBeZQQYbYS6WxSbIA")).url, is: "<redirect hidden>")
    expect(
      mask(Redirect(url: "com.example.app:/cb?code=abc&state=s1")).url,
      is: "com.example.app:/cb?code=<code hidden>&state=s1")
    expect(
      mask(Redirect(url: "https://jane:pass@a.example/cb#access_token=abc&expires_in=3600")).url,
      is:
        "https://<hidden text of 9 characters>@a.example/cb#access_token=<access_token hidden>&expires_in=3600"
    )
  }

  @Test func `a body that is not text, or larger than any response of OAuth, is hidden`()
    async throws
  {
    let report = try await SampleReport.make()
    let mask = Mask(report.steps, coverage: .everything)
    for body in [[0x1F, 0x8B, 8, 0], [UInt8](repeating: 0x20, count: 1 << 17)] as [[UInt8]] {
      let shown = String(decoding: mask(HTTPResponse(status: 200, body: body)).body, as: UTF8.self)
      expect(shown, is: "<hidden body of \(body.count) characters>")
    }
  }

  @Test func `a recording has placeholders that can be sent again`() async throws {
    let report = try await SampleReport.make()
    var mask = Mask(report.steps, coverage: .everything, style: .recording)
    let verifier = try #require(mask.placeholder(for: Guide.verifier))
    #expect(throws: Never.self) { try CodeVerifier(verifier) }
    mask.replace(Guide.challenge, with: "challenge-of-the-placeholder")
    let sent = try #require(report.steps[1].sends)
    expect(mask(sent).query?.value(of: "code_challenge"), is: "challenge-of-the-placeholder")
    expect(mask(sent).query?.value(of: "state"), is: "placeholder-for-state")
    expect(mask(sent).query?.value(of: "redirect_uri"), is: Guide.redirectURI)
    let request = mask(try #require(report.steps[3].sends))
    let basic = Data("ABC123:placeholder-for-client_secret".utf8).base64EncodedString()
    expect(request.fields.value(of: "Authorization"), is: "Basic \(basic)")
    expect(request.form?.value(of: "code"), is: "placeholder-for-code")
    let answer = try await body(
      #"{"access_token":"a1","refresh_token":"r1","user_id":"7KLMNP","expires_in":28800}"#,
      style: .recording)
    expect(
      answer,
      is:
        #"{"access_token":"placeholder-for-access_token","refresh_token":"placeholder-for-refresh_token","user_id":"placeholder-for-user_id","expires_in":28800}"#
    )
  }

  @Test func `nothing is hidden from a person who asks for it`() async throws {
    let report = try await SampleReport.make()
    expect(Mask(report.steps, coverage: .nothing)(report), is: report)
  }

  /// What takes long to read for a reader that looks back, or looks at everything twice.
  @Test(
    arguments: [
      "a=", "code=a&", "\"a\":\"", "[", "{\"token\":", "%25", "\\", "\"", "a='", "&amp;", "QUJD",
      "41", " \"x\" ", "@a.b", "eyJ.", "token=\"%22a%3D", "https://", "https://a?b=", "a/",
    ])
  func `every body has an end`(piece: String) async throws {
    let text = String(repeating: piece, count: 30_000 / piece.utf8.count)
    _ = try await body(text)
    _ = try await body(#"{"error":"x","error_description":\#(JSONText.string(text).text)}"#)
  }
}
