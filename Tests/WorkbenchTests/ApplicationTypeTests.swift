import Foundation
import Step4TokenRequest
import TestSupport
import Testing
import Vocabulary

@testable import workbench

/// Which application the examples show: one that cannot keep a secret has none (RFC 6749 §2.1, RFC 8252 §8.5).
struct ApplicationTypeTests {
  private static let note = "an app that cannot keep a secret (RFC 6749 §2.1, RFC 8252 §8.5)"

  /// A walk, its client, its redirect URI (`nil` where it sends none), and whether a secret is sent.
  static let walks: [(words: String, client: String, redirectURI: String?, hasSecret: Bool)] = [
    ("", "ABC123", Guide.redirectURI, true),
    ("--app-type client", "ABC123", Guide.redirectURI, false),
    ("--flow code", "ABC123", Guide.redirectURI, true),
    ("--flow implicit", "ABC123", Guide.redirectURI, false),
    ("--flow client-credentials", "ABC123", nil, true),
    ("--mode practice", "CLI001", Guide.loopbackRedirectURI, false),
    ("--mode practice --app-type server", "SRV001", Guide.loopbackRedirectURI, true),
    ("--mode practice --flow code", "SRV001", Guide.loopbackRedirectURI, true),
    ("--mode practice --flow implicit", "CLI001", Guide.loopbackRedirectURI, false),
    ("--mode practice --flow client-credentials", "SRV001", nil, true),
  ]

  @Test(arguments: walks)
  func `a secret next to a redirect URI of the user's machine never goes without a word`(
    walk: (words: String, client: String, redirectURI: String?, hasSecret: Bool)
  ) async throws {
    let words = ["walk"] + walk.words.split(separator: " ").map(String.init)
    let text = try await Bench.practising().run(words).output
      .split(whereSeparator: \.isWhitespace).joined(separator: " ")
    expect(text.contains(walk.redirectURI ?? "grant_type=client_credentials"))
    expect(text.contains("client_id=\(walk.client)") || walk.redirectURI == nil)
    expect(text.contains("Authorization: Basic"), is: walk.hasSecret)
    let isOnMachine = walk.redirectURI?.contains("127.0.0.1") == true
    expect(text.contains(Self.note), is: walk.hasSecret && isOnMachine)
  }

  // RFC 8252 §7.1 to §7.3.
  @Test(arguments: [
    ("https://app.example.com/callback", false), (Guide.loopbackRedirectURI, true),
    ("http://[::1]:1/", true), ("http://LOCALHOST", true), ("com.example.app:/callback", true),
    ("http://127.0.0.1.example.com/", false), ("https://localhost.example/", false),
  ])
  func `a redirect URI leads to the user's machine, or not`(uri: String, isOn: Bool) throws {
    expect(try RedirectURI(uri).isOnUsersMachine, is: isOn)
  }

  @Test func `a session of an older version goes on with its server application`() async throws {
    let bench = try Bench.practising()
    for words in [["1", "--mode", "practice", "--app-type", "server"], ["2"], ["3"]] {
      expect(await bench.run(["step"] + words).exitCode, is: 0)
    }
    let file = URL(filePath: bench.session)
    var older = try #require(
      try JSONSerialization.jsonObject(with: Data(contentsOf: file)) as? [String: Any])
    var values = try #require(older["values"] as? [String: Any])
    values["application_type"] = nil
    (older["values"], older["chosen"], older["prefersPublicClient"]) = (values, [String](), nil)
    try JSONSerialization.data(withJSONObject: older).write(to: file)
    expect(await bench.run("step", "4").output.contains("Authorization: Basic"))
    for words in [["step", "5"], ["refresh"], ["revoke"]] {
      expect(await bench.run(words).exitCode, is: 0)
    }
  }

  @Test func `a public client goes step by step, and uses its tokens`() async throws {
    let bench = try Bench.practising()
    expect(await bench.run("step", "1", "--mode", "practice").exitCode, is: 0)
    for words in ["step 2", "step 3", "step 4", "step 5", "refresh", "introspect", "revoke"] {
      let answer = await bench.run(words.split(separator: " ").map(String.init))
      expect(answer.exitCode, is: 0, answer.errors)
      expect(!answer.output.contains("Authorization: Basic"))
    }
  }

  @Test func `a secret in the environment that is not sent is mentioned`() async throws {
    let words = ["step", "4", "--mode", "live", "--client-id", "X"]
    for (more, isSaid) in [([], true), (["--app-type", "client"], false)] {
      let answer = try await Bench().run(
        words + more, environment: ["WORKBENCH_CLIENT_SECRET": "s"])
      expect(answer.errors.contains("a public client sends no secret"), is: isSaid)
    }
  }
}
