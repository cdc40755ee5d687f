import Foundation
import TestSupport
import Testing

struct ExplainTests {
  /// A finding as the JSON document has it.
  struct Document: Decodable {
    struct Message: Decodable {
      let kind: String
    }
    struct Finding: Decodable {
      let messages: [Int]
      let severity: String
      let causes: [String]
      let text: String
      let action: String
      let reference: String?
      let lesson: Int
    }
    let messages: [Message]
    let findings: [Finding]
    let hidden: [String]
  }

  private static let all =
    ExplainCase.authorizationURLs + ExplainCase.redirects + ExplainCase.tokenRequests
    + ExplainCase.answers
    + ExplainCase.others

  private func run(_ text: String, _ options: [String], on bench: Bench) async -> Answer {
    let console = TestConsole()
    console.input = Array(text.utf8)
    return await bench.run(["explain"] + options, console: console)
  }

  @Test(arguments: all) func `every case is explained by its cause and its section`(
    row: ExplainCase
  ) async throws {
    let bench = try Bench()
    let server = row.server.map { ["--server", $0] } ?? []
    let answer = await run(row.text, ["--format", "json"] + server, on: bench)
    expect(answer.exitCode, is: row.exitCode)
    expect(answer.errors, is: "")
    let document = try JSONDecoder().decode(Document.self, from: Data(answer.output.utf8))
    let causes = document.findings.flatMap(\.causes)
    for cause in row.causes { expect(causes.contains(cause), "\(cause) is not in \(causes)") }
    let references = document.findings.compactMap(\.reference)
    for section in row.sections {
      expect(references.contains { $0.hasPrefix(section) }, "\(section) is not in \(references)")
    }
    if row.causes.isEmpty {
      for finding in document.findings where finding.messages == [document.messages.count] {
        expect(finding.severity, is: "note", "\(finding.text)")
      }
    }
    expect((document.findings.first?.severity == "wrong") == (row.exitCode == 1))
    let text = await run(row.text, server, on: bench)
    expect(text.exitCode, is: row.exitCode)
    expect(text.output.contains("Nothing was sent anywhere."))
    for finding in document.findings {
      expect(!finding.text.contains("<hidden"), "\(finding.text)")
    }
    for secret in ExplainCase.secrets {
      expect(!answer.output.contains(secret))
      expect(!text.output.contains(secret))
    }
  }

  @Test func `files are compared with one another, and secrets are shown on demand only`()
    async throws
  {
    let bench = try Bench()
    try bench.write(ExplainCase.request, to: "request.txt")
    try bench.write(
      "http://127.0.0.1:8089/callback?code=\(ExplainCase.code)&state=other", to: "redirect.txt")
    let files = ["request.txt", "redirect.txt"].map(bench.path)
    let answer = await bench.run(["explain"] + files)
    expect(answer.exitCode, is: 1)
    expect(answer.output.contains("2   an authorization response from step 3"))
    expect(answer.output.contains("✗ wrong"))
    expect(!answer.output.contains(ExplainCase.code))
    let shown = await bench.run(["explain", "--show-secrets", files[1]])
    expect(shown.output.contains(ExplainCase.code))
    let quiet = await bench.run(["explain", "--quiet"] + files)
    expect(quiet.output.hasPrefix("✗ wrong"))
    expect(!quiet.output.contains("Nothing was sent"))
  }

  @Test func `a URL may be an argument, with a word about real codes`() async throws {
    let bench = try Bench()
    let answer = await bench.run("explain", ExplainCase.request)
    expect(answer.exitCode, is: 0)
    expect(answer.output.contains("This is an authorization request from step 2 (a URL)"))
    let code = await bench.run("explain", "https://app.example/cb?code=abc&state=s1")
    expect(code.errors.contains("standard input"))
  }

  @Test(arguments: ["hello, how are you", "{}", "<html></html>", "[1,2]", "name: value"])
  func `what is not recognized is said, with what would be`(text: String) async throws {
    let answer = await run(text, [], on: try Bench())
    expect(answer.exitCode, is: 65)
    expect(answer.output, is: "")
    expect(answer.errors.contains("an authorization URL, a redirect, a token request"))
  }

