import Foundation
import TestSupport
import Testing

@testable import workbench

/// Every command about tokens at servers that are neither Fitbit's nor Google's, whatever they answer.
@Suite(
  .enabled(if: Program.network != nil, "the built programs do not lie beside the tests"),
  .timeLimit(.minutes(5)))
struct OtherServerTests {
  @Test func `scopes separated by spaces are named where the server wants commas`() async throws {
    // A16
    let bench = try Bench()
    try bench.write(
      """
      {"name": "comma", "authorization_endpoint": "https://c.example/authorize",
       "token_endpoint": "https://c.example/token", "scope_separator": ","}
      """, to: "comma.json")
    let url =
      "https://c.example/authorize?response_type=code&client_id=ID&state=s1"
      + "&code_challenge=\(ChallengeCase.c)&code_challenge_method=S256&scope=read"
    let comma = ["--server", bench.path("comma.json"), "--quiet"]
    let answer = await bench.run(["explain", url + "%20activity%3Aread"] + comma)
    expect(answer.exitCode, is: 1)
    expect(answer.output.contains("separated by spaces, but this server expects commas."))
    expect(answer.output.contains("RFC 6749 §3.3"))
    let right = await bench.run(["explain", url + ",activity%3Aread"] + comma)
    expect(right.exitCode, is: 0)
    expect(!right.output.contains("wrong"))
  }

  private static let json = "application/json"
  private static let tokens =
    #"{"access_token":"at-0123456789abcdef","refresh_token":"rt-0123456789abcdef","expires_in":3600,"token_type":"Bearer"}"#

  /// What the server answers to everything: success, and each kind of refusal.
  static let replies: [DescribingServer.Reply] = [
    (200, json, tokens), (200, json, #"{"active":true,"sub":"anna"}"#), (204, json, ""),
    (301, json, ""), (400, json, #"{"error":"invalid_grant"}"#),
    (400, json, #"{"error":"invalid_request","error_description":"token missing"}"#),
    (401, json, #"{"error":"invalid_client"}"#), (401, json, #"{"error":"invalid_token"}"#),
    (403, json, #"{"error":"insufficient_scope","scope":"read"}"#), (404, "text/html", "<html>"),
    (410, json, ""), (429, json, ""), (500, json, ""), (200, "application/jwt", "e30.e30."),
  ]

  private static func options(_ bench: Bench, _ base: String) throws -> [String] {
    try bench.write(
      """
      {"name": "Mine", "authorization_endpoint": "\(base)/authorize", "token_endpoint": "\(base)/token",
       "profile_endpoint": "\(base)/me", "introspection_endpoint": "\(base)/introspect",
       "revocation_endpoint": "\(base)/revoke"}
      """, to: "mine.json")
    try bench.write(
      "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n" + tokens, to: "ok.txt")
    return ["--mode", "live", "--server", bench.path("mine.json"), "--client-id", "ID"]
      + ["--app-type", "client", "--scope", "read", "--state", "state-0123456789", "--no-browser"]
      + ["--redirect-uri", "http://127.0.0.1:8251/callback"]
  }

  /// A session with tokens of the server named Mine, and what the five steps printed.
  private static func walked(_ bench: Bench, _ base: String) async throws -> [Answer] {
    let options = try options(bench, base)
    var answers = [await bench.run(["step", "1"] + options), await bench.run(["step", "2"])]
    let redirect = "http://127.0.0.1:8251/callback?code=abc&state=state-0123456789&session_state=x"
    answers.append(await bench.run(["step", "3", "--redirect", redirect]))
    answers.append(await bench.run(["step", "4"]))
    answers.append(await bench.run(["step", "5", "--response", bench.path("ok.txt")]))
    for answer in answers { expect(answer.exitCode, is: 0, answer.all) }
    return answers
  }

  @Test(arguments: replies.indices)
  func `no screen at a server named Mine names Fitbit or Google, and no advice loses the tokens`(
    row: Int
  ) async throws {
    let bench = try Bench()
    let server = try DescribingServer { _, _ in Self.replies[row] }
    var answers = try await Self.walked(bench, server.address)
    for command in ["profile", "refresh", "introspect", "revoke"] {
      let answer = await bench.run(command)
      answers.append(answer)
      // Whoever has a refresh token need not ask the user again, unless it is the one that was refused.
      let isDead = answer.all.contains("The server rejected the refresh token.")
      let isGone = Self.replies[row].status == 410
      if answer.exitCode != 0, !isDead, !isGone, !answer.all.contains("covers") {
        for command in FollowedAdviceTests.advice(in: answer) {
          expect(!command.hasPrefix("step 1"), "\(command): \(answer.errors)")
        }
      }
    }
    for answer in answers {
      for vendor in ["Fitbit", "fitbit", "Google"] where !answer.all.contains("walk --scenario") {
        expect(!answer.all.contains(vendor), "\(vendor): \(answer.all)")
      }
    }
  }

  @Test func `both tokens are revoked where one need not end the other`() async throws {
    let bench = try Bench()
    let server = try DescribingServer { _, _ in (200, Self.json, "") }
    _ = try await Self.walked(bench, server.address)
    let answer = await bench.run("revoke")
    expect(answer.exitCode, is: 0)
    // RFC 7009 §2.1: a server need not end the access token with the refresh token.
    expect(server.paths.filter { $0.hasPrefix("/revoke") }.count, is: 2)
    expect(answer.errors.contains("revoked both tokens"))
    expect(answer.all.contains("no longer work"), is: false)
  }
}
