import Foundation
import HTTPMessages
import TestSupport
import Testing
import Transcript
import Vocabulary

/// A server may write anything anywhere; whatever it is, no secret of the run is kept.
struct ConcealmentTests {
  static let secret = "s3cr3t/Wert+x~9"
  static let token = "eyJhbGciOiJIUzI1NiJ9.e30.abc-DEF_123"
  static let refreshToken = "c643a63c072f0f05478e9d18b991db80"

  /// A token response with more in it.
  private static func body(_ more: String) -> String {
    #"{"access_token":"\#(token)","token_type":"Bearer","expires_in":28800,"#
      + #""refresh_token":"\#(refreshToken)","scope":"activity"\#(more)}"#
  }

  private func conceal(_ report: Report) throws -> Concealment {
    try Concealment(of: report, publicText: "", challenge: { _ in Guide.challenge + "0" })
  }

  /// The response of step 5 as it is kept.
  private func kept(
    _ body: String, status: Int = 200, fields: [HTTPField] = []
  ) async throws -> (text: String, response: HTTPResponse, remarks: [String]) {
    let report = try await SampleReport.make(
      secret: Self.secret, status: status, body: body, fields: fields)
    let conceal = try conceal(report)
    let (response, remarks) = conceal(
      HTTPResponse(status: status, fields: fields, body: Array(body.utf8)))
    let bytes = HTTPMessageText(response, remarks: remarks).bytes
    for secret in [
      Self.secret, Self.token, Self.refreshToken, Guide.verifier, Guide.code, Guide.state,
    ] {
      expect(SecretTraces.found(of: secret, in: bytes), is: [], "\(secret)")
    }
    try conceal.check(bytes)
    return (String(decoding: bytes, as: UTF8.self), response, remarks)
  }

