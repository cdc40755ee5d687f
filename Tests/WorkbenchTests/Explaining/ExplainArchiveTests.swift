import Foundation
import TestSupport
import Testing

struct ExplainArchiveTests {
  struct Document: Decodable {
    struct Message: Decodable {
      struct Part: Decodable {
        let name: String
      }
      let kind: String
      let form: String
      let parts: [Part]
    }
    struct Finding: Decodable {
      let messages: [Int]
      let severity: String
      let causes: [String]
      let reference: String?
    }
    let messages: [Message]
    let findings: [Finding]
    let skipped: Int
  }

  static func run(_ text: String, _ options: String...) async throws -> Answer {
    let console = TestConsole()
    console.input = Array(text.utf8)
    return await (try Bench()).run(["explain"] + options, console: console)
  }

  static func document(_ text: String) async throws -> Document {
    let answer = try await run(text, "--format", "json")
    expect(answer.errors, is: "")
    return try JSONDecoder().decode(Document.self, from: Data(answer.output.utf8))
  }

  private static let kinds = [
    "authorization_request", "authorization_response", "token_request", "token_response",
    "resource_request", "resource_response", "token_use_request", "introspection_response",
    "token_use_request", "revocation_response", "metadata",
  ]

  @Test func `the messages of a session are shown in order, each once`() async throws {
    let document = try await Self.document(ArchiveText.of(ArchiveText.session))
    expect(document.messages.map(\.kind), is: Self.kinds)
    expect(
      document.messages.prefix(4).map(\.form),
      is: ["entry 4, status 302", "entry 7, status 302", "entry 9", "entry 9, status 200"])
    expect(document.skipped, is: 3)
    // RFC 6750 §3.1: the API refuses the token, and nothing else contradicts anything.
    expect(
      document.findings.filter { $0.severity == "wrong" }.map(\.causes.first),
      is: ["invalid_token"])
    let names = Set(document.messages.flatMap(\.parts).map { $0.name.lowercased() })
    expect(names.isDisjoint(with: ["cookie", "set-cookie", "session"]))
  }

  @Test func `the reader sorts the entries, as HAR 1.2 asks of it`() async throws {
    var entries = ArchiveText.session
    entries.reverse()
    // Entries of one time keep their order, so those of the first second need one each.
    for index in entries.indices where entries[index].time.hasSuffix("00:00.000Z") {
      entries[index].time = "2026-11-22T21:00:00.0\(30 - index)+01:00"
    }
    let document = try await Self.document(ArchiveText.of(entries))
    expect(document.messages.map(\.kind), is: Self.kinds)
  }

  @Test func `text and page say how much was skipped, and show no secret`() async throws {
    let text = ArchiveText.of(ArchiveText.session)
    for format in ["text", "json", "html"] {
      let answer = try await Self.run(text, "--format", format)
      expect(answer.exitCode, is: 1)
      let words = answer.output.split { $0 == " " || $0 == "\n" }.joined(separator: " ")
      if format != "json" {
        expect(words.contains("Skipped: 3 entries of the HAR file without an OAuth message."))
      }
      let secrets = ExplainCase.secrets + [ArchiveText.cookie, "hunter2hunter2", "Ann"]
      for secret in secrets { expect(!answer.all.contains(secret), "\(secret) in \(format)") }
    }
    let shown = try await Self.run(text, "--show-secrets", "--format", "json").output
    expect(shown.contains(ExplainCase.code) && !shown.contains(ArchiveText.cookie))
  }

  @Test func `messages of an archive are compared with one another`() async throws {
    var exchange = ArchiveText.exchange()
    exchange.params?["redirect_uri"] = "https://app.example/cb/"
    exchange.params?["code_verifier"] = String(ChallengeCase.v.reversed())
    var callback = ArchiveText.redirect
    callback[0].answerFields["location"] =
      "https://app.example/cb?code=\(ExplainCase.code)&state=s2"
    callback.removeLast()
    let document = try await Self.document(
      ArchiveText.of([ArchiveText.request] + callback + [exchange]))
    let references = document.findings.filter { $0.severity == "wrong" }.compactMap(\.reference)
    for section in ["RFC 6749 §10.12", "RFC 6749 §4.1.3", "RFC 7636 §"] {
      expect(references.contains { $0.hasPrefix(section) }, "\(section) is not in \(references)")
    }
  }

