import HTTPMessages
import Step5TokenResponse
import TestSupport
import Testing
import Vocabulary

struct UnreadableAnswerTests {
  @Test func `an answer that breaks off anywhere gives no tokens`() throws {
    let bytes = Array(TestTokenResponse.good.utf8)
    for count in bytes.indices {
      let response = HTTPResponse(status: 200, body: Array(bytes[..<count]))
      let step = TokenResponse(
        response: response, requestedScope: Scope("a"), receivedAt: 0, origin: .live)
      let failure = try #require(step.failure, "\(count) bytes")
      expect(failure.reason, is: (count == 0 ? .bodyEmpty : .malformedJSON), "\(count) bytes")
    }
  }

  @Test(arguments: [
    ("", StepFailure.Reason.bodyEmpty), (" \r\n\t", .bodyEmpty),
    ("<!DOCTYPE html><html><body>Sign in</body></html>", .notJSON),
    ("access_token=a&b=c", .notJSON),
    ("Bad Request", .notJSON), ("\u{0}", .notJSON), ("'single'", .notJSON),
    ("{'access_token': 'a'}", .malformedJSON), ("{access_token: 1}", .malformedJSON),
    (#"{"access_token":"a","token_type":"Bearer"} x"#, .malformedJSON),
    (#"{"access_token":"a","token_type":"Bearer"}{}"#, .malformedJSON),
    ("{", .malformedJSON), ("{\"a\":\"\n\"}", .malformedJSON), (#"{"a":01}"#, .malformedJSON),
    (#"{"a":"\uD800"}"#, .malformedJSON),
    // RFC 8259 §2: any value may stand at the top; RFC 6749 §5.1 wants an object.
    ("[]", .wrongShape), ("[1, 2]", .wrongShape), ("\"text\"", .wrongShape), ("42", .wrongShape),
    ("-1.5e3", .wrongShape), ("true", .wrongShape), ("null", .wrongShape),
    (#"[{"access_token":"a","token_type":"Bearer"}]"#, .wrongShape),
    ("{}", .tokenMissing), (#"{"token_type":"Bearer"}"#, .tokenMissing),
    (#"{"access_token":"","token_type":"Bearer"}"#, .tokenMissing),
    (#"{"access_token":null,"token_type":"Bearer"}"#, .tokenMissing),
    (#"{"Access_Token":"a","token_type":"Bearer"}"#, .tokenMissing),
    (#"{"accessToken":"a","token_type":"Bearer"}"#, .tokenMissing),
    // RFC 6749 §5.1: token_type is required; §7.1: an unknown one must not be used.
    (#"{"access_token":"a"}"#, .tokenTypeUnknown),
    (#"{"access_token":"a","token_type":null}"#, .tokenTypeUnknown),
    (#"{"access_token":"a","token_type":"mac"}"#, .tokenTypeUnknown),
    (#"{"access_token":"a","token_type":"DPoP"}"#, .tokenTypeUnknown),
    (#"{"access_token":"a","token_type":"Bearer "}"#, .tokenTypeUnknown),
    (#"{"access_token":"a","token_type":""}"#, .tokenTypeUnknown),
    (#"{"access_token":"a","token_type":1}"#, .wrongShape),
    (#"{"access_token":1,"token_type":"Bearer"}"#, .wrongShape),
    (#"{"access_token":["a"],"token_type":"Bearer"}"#, .wrongShape),
  ])
  func `an answer that is no token response gives no tokens`(
    body: String, reason: StepFailure.Reason
  ) throws {
    let failure = try #require(TestTokenResponse.step(body).failure)
    expect(failure.reason, is: reason)
    expect(!failure.reference.heading.isEmpty)
  }

  static let wrongMembers: [(member: String, name: String)] =
    [
      // RFC 6749 Appendix A.14: expires-in = 1*DIGIT
      "-1", "3600.5", "2147483648", "1e19", "99999999999999999999", "true", "false", "[]", "[3600]",
      "{}", #""""#, #""soon""#, #""-1""#, #"" 3600""#, #""3600s""#, #""1e3""#, #""+3600""#,
      #""٣٦٠٠""#,
    ].map { (#""expires_in": \#($0)"#, "expires_in") } + [
      (#""scope": ["a", "b"]"#, "scope"), (#""scope": {}"#, "scope"), (#""scope": 1"#, "scope"),
      (#""refresh_token": 1"#, "refresh_token"), (#""refresh_token": ["a"]"#, "refresh_token"),
    ]

  @Test(arguments: wrongMembers)
  func `a member of the wrong type, or a lifetime that is no number of seconds, is named`(
    member: String, name: String
  ) throws {
    let failure = try #require(TestTokenResponse.with(", " + member).failure)
    expect(failure.reason, is: .wrongShape)
    expect(failure.message.contains(name))
  }

  @Test(arguments: [65, 600, 10_000])
  func `an answer that is nested too deeply is refused`(depth: Int) throws {
    for (open, close) in [("[", "]"), (#"{"a":"#, "}"), (#"[{"a":"#, "}]")] {
      let opened = String(repeating: open, count: depth)
      let closed = String(repeating: close, count: depth)
      for body in [opened, opened + "1" + closed] {
        expect(try #require(TestTokenResponse.step(body).failure).reason, is: .bodyTooLarge)
        // A member that nobody knows counts as well: all of the answer is read.
        let failure = try #require(TestTokenResponse.with(#", "deep": \#(body)"#).failure)
        expect(failure.reason, is: .bodyTooLarge)
        expect(failure.received.contains("more than 64 levels"))
      }
    }
  }

  @Test func `a body over the limit is not read`() throws {
    let padding = String(
      repeating: " ", count: TokenResponse.bodyLimit - TestTokenResponse.good.utf8.count)
    expect(TestTokenResponse.step(padding + TestTokenResponse.good).failure, is: nil)
    let failure = try #require(
      TestTokenResponse.step(" " + padding + TestTokenResponse.good).failure)
    expect(failure.reason, is: .bodyTooLarge)
    expect(failure.received.contains("\(TokenResponse.bodyLimit + 1) bytes"))
    for finding in failure.findings { expect(finding.value.utf8.count < 1_000) }
  }

  @Test func `bytes that are no UTF-8 give no tokens, and no bytes make anything crash`() throws {
    for body in [[0xFF, 0xFE, 0x7B], [0x7B, 0x22, 0xC3, 0x28, 0x22, 0x3A, 0x31, 0x7D]] as [[UInt8]]
    {
      let step = TokenResponse(
        response: HTTPResponse(status: 200, body: body), requestedScope: Scope("a"),
        receivedAt: 0, origin: .live)
      expect(step.failure != nil)
    }
    let seed: UInt64 = 0x5EED_0005
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<300 {
      var bytes = Array(TestTokenResponse.good.utf8)
      for _ in 0..<Int.random(in: 1...4, using: &generator) {
        bytes[Int.random(in: bytes.indices, using: &generator)] =
          UInt8.random(in: .min ... .max, using: &generator)
      }
      let step = TokenResponse(
        response: HTTPResponse(status: 200, body: bytes), requestedScope: Scope("a"),
        receivedAt: 0, origin: .live)
      if let tokens = try? step.output() {
        expect(!tokens.accessToken.value.isEmpty, "seed \(seed)")
        _ = step.run().outputs
      }
    }
  }
}
