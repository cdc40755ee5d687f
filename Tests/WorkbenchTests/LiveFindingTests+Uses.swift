import Foundation
import TestSupport
import Testing

@testable import workbench

/// The commands that use the tokens.
extension LiveFindingTests {
  @Test func `refresh, introspect and revoke say that the secret was encoded`() async throws {
    let secret = ["WORKBENCH_CLIENT_SECRET": "Abcd+1234"]
    let bench = try await started(["--app-type", "server"], environment: secret) { _ in
      Self.invalidClient
    }
    try await bring(Self.granted, to: bench, environment: secret)
    for command in ["refresh", "introspect", "revoke"] {
      let found = try await findings([command], on: bench, environment: secret)
      expect(found.map(\.causes), is: [["credentials_encoded"]], "\(command)")
      expect(found.first?.severity, is: "note")
      expect(found.first?.reference?.hasPrefix("RFC 6749 §2.3.1"), is: true)
    }
  }

  /// Reads a token response that the user brings.
  private func bring(
    _ body: String, to bench: Bench, environment: [String: String] = [:]
  ) async throws {
    try bench.write(
      "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nCache-Control: no-store\r\n\r\n\(body)",
      to: "granted.http")
    let answer = await bench.run(
      "step", "5", "--response", bench.path("granted.http"), environment: environment)
    expect(answer.exitCode, is: 0, "\(answer.all)")
  }

  @Test func `profile tells an expired token and a missing scope from other rejections`()
    async throws
  {
    let bench = try await started { _ in Self.invalidToken }
    try await bring(Self.granted, to: bench)
    expect(try await findings(["profile"], on: bench).isEmpty)
    let found = try await findings(["profile"], on: bench, at: Bench.time + 60)
    expect(found.map(\.causes), is: [["lifetime_over"]])
    let other = try await started { _ in
      (403, "application/json", #"{"error":"insufficient_scope","scope":"profile"}"#)
    }
    try await bring(Self.granted, to: other)
    let scope = try await findings(["profile"], on: other)
    expect(scope.map(\.causes), is: [["scope_not_granted"]])
    let third = try await started { _ in
      (403, "application/json", #"{"error":"insufficient_scope","scope":"sleep"}"#)
    }
    try await bring(Self.granted, to: third)
    expect(
      try await findings(["profile"], on: third).map(\.causes), is: [["scope_not_requested"]])
  }

  @Test(arguments: ["refresh", "introspect", "revoke", "profile"])
  func `a server that does not do its work gives no finding`(command: String) async throws {
    let bench = try await started { _ in (400, "application/json", #"{"error":"other"}"#) }
    try await bring(Self.granted, to: bench)
    expect(try await findings([command], on: bench).isEmpty)
  }

  @Test(arguments: ["introspect", "revoke", "profile"])
  func `a sign-in page in front of an endpoint is named`(command: String) async throws {
    let bench = try await started { _ in
      (302, "text/html\r\nLocation: https://auth.example.com/login?next=%2F", "")
    }
    try await bring(Self.granted, to: bench)
    let found = try await findings([command], on: bench)
    expect(found.map(\.causes), is: [["sign_in_page"]])
    expect(found.first?.text.contains("https://auth.example.com/login."), is: true)
    let moved = try await started { _ in
      (302, "text/html\r\nLocation: https://login.example.com/login/oauth/access_token", "")
    }
    try await bring(Self.granted, to: moved)
    expect(try await findings([command], on: moved).isEmpty)
  }

  @Test func `commas between scopes are named where the scope is refused`() async throws {
    let bench = try describedBench { _ in Self.invalidGrant }
    let options = ["--mode", "live", "--server", bench.path("server.json"), "--client-id", "ID"]
    _ = await bench.run(["step", "1", "--app-type", "client"] + options)
    let scope = ["--scope", "activity,profile", "--state", "s-1"]
    _ = await bench.run(["step", "2", "--redirect-uri", Self.redirectURI] + scope)
    let redirect = Self.redirectURI + "?error=invalid_scope&state=s-1"
    let found = try await findings(["step", "3", "--redirect", redirect], on: bench)
    expect(found.map(\.causes), is: [["scope_commas"]])
    expect(found.first?.reference?.hasPrefix("RFC 6749 §3.3"), is: true)
    let denied = Self.redirectURI + "?error=access_denied&state=s-1"
    expect(try await findings(["step", "3", "--redirect", denied], on: bench).isEmpty)
  }

  @Test func `a refresh answered in another form names the form`() async throws {
    let bench = try await started { _ in
      (200, "application/json", #"{"data":{"access_token":"at-1","token_type":"Bearer"}}"#)
    }
    try await bring(Self.granted, to: bench)
    let answer = await bench.run("refresh", "--format", "json")
    let document = try JSONDecoder().decode(Document.self, from: Data(answer.output.utf8))
    expect(document.failure?.findings.map(\.causes), is: [["nested_answer"]])
    expect(await bench.run("refresh").output.contains("nested in the member"))
  }
}
