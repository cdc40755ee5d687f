import Foundation
import RecordedChannels
import TestSupport
import Testing

@testable import workbench

struct HostileTextTests {
  private static let hostile = HostileText.all
  /// The same as JSON escapes, which are harmless until somebody decodes them.
  private static let escaped = hostile.unicodeScalars.map { scalar in
    let digits = String(scalar.value, radix: 16)
    return "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
  }.joined()

  static let answers: [(name: String, text: String)] = [
    ("RFC error", #"{"error":"invalid_grant","error_description":"ESC"}"#),
    ("unknown error", #"{"error":"ESC"}"#),
    ("Fitbit's errors", #"{"errors":[{"errorType":"invalid_grant","message":"ESC"}]}"#),
    ("Fitbit's error type", #"{"errors":[{"errorType":"ESC","message":"ESC"}]}"#),
    ("Google's error", #"{"error":{"code":400,"message":"ESC","status":"ESC"}}"#),
    ("token", #"{"access_token":"ESC","token_type":"Bearer","scope":"ESC","user_id":"ESC"}"#),
    ("token type", #"{"access_token":"t","token_type":"ESC"}"#),
    ("lifetime", #"{"access_token":"t","token_type":"Bearer","expires_in":"ESC"}"#),
    ("unknown member", #"{"access_token":"t","token_type":"Bearer","ESC":"ESC"}"#),
    ("no token", #"{"ESC":"ESC"}"#), ("no JSON", "ESC"), ("broken JSON", "{\"ESC"),
    ("HTML", "<html>ESC</html>"),
  ]
  static let heads = [
    "", "HTTP/1.1 200 OK\r\nContent-Type: ESC\r\n\r\n", "HTTP/1.1 400 ESC\r\nESC: ESC\r\n\r\n",
    "HTTP/1.1 429 ESC\r\nRetry-After: ESC\r\nFitbit-Rate-Limit-Reset: ESC\r\n\r\n",
    "HTTP/1.1 503 ESC\r\n\r\n", "HTTP/1.1 410 ESC\r\n\r\n", "HTTP/1.1 401 ESC\r\nno colon ESC\r\n",
    "HTTP/1.1 ESC\r\n\r\n",
  ]

  @Test(arguments: OutputFormat.allCases.map(\.rawValue), heads)
  func `nothing in a server's answer acts on the terminal`(
    format: String, head: String
  ) async throws {
    let bench = try Bench()
    _ = await bench.run("walk")
    var leaks: Set<String> = []
    // Every body comes without a head; the heads need only a few of them.
    for (name, body) in head.isEmpty ? Self.answers[...] : Self.answers.suffix(2) {
      for form in [Self.hostile, Self.escaped] {
        // Fields know no escapes: there it is always the raw text.
        let text =
          head.replacing("ESC", with: Self.hostile) + body.replacing("ESC", with: form)
        try bench.write(text, to: "answer.txt")
        let answer = await bench.run(
          "step", "5", "--response", bench.path("answer.txt"), "--format", format)
        expect([0, 1, 65, 69].contains(answer.exitCode))
        if !HostileText.dangerous(in: answer.all).isEmpty { leaks.insert(name) }
        let shown = answer.exitCode == 0 ? await bench.run("session").all : ""
        if !HostileText.dangerous(in: shown).isEmpty { leaks.insert("\(name) in the session") }
      }
    }
    expect(leaks, is: [])
  }

  @Test(arguments: OutputFormat.allCases.map(\.rawValue))
  func `nothing in a redirect acts on the terminal`(format: String) async throws {
    let bench = try Bench()
    let encoded = Self.hostile.utf8.map { byte in
      "%" + String(byte >> 4, radix: 16) + String(byte & 15, radix: 16)
    }.joined()
    let address = Guide.redirectURI
    let state = Guide.state
    for form in [Self.hostile, encoded] {
      for url in [
        form, "\(address)?\(form)", "\(address)?code=\(form)&state=\(state)",
        "\(address)?code=c&state=\(form)", "\(address)?error=\(form)&state=\(state)",
        "\(address)?error=e&error_description=\(form)&state=\(state)",
        "\(address)?code=c&\(form)=\(form)&state=\(state)",
        "\(address)?\(form)=1&\(form)=2&state=\(state)",
        "\(address)?code=c&state=\(state)#\(form)", "\(address)\(form)?code=c",
        "\(address)?%\(form)",
      ] {
        for number in ["1", "2"] { _ = await bench.run("step", number) }
        let answer = await bench.run("step", "3", "--redirect", url, "--format", format)
        expect(HostileText.dangerous(in: answer.all), is: [])
        expect([0, 1].contains(answer.exitCode))
        let next = await bench.run("step", "4", "--format", format)
        expect(HostileText.dangerous(in: next.all), is: [])
        expect(await HostileText.dangerous(in: bench.run("session").all), is: [])
      }
    }
  }

  @Test(arguments: OutputFormat.allCases.map(\.rawValue))
  func `nothing in an option acts on the terminal`(format: String) async throws {
    let bench = try Bench()
    for option in [
      "--client-id", "--redirect-uri", "--scope", "--state", "--verifier", "--scenario",
      "--app-type", "--prompt", "--color", Self.hostile, "--\(Self.hostile)",
    ] {
      let answer = await bench.run("walk", "--format", format, option, Self.hostile)
      expect(HostileText.dangerous(in: answer.all), is: [], "\(option.count)")
      expect(answer.exitCode != 0)
    }
  }

  @Test(arguments: [
    ["\u{1B}[31m"], ["help", "\u{1B}[31m"], ["glossary", "\u{1B}[31m"], ["step", "\u{1B}[31m"],
    ["challenge", "\u{1B}[31m"], ["session", "\u{1B}[31m"], ["completions", "\u{1B}[31m"],
    ["walk", "\u{1B}[31m"], ["step", "1", "\u{1B}[31m"],
    ["step", "5", "--response", "/missing/\u{1B}[31m"],
    ["walk", "--mode", "practice", "--session", "/missing/\u{1B}[31m/s"],
    ["challenge", "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk", "--compare", "\u{1B}[31m"],
  ])
  func `nothing in a word acts on the terminal`(words: [String]) async throws {
    let answer = try await Bench().run(words)
    expect(HostileText.dangerous(in: answer.all), is: [])
    expect(answer.exitCode != 0)
  }
}