  @Test(arguments: ["printf invalid_grant", "sleep 0.2; printf invalid_grant", "yes"])
  func `the output of a command is read to its end, and not beyond the limit`(
    command: String
  ) async throws {
    guard let bash = Program.bash, let workbench = Program.workbench else { return }
    let bench = try Bench()
    let answer = try await bash.run(
      ["-c", "'\(workbench.path)' explain <(\(command))"], on: bench)
    expect(answer.exitCode, is: command == "yes" ? 65 : 1)
    expect(answer.output.contains("This is an error code") == (command != "yes"))
    expect(answer.errors.contains("it has more than") == (command == "yes"))
  }

  @Test func `of a message with thousands of parameters the first are explained`() async throws {
    let form = "grant_type=refresh_token&client_id=ID&refresh_token=abcdef123456"
    let rest = (0..<3000).map { "&other_\($0)=\($0)" }.joined()
    let answer = await run(form + rest, ["--format", "json"], on: try Bench())
    let document = try JSONDecoder().decode(Document.self, from: Data(answer.output.utf8))
    expect(document.messages.map(\.kind), is: ["token_request"])
    expect(document.findings.flatMap(\.causes).contains("more_values"))
    expect(answer.output.contains("other_400") && !answer.output.contains("other_600"))
    // Of a JSON object, what OAuth defines is read wherever it is.
    let members = (0..<3000).map { "\"a\($0)\":\($0)" }.joined(separator: ",")
    let body = await run(
      "{\(members),\"error\":\"invalid_grant\"}", ["--format", "json"], on: try Bench())
    expect(body.output.contains("invalid_grant") && !body.output.contains("a2999"))
  }

  @Test func `binary and too much input are refused`() async throws {
    let bench = try Bench()
    expect(await run("a\u{0}b", [], on: bench).exitCode, is: 65)
    expect(await run(String(repeating: "a", count: 1 << 20 + 1), [], on: bench).exitCode, is: 65)
    expect(await bench.run("explain", bench.path("missing.txt")).exitCode, is: 65)
  }

  @Test(arguments: ["", " \n\t\n"]) func `empty input is called that`(text: String) async throws {
    let answer = await run(text, [], on: try Bench())
    expect(answer.exitCode, is: 65)
    expect(answer.errors.contains("The input standard input cannot be read: it is empty."))
  }

  @Test func `a terminal without input is invited to paste`() async throws {
    let console = TestConsole()
    console.isInteractive = true
    console.input = Array("invalid_grant".utf8)
    let answer = await (try Bench()).run("explain", console: console)
    expect(answer.exitCode, is: 1)
    expect(answer.errors.contains("Ctrl-D"))
  }

  @Test func `a JWT shows five claims, names the others, and is not trusted`() async throws {
    func part(_ json: String) -> String {
      Data(json.utf8).base64EncodedString().replacing("=", with: "")
    }
    let claims =
      "{\"iss\":\"https://a.example\",\"aud\":\"api\",\"exp\":1000000000,\"iat\":1,\"scope\":\"a b\",\"email\":\"me@home.example\"}"
    let text = part("{\"alg\":\"RS256\"}") + "." + part(claims) + ".c2lnbmF0dXJlLW9mLXRoaXMtdG9rZW4"
    let answer = await run(text, [], on: try Bench())
    expect(answer.exitCode, is: 0)
    for words in [
      "https://a.example", "signature was not checked", "email", "2001-09-09T01:46:40Z",
    ] {
      expect(
        answer.output.split { $0 == " " || $0 == "\n" }.joined(separator: " ").contains(words),
        "\(words)")
    }
    expect(!answer.output.contains("me@home.example"))
    expect(!answer.output.contains(text))
  }
}

extension ExplainTests {
  @Test func `a server's explanation is cut where nobody reads on`() async throws {
    let console = TestConsole()
    let words = String(repeating: "the server accepted ", count: 3_000)
    console.input = Array(
      ("HTTP/1.1 400 Bad Request\r\nContent-Type: application/json\r\n\r\n"
        + #"{"error":"invalid_grant","error_description":"\#(words)"}"#).utf8)
    let answer = try await Bench().run(["explain", "--quiet"], console: console)
    expect(answer.exitCode, is: 1)
    expect(answer.output.contains("… (cut)") && answer.output.count < 6_000)
  }
}
