import Foundation
import TestSupport
import Testing

@testable import Runs
@testable import workbench

struct TokenUseFormatTests {
  /// What a command prints in a format, and the tokens that were in the session before.
  private func output(
    _ command: String, _ format: OutputFormat, type: String = "client"
  ) async throws -> (text: String, values: [String: String]) {
    let bench = try Bench.practising()
    expect(await bench.practice("--app-type", type).exitCode, is: 0)
    let values = try bench.sessionValues()
    let answer = await bench.run(command, "--format", format.rawValue)
    expect(answer.exitCode, is: 0)
    expect(answer.errors.split(separator: "\n").count, is: 1)
    expect(!answer.output.lowercased().contains("record"))
    return (answer.output, values)
  }

  @Test(arguments: TokenUseTests.commands)
  func `every command has every format, and hides a secret of one's own`(command: String)
    async throws
  {
    let bench = try Bench.practising()
    expect(await bench.practice().exitCode, is: 0)
    for format in OutputFormat.allCases {
      let answer = await bench.run(command, "--format", format.rawValue)
      expect(answer.exitCode, is: 0)
      expect(answer.output.hasSuffix("\n"))
      expect(answer.output.count > 100)
    }
    for format in OutputFormat.allCases {
      let answer = await bench.run(
        [command, "--format", format.rawValue],
        environment: ["WORKBENCH_CLIENT_SECRET": "my-own-secret"])
      expect(!answer.all.contains("my-own-secret"))
      expect(!answer.all.contains(Data("SRV001:my-own-secret".utf8).base64EncodedString()))
    }
  }

  @Test(arguments: ["profile", "introspect"], [OutputFormat.curl, .http, .text, .json])
  func `the access token is in the header`(command: String, format: OutputFormat) async throws {
    let (text, values) = try await output(command, format)
    let token = try #require(values["access_token"])
    expect(text.contains("Bearer \(token)"))
    expect(!text.contains("?access_token"))
    if format == .curl { expect(text.contains("--header 'Authorization: Bearer \(token)'")) }
    if format == .http { expect(text.contains("\nAuthorization: Bearer \(token)\n")) }
  }

  @Test(arguments: ["refresh", "revoke"])
  func `a server application shows its secret and the others have none`(
    command: String
  ) async throws {
    let (server, values) = try await output(command, .curl, type: "server")
    let token = try #require(values["refresh_token"])
    expect(server.contains("--user") || server.contains("Authorization: Basic"))
    expect(server.contains("token=\(token)"))
    let (client, _) = try await output(command, .curl, type: "client")
    expect(!client.contains("--user"))
    expect(!client.contains("Authorization"))
    expect(client.contains("client_id=CLI001"))
  }

  @Test(arguments: [
    ("profile", "GET /1/user/-/profile.json<br/>Authorization"),
    ("refresh", "POST /oauth2/token<br/>grant_type, client_id, refresh_token"),
    ("introspect", "POST /1.1/oauth2/introspect<br/>Authorization, token"),
    ("revoke", "POST /oauth2/revoke<br/>token, client_id"),
  ])
  func `a diagram goes from the app to the server and back`(
    command: String, request: String
  ) async throws {
    let (text, _) = try await output(command, .mermaid)
    let arrows = text.split(separator: "\n").filter { $0.contains(">>") }
    expect(arrows.count, is: 2)
    expect(arrows.first?.hasPrefix("  Client->>Server: "), is: true)
    expect(arrows.first?.hasSuffix(request), is: true)
    expect(arrows.last?.hasPrefix("  Server-->>Client: "), is: true)
    // The browser has no part in this.
    expect(!arrows.contains { $0.contains("Browser") })
  }

  @Test func `a diagram of a rejection tells that it stopped`() async throws {
    let bench = try Bench.practising()
    expect(await bench.practice("--scope", "activity").exitCode, is: 0)
    let answer = await bench.run("profile", "--format", "mermaid")
    expect(answer.exitCode, is: 1)
    expect(answer.output.contains("Server-->>Client: 6 status 403"))
    expect(answer.output.contains("Note over Client: failed"))
  }

  static let misplaced: [[String]] =
    ["--mode", "--scenario", "--app-type", "--deny", "--scope"].map { ["profile", $0, "x"] }
    + TokenUseTests.commands.flatMap { [[$0, "4"], [$0, "step"]] }

  @Test(arguments: misplaced)
  func `an option of a walk, or a word too many, is refused`(words: [String]) async throws {
    let answer = try await Bench.practising().run(words)
    expect(answer.exitCode, is: 64)
    expect(answer.output, is: "")
  }
}