  @Test func `the tokens of an ordinary answer have their names, and what is no secret stays`()
    async throws
  {
    let text = try await kept(Self.body("")).text
    expect(text.contains(#""access_token":"placeholder-for-access_token""#))
    expect(text.contains(#""refresh_token":"placeholder-for-refresh_token""#))
    expect(text.contains(#""token_type":"Bearer","expires_in":28800"#))
    let more =
      #","token_endpoint":"https://a.example/token","refresh_token_expires_in":15552000,"success":true"#
    let kept = try await self.kept(Self.body(more)).text
    expect(kept.contains(more))
  }

  @Test(arguments: ["plain", "percent", "percent, every byte", "json, every character", "hex"])
  func `an echo is replaced in whatever form`(form: String) async throws {
    let trace = try #require(SecretTraces.all(of: Self.secret)[form])
    for body in [
      #"{"errors":[{"errorType":"invalid_client","message":"Wrong: \#(trace)"}]}"#,
      #"{"\#(trace)":"\#(trace)"}"#, "<html>\(trace)</html>", trace,
      Self.body(#","debug":{"got":["\#(trace)"]}"#),
    ] {
      _ = try await kept(body, status: 401, fields: [HTTPField("X-Echo", trace)])
    }
  }

  @Test func `an echoed Basic header becomes that of the placeholder`() async throws {
    let pair = "ABC123:" + Form.encode(Self.secret)
    let basic = Data(pair.utf8).base64EncodedString()
    let text = try await kept("Received authorization header = Basic \(basic)", status: 401).text
    let wanted = Data("ABC123:placeholder-for-client_secret".utf8).base64EncodedString()
    expect(text.contains("header = Basic \(wanted)"))
  }

  @Test(arguments: [
    (#","id_token":"geheim-7""#, "geheim-7"), (#","session_key":"geheim-7""#, "geheim-7"),
    (#","device_secret":{"value":"geheim-7","n":1}"#, "geheim-7"),
    (#","tokens":["geheim-7","geheim-8"]"#, "geheim-8"), (#","new_password":"no""#, "\"no\""),
    (#","user_id":"7KLM""#, "7KLM"), (#","user_id":"7""#, "\"7\""), (#","user_id":4711"#, "4711"),
    (#","x":"who: jane.doe@example.org!""#, "jane.doe"),
    (#","x":"a9b8c7d6e5f4a9b8c7d6e5f4a9b8c7d6""#, "a9b8c7d6e5f4"),
    (#","x":"Ab1/Cd2+Ef3=Gh4.Ij5~Kl6-Mn7_Op8qRs9""#, "Op8qRs9"),
    (#","x":"see eyJhbGciOiJub25lIn0.eyJzdWIiOiIxIn0.""#, "eyJzdWIi"),
    (#","x":"{\"inner_token\":\"geheim-7\"}""#, "geheim-7"),
    (#","next":"https:\/\/a.example\/?otp_token=geheim-7&n=1""#, "geheim-7"),
    (
      #","next":"https://a.example/?u=https%3A%2F%2Fb.example%2F%3Fsession_token%3Dgeheim-7""#,
      "geheim-7"
    ),
  ])
  func `what looks like a secret or a person is replaced`(more: String, value: String) async throws
  {
    let (text, response, _) = try await kept(Self.body(more))
    expect(!text.contains(value), "\(text)")
    expect((try? JSONSerialization.jsonObject(with: Data(response.body))) != nil, "\(text)")
  }

  @Test func `credentials in header fields are replaced`() async throws {
    let fields = [
      HTTPField("Set-Cookie", "sid=geheim-7; Path=/; HttpOnly"), HTTPField("Set-Cookie", "a=b"),
      HTTPField("X-Auth-Token", "geheim-8"), HTTPField("Authorization", "Digest geheim-9"),
      HTTPField("X-Request-Id", "0b7d8f6e-1c2a-4d3b-9e8f-7a6b5c4d3e2f"),
      HTTPField("Link", "<https://a.example/?access_token=geheim-10>; rel=next"),
      HTTPField("Retry-After", "120"),
    ]
    let (text, response, _) = try await kept(Self.body(""), fields: fields)
    expect(!text.contains("geheim") && !text.contains("4d3b") && !text.contains("a=b"))
    expect(text.contains("sid=placeholder-for-cookie; Path=/; HttpOnly"))
    expect(response.fields.last, is: HTTPField("Retry-After", "120"))
    expect(response.fields.count, is: fields.count)
  }

  @Test func `what a body is measured by is corrected or left out, and that is said`() async throws
  {
    let body = Self.body("")
    let fields = [
      HTTPField("Content-Length", String(body.utf8.count)), HTTPField("ETag", "\"1\""),
      HTTPField("Repr-Digest", "sha-256=:x:"),
    ]
    let (_, response, remarks) = try await kept(body, fields: fields)
    expect(response.fields, is: [HTTPField("Content-Length", String(response.body.count))])
    expect(remarks.count == 2 && remarks[0].hasSuffix("ETag."))
    let fitting = [HTTPField("Content-Length", "2")] + fields.dropFirst()
    let untouched = try await kept("{}", status: 401, fields: fitting)
    expect(untouched.response.fields == fitting && untouched.remarks == [])
    let coded = try await kept("{}", fields: [HTTPField("Content-Encoding", "gzip")])
    expect(coded.response.fields == [] && coded.remarks.count == 1)
  }

  @Test func `a body that nobody can search is left out`() async throws {
    let report = try await SampleReport.make(secret: Self.secret)
    let large = [UInt8](repeating: 0x20, count: 1 << 17)
    for body in [[0x1F, 0x8B, 8, 0], [0xFF, 0xFE, 0x41, 0], large] as [[UInt8]] {
      let (response, remarks) = try conceal(report)(HTTPResponse(status: 200, body: body))
      expect(response.body.isEmpty && remarks.count == 1)
    }
  }

  @Test func `a body is read to its end, however odd it is`() async throws {
    for body in [
      #"{"access_token":"\#(Self.token)"#, #"{"access_token":"\#(Self.token)\"#, "\"", "{\"a\":",
      "access_token=\(Self.token)&x", "[[[[[[[[", #"{"access_token": 1e999999, "user_id": -}"#,
      String(repeating: "{\"token\":[", count: 3000), String(repeating: "%25", count: 3000) + "41",
    ] { _ = try await kept(body, status: 400) }
  }

  @Test func `a secret is replaced even where the run did not come to use it`() async throws {
    let report = try await SampleReport.make(query: "?error=geheim-geheim")
    let conceal = try Concealment(
      of: report, secrets: [("client_secret", "geheim-geheim")], publicText: "",
      challenge: { _ in nil })
    expect(conceal("?error=geheim-geheim"), is: "?error=placeholder-for-client_secret")
  }

  /// What takes long to read for a reader that looks back, or looks at everything twice.
  @Test(
    arguments: [
      "a=", "code=a&", "\"a\":\"", "[", "{\"token\":", "%25", "\\", "\"", "a='", "a=\"", "&amp;",
      "QUJD",
      "41", " \"x\" ", "@a.b", "eyJ.", "token=\"%22a%3D",
    ])
  func `no body takes long`(piece: String) async throws {
    let body = String(repeating: piece, count: 24_000 / piece.utf8.count)
    let clock = ContinuousClock()
    let report = try await SampleReport.make(secret: Self.secret, body: body)
    let time = clock.measure {
      _ = try? conceal(report)(HTTPResponse(status: 200, body: Array(body.utf8)))
      _ = Redaction(names: ["code", "token", "access_token", "client_secret"])(report)
    }
    // Looking at every pair of bytes would take hours.
    expect(time < .seconds(30), "\(piece)")
  }

  @Test func `a flood of values is refused, and what is still there is found`() async throws {
    let flood = (0..<1100).map { #""token\#($0)":"geheim-\#($0)""# }.joined(separator: ",")
    let report = try await SampleReport.make(secret: Self.secret, body: "{\(flood)}")
    #expect(throws: Concealment.Fault.tooMany) { try conceal(report) }
    let concealed = try conceal(try await SampleReport.make(secret: Self.secret))
    #expect(throws: Concealment.Fault.stillThere(placeholder: "placeholder-for-client_secret")) {
      try concealed.check(Array("x \(Self.secret)".utf8))
    }
  }

  @Test(arguments: ["state", "code", "S256", "abc", "Bearer", "oken"])
  func `a secret that is an ordinary word is refused`(secret: String) async throws {
    let report = try await SampleReport.make(secret: secret)
    #expect(throws: Concealment.Fault.ordinary(name: "client_secret")) { try conceal(report) }
  }

  @Test func `a verifier's placeholder is a verifier, and the challenge is its own`() async throws {
    let report = try await SampleReport.make()
    var asked: [String] = []
    let conceal = try Concealment(
      of: report, publicText: "",
      challenge: { verifier in
        asked.append(verifier)
        return "challenge-of-the-placeholder"
      })
    let verifier = try #require(conceal.placeholder(for: Guide.verifier))
    #expect(throws: Never.self) { try CodeVerifier(verifier) }
    expect(asked, is: [verifier])
    let request = try #require(report.steps[1].sends)
    expect(conceal(request).query?.value(of: "code_challenge"), is: "challenge-of-the-placeholder")
  }
}