  @Test func `a sign-in inside another one is not compared with it`() async throws {
    let inner = ArchiveText.Entry(
      url: "https://as.example/with-other", status: 302,
      answerFields: [
        "location":
          "https://other.example/authorize?response_type=code&client_id=B&state=inner-state&scope=openid"
          + "&redirect_uri=https%3A%2F%2Fas.example%2Fback"
      ])
    let back = ArchiveText.Entry(
      url: "https://other.example/done", status: 302,
      answerFields: ["location": "https://as.example/back?code=other-code&state=inner-state"])
    let document = try await Self.document(
      ArchiveText.of(
        [ArchiveText.request, inner, back] + ArchiveText.redirect + [ArchiveText.exchange()]))
    expect(document.messages.count, is: 6)
    expect(document.findings.filter { $0.severity == "wrong" }.map(\.causes), is: [])
  }

  @Test func `a state that is sent again after its redirect is found`() async throws {
    let again = [ArchiveText.request] + ArchiveText.redirect + [ArchiveText.request]
    let document = try await Self.document(ArchiveText.of(again))
    expect(document.findings.flatMap(\.causes).contains("state_reused"))
    let once = try await Self.document(
      ArchiveText.of([ArchiveText.request, ArchiveText.request] + ArchiveText.redirect))
    expect(!once.findings.flatMap(\.causes).contains("state_reused"))
  }

  @Test func `an export without credentials and bodies is not blamed for that`() async throws {
    // Browsers leave out Authorization and the bodies, unless asked for them.
    var exchange = ArchiveText.exchange()
    exchange.params?["client_id"] = nil
    exchange.text = nil
    exchange.isBase64 = false
    let document = try await Self.document(
      ArchiveText.of([ArchiveText.request] + ArchiveText.redirect + [exchange]))
    expect(document.findings.filter { $0.severity == "wrong" }.map(\.causes), is: [])
    expect(document.findings.flatMap(\.causes).contains("body_not_shown"))
  }

  @Test(arguments: [
    ("{\"log\":{\"version\":\"1.2\",\"entries\":[", "invalid or incomplete JSON"),
    ("{\"log\":{\"version\":\"1.2\"}}", "{ \"log\": { \"entries\": [ … ] } }"),
    ("{\"log\":{\"entries\":{}}}", "{ \"log\": { \"entries\": [ … ] } }"),
    (
      "{\"log\":{\"entries\":[1,null,{\"request\":{\"url\":7}}]}}",
      "a request with a method and a url"
    ),
    ("{\"log\":{\"entries\":[\(String(repeating: "[", count: 300))", "this one has more than"),
    ("{\"log\":{\"entries\":[]}}", "No OAuth message was recognized."),
  ])
  func `a malformed archive is refused with what was expected`(
    text: String, words: String
  ) async throws {
    let answer = try await Self.run(text)
    expect(answer.exitCode, is: 65)
    expect(answer.output, is: "")
    let errors = answer.errors.split { $0 == " " || $0 == "\n" }.joined(separator: " ")
    expect(errors.contains(words), "\(errors)")
  }

  @Test func `a file that is called an archive has to be one`() async throws {
    let bench = try Bench()
    try bench.write("<html>invalid_grant</html>", to: "session.har")
    let answer = await bench.run("explain", bench.path("session.har"))
    expect(answer.exitCode, is: 65)
    expect(answer.errors.contains("HAR"))
  }

  @Test func `wrong types and huge numbers hide no message, and end nothing`() async throws {
    var strange = ArchiveText.exchange(at: "9999-99-99T99:99:99")
    strange.status = 1e300
    var document = ArchiveText.of([ArchiveText.request, strange] + ArchiveText.later)
    document = document.replacing("\"time\":40", with: "\"time\":1e999")
      .replacing("\"size\":10", with: "\"size\":[{}]")
      .replacing("\"queryString\":[]", with: "\"queryString\":{\"\\u0000\":\"\\ud800\"}")
      .replacing("\"cookies\":[", with: "\"cookies\":[7,")
      .replacing("\"headers\":[", with: "\"headers\":[null,{\"name\":5},")
    let read = try await Self.document(document)
    expect(read.messages.map(\.kind).prefix(2), is: ["authorization_request", "token_request"])
  }

  @Test func `a million bytes are read, most of them skipped`() async throws {
    let script = String(repeating: "{\"a\":\"b\\u0041=c\"};", count: 200)
    let entries = (0..<300).map { number in
      ArchiveText.Entry(
        url: "https://app.example/\(number).js", mimeType: "text/javascript", text: script)
    }
    // No message of OAuth has thousands of parameters.
    let form = "grant_type=password" + String(repeating: "&a=b", count: 10_000)
    let huge = ArchiveText.Entry(method: "POST", url: "https://as.example/token", form: form)
    let text = ArchiveText.of(entries + [huge] + ArchiveText.session)
    expect(text.utf8.count > 1_000_000)
    let document = try await Self.document(text)
    expect(document.messages.map(\.kind), is: Self.kinds)
    expect(document.skipped, is: 304)
  }
}
