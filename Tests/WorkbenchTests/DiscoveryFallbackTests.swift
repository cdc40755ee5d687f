import TestSupport
import Testing

@testable import workbench

/// Where a description is looked for, and what stops at it: RFC 8414 §3, §5, OpenID Connect Discovery 1.0 §4.
struct DiscoveryFallbackTests {
  private static let oauth = "/.well-known/oauth-authorization-server"
  private static let openID = "/.well-known/openid-configuration"

  private static func document(_ address: String, _ members: String) -> String {
    "{\"issuer\":\"\(address)\"\(members)}"
  }

  private static func endpoints(_ address: String) -> String {
    ",\"authorization_endpoint\":\"\(address)/a\",\"token_endpoint\":\"\(address)/t\""
      + ",\"response_types_supported\":[\"code\"]"
  }

  private func step(_ server: DescribingServer, _ path: String = "") async throws -> Answer {
    try await Bench().run(
      "step", "1", "--discover", server.address + path, "--client-id", "X", "--app-type", "client")
  }

  /// First answers after which the second address is asked: the status, the media type and the body.
  static let unusable: [DescribingServer.Reply] = [
    (404, "text/html", "<!doctype html>"), (200, "text/html", "<!doctype html>"),
    (200, "application/json", "[]"), (302, "text/html", ""),
  ]

  @Test(arguments: unusable.indices)
  func `without a description at the first address, the second is asked`(index: Int) async throws {
    let server = try DescribingServer { path, address in
      path == Self.oauth
        ? Self.unusable[index]
        : (200, "application/json", Self.document(address, Self.endpoints(address)))
    }
    let answer = try await step(server)
    expect(answer.exitCode, is: 0, answer.errors)
    expect(server.paths, is: [Self.oauth, Self.openID])
  }

  @Test func `an endpoint that the first description lacks comes from the second`() async throws {
    let server = try DescribingServer { path, address in
      let members = path == Self.oauth ? ",\"scopes_supported\":[]" : Self.endpoints(address)
      return (200, "application/json", Self.document(address, members))
    }
    expect(try await step(server).exitCode, is: 0)
  }

  @Test func `it does not come from the description of another issuer`() async throws {
    let server = try DescribingServer { path, address in
      let issuer = path == Self.oauth ? address : "https://evil.example"
      let members = path == Self.oauth ? "" : Self.endpoints(address)
      return (200, "application/json", Self.document(issuer, members))
    }
    let answer = try await step(server)
    expect(answer.exitCode, is: 1)
    expect(answer.errors.contains("authorization_endpoint"))
  }

  @Test func `the description of another issuer ends the search`() async throws {
    let server = try DescribingServer { _, address in
      (200, "application/json", Self.document("https://evil.example", Self.endpoints(address)))
    }
    expect(try await step(server).exitCode, is: 1)
    expect(server.paths, is: [Self.oauth])
  }

  @Test(arguments: ["/.well-known/openid-configuration", "/.well-known/oauth-authorization-server"])
  func `the address of a description is taken for its issuer`(path: String) async throws {
    let server = try DescribingServer { Self.document($0, Self.endpoints($0)) }
    let answer = try await step(server, path)
    expect(answer.exitCode, is: 0, answer.errors)
    expect(server.paths, is: [Self.oauth])
    expect(answer.errors.contains("Using \(server.address) as the issuer"))
  }

  @Test(arguments: [
    (",\"require_pushed_authorization_requests\":true", "require_pushed_authorization_requests"),
    (",\"token_endpoint_auth_methods_supported\":[\"private_key_jwt\"]", "private_key_jwt"),
    (",\"grant_types_supported\":[\"client_credentials\"]", "grant_types_supported"),
  ])
  func `what the program cannot do stops at once`(members: String, name: String) async throws {
    let server = try DescribingServer { Self.document($0, Self.endpoints($0) + members) }
    let bench = try Bench()
    let answer = await bench.run(
      ["walk", "--discover", server.address, "--client-id", "X", "--scope", "a", "--no-browser"],
      environment: ["WORKBENCH_CLIENT_SECRET": "sec"])
    expect(answer.exitCode, is: 1)
    expect(answer.output, is: "")
    expect(answer.errors.contains(name))
    expect(server.paths, is: [Self.oauth])
    let doctor = await bench.run(
      "doctor", "--network", "--discover", server.address, "--session", bench.session)
    expect(doctor.output.contains("fix   server: "))
  }

  @Test(arguments: [200, 302, 404, 500, 503])
  func `whatever the probe brings, the browser is sent`(status: Int) async throws {
    let server = try DescribingServer { path, address in
      path == Self.oauth
        ? (200, "application/json", Self.document(address, Self.endpoints(address)))
        : (status, "text/html", "")
    }
    let answer = try await Bench().run(
      "walk", "--discover", server.address, "--client-id", "X", "--app-type", "client", "--scope",
      "a", "--no-browser", "--no-pause", "--timeout", "1", "--redirect-uri",
      "http://127.0.0.1:\(try UnusedHandler.freePort())/callback")
    expect(answer.exitCode, is: 69)
    expect(answer.errors.contains("No redirect arrived within 1 seconds"), answer.errors)
    expect(answer.errors.contains("Warning: "), is: status >= 500)
  }
}
