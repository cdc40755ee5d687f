import HTTPMessages
import TestSupport
import Testing
import Transcript
import Vocabulary

struct RedactionTests {
  static let secret = "s3cr3t/Wert +äöü&%~"
  /// The same as `urllib.parse.quote(secret, safe="*-._")` writes it, the tilde encoded.
  static let encoded = "s3cr3t%2FWert%20%2B%C3%A4%C3%B6%C3%BC%26%25%7E"
  /// base64 of `ABC123:` and the encoded secret, and of `ABC123:` and the secret as it is.
  static let basics = [
    "QUJDMTIzOnMzY3IzdCUyRldlcnQlMjAlMkIlQzMlQTQlQzMlQjYlQzMlQkMlMjYlMjUlN0U=",
    "QUJDMTIzOnMzY3IzdC9XZXJ0ICvDpMO2w7wmJX4=",
  ]

  /// Every name that the glossary calls secret.
  static let allNames = Set(Glossary.entries.flatMap(\.entries).filter(\.isSecret).map(\.name))

  private func expectNoTrace(
    of texts: [String], in report: Report, file: StaticString = #filePath, line: Int = #line
  ) {
    for (format, rendering) in SampleReport.renderings(of: report) {
      for text in texts {
        // Bytes, since a combining mark would hide the text from a search among Characters.
        let isThere = !Array(rendering.utf8).ranges(of: Array(text.utf8)).isEmpty
        expect(!isThere, "\(text) in \(format)", file: file, line: line)
      }
    }
  }

  private var traces: [String] { [Self.secret, Self.encoded] + Self.basics }

  @Test func `without names nothing is hidden, and the values above are really found`() async throws
  {
    let report = try await SampleReport.make(secret: Self.secret)
    expect(Redaction(names: [])(report), is: report)
    let text = SampleReport.renderings(of: report).values.joined()
    expect(text.contains(Self.secret) && text.contains(Self.basics[0]))
  }

  @Test func `the client secret is nowhere in what the app sent, and its placeholder names it`()
    async throws
  {
    let report = Redaction(names: ["client_secret"])(
      try await SampleReport.make(secret: Self.secret))
    expectNoTrace(of: traces, in: report)
    let text = TextRenderer(style: TextStyle(width: 80, usesColor: false)).render(report)
    expect(text.contains("<client_secret hidden>"))
    // What was not to be hidden is still there.
    expect(text.contains(Guide.verifier) && text.contains(Guide.code))
    expect(Redaction.placeholder(for: "client_secret"), is: "<client_secret hidden>")
  }

  /// Answers with the secret in them, and their status.
  static let echoes: [(body: String, status: Int)] =
    [secret, encoded, "before\(encoded)after", secret + secret].flatMap { echo in
      [
        (#"{"errors":[{"errorType":"invalid_client","message":"Wrong: \#(echo)"}]}"#, 401),
        (#"{"error":"invalid_client","error_description":"\#(echo)"}"#, 401),
        ("<html>\(echo)</html>", 401),
      ]
    }
    // Fitbit's token endpoint is known to answer "Received authorization header = Basic …".
    + basics.map { basic in
      let message = "Invalid header. Received authorization header = Basic \(basic)"
      return (#"{"errors":[{"errorType":"invalid_client","message":"\#(message)"}]}"#, 401)
    } + [
      // To Swift the last letter and the mark are one Character; on the screen the secret stands there.
      (#"{"error":"invalid_client","error_description":"\#(secret)\#u{301}"}"#, 401),
      (#"{"access_token":"a","token_type":"Bearer","\#(secret)":"x"}"#, 200),
    ]

  @Test(arguments: echoes)
  func `a server that echoes the secret does not bring it back`(
    body: String, status: Int
  ) async throws {
    let report = try await SampleReport.make(secret: Self.secret, status: status, body: body)
    expectNoTrace(of: traces, in: Redaction(names: ["client_secret"])(report))
  }

  @Test func `all that is secret can be hidden at once`() async throws {
    let report = Redaction(names: Self.allNames)(try await SampleReport.make())
    expectNoTrace(
      of: [
        Guide.clientSecret, Guide.verifier, Array(Guide.verifier.utf8).hex, Guide.code,
        "eyJhbGciOiJIUzI1NiJ9.e30.abc", "c643a63c072f0f05478e9d18b991db80", "QUJDMTIzOkRFRjQ1Ng==",
      ], in: report)
  }

  @Test func `a code stays hidden when its redirect is refused`() async throws {
    for query in ["?code=c0ffee1234&state=other", "?code=c0ffee1234", "?code=c0ffee1234&state=%"] {
      let report = Redaction(names: Self.allNames)(try await SampleReport.make(query: query))
      expect(report.failure?.step, is: 3)
      expectNoTrace(of: ["c0ffee1234"], in: report)
    }
  }

  @Test func `tokens stay hidden in whatever way the server wrote them, readable or not`()
    async throws
  {
    // RFC 8259 §7: a slash may be escaped, and any character as \u and four digits.
    let bodies = [
      #"{"access_token":"t0ken\/part2","token_type":"Bearer"}"#,
      #"{"access_token":"t0\u006ben/part2","token_type":"Bearer"}"#,
      #"{"access_token":"t0ken/part2","token_type":"unknown"}"#,
    ]
    for body in bodies {
      let report = Redaction(names: Self.allNames)(try await SampleReport.make(body: body))
      expectNoTrace(of: ["t0ken", "part2", #"t0\u006ben"#, #"t0\\u006ben"#], in: report)
    }
    let body = #"{"access_token":"t0ken-part2","token_type":"Bearer","#
    let report = Redaction(names: Self.allNames)(try await SampleReport.make(body: body))
    expect(report.failure?.reason, is: "malformed_json")
    expectNoTrace(of: ["t0ken-part2"], in: report)
  }
}
