import Foundation
import HTTPMessages
import TestSupport
import Testing

@testable import Runs
@testable import workbench

/// Text from outside does nothing to a terminal, wherever it comes from and whatever prints it.
struct HostileTextTests {
  /// An escape sequence of each kind, C1 controls, DEL, a bell, and marks of direction.
  private static let hostile = "\u{1B}]52;c;eA==\u{7}\u{1B}[2J\u{9B}31m\u{7F}\u{8}\u{202E}\u{2066}"

  private func expectHarmless(
    _ answer: Answer, file: StaticString = #filePath, line: Int = #line
  ) {
    for scalar in answer.all.unicodeScalars where scalar != "\n" {
      expect(!Harmless.isDangerous(scalar), "U+\(String(scalar.value, radix: 16))")
    }
  }

  @Test(arguments: OutputFormat.allCases.map(\.rawValue))
  func `a redirect and a response are harmless in every format`(format: String) async throws {
    let bench = try Bench()
    for number in ["1", "2"] { _ = await bench.run("step", number) }
    let text = Self.hostile
    for query in ["?error=\(text)&error_description=\(text)", "?code=\(text)&\(text)=x", text] {
      let redirect = "\(Guide.redirectURI)\(query)&state=\(Guide.state)"
      expectHarmless(await bench.run("step", "3", "--redirect", redirect, "--format", format))
    }
    let redirect = "\(Guide.redirectURI)?code=\(Guide.code)&state=\(Guide.state)"
    _ = await bench.run("step", "3", "--redirect", redirect)
    _ = await bench.run("step", "4")
    let member = JSONText.string(text).text
    let bodies = [
      "{\"error\":\(member),\"error_description\":\(member)}", "{\(member):\(member)}",
      "{\"access_token\":\"x\",\"token_type\":\"Bearer\",\(member):\(member)}", text,
      "HTTP/1.1 400 Bad Request\r\nX-\(text): y\r\nServer: \(text)\r\n\r\n<p>\(text)</p>",
    ]
    for body in bodies {
      try bench.write(body, to: "answer.txt")
      expectHarmless(
        await bench.run("step", "5", "--response", bench.path("answer.txt"), "--format", format))
    }
  }

  @Test func `the remarks of a recording are harmless`() async throws {
    let bench = try Bench.practising()
    expect(await bench.record().exitCode, is: 0)
    let name = "pkce-recorded-5-response.http"
    try bench.change(name, "# Recorded", to: "# \(Self.hostile)\n# Recorded")
    for format in OutputFormat.allCases {
      let answer = await bench.replay("--format", format.rawValue)
      expect(answer.exitCode, is: 0)
      expectHarmless(answer)
    }
  }

  @Test func `a server file is harmless, whatever names and says`() async throws {
    let bench = try Bench()
    let text = JSONText.string(Self.hostile).text
    try bench.write(
      """
      {"name":\(text),"authorization_endpoint":"http://127.0.0.1:9/a",
       "token_endpoint":"http://127.0.0.1:9/t","peculiarities":[\(text)],
       "scopes":[{"name":\(text),"gives":\(text)}]}
      """, to: "server.json")
    for words in [
      ["doctor", "--server", bench.path("server.json")], ["servers", bench.path("server.json")],
      ["step", "1", "--mode", "live", "--server", bench.path("server.json"), "--client-id", "x"],
      ["walk", "--scenario", Self.hostile], ["glossary", Self.hostile], [Self.hostile],
      ["step", "1", "--client-id", Self.hostile, "--verifier", Self.hostile],
      ["lesson", Self.hostile],
    ] { expectHarmless(await bench.run(words)) }
  }

  @Test(arguments: [
    #""client_id":"A\u001b]0;x\u0007\r\nFORGED""#, #""client_id":"A","client_secret":"\u0085""#,
  ])
  func `a client whose values are not visible ASCII is refused`(members: String) async throws {
    // RFC 6749 Appendix A.1 and A.2.
    let bench = try Bench()
    let client = "[{\(members),\"type\":\"client\",\"redirect_uris\":[\"http://127.0.0.1:3000/\"]}]"
    try bench.write(client, to: "clients.json")
    let answer = await bench.run("practice", "--clients", bench.path("clients.json"))
    expect(answer.exitCode, is: 65)
    expectHarmless(answer)
  }
}
