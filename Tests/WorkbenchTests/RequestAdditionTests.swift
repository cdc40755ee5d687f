import HTTPMessages
import TestSupport
import Testing

@testable import workbench

/// What the command line says of a live server's requests, beside the server's own data.
struct RequestAdditionTests {
  static let live = ["--mode", "live", "--client-id", "ID", "--scope", "read"]

  /// A bench with a server's description.
  static func bench(_ more: String = "") throws -> Bench {
    let bench = try Bench()
    try bench.write(
      """
      {"name": "Mine", "authorization_endpoint": "https://a.example/authorize",
       "token_endpoint": "https://a.example/token"\(more)}
      """, to: "mine.json")
    return bench
  }

  static func options(_ bench: Bench) -> [String] {
    live + ["--server", bench.path("mine.json")]
  }

  /// The query that step 2 sends.
  private func query(_ words: [String], on bench: Bench) async throws -> Form {
    let document = try JSONContractTests.check(
      await bench.run(["step", "2", "--format", "json", "--no-browser"] + words), mode: "live")
    let url = try #require(document.steps.first?.sends?.url)
    return try Form(decoding: try #require(URLParts(url).query))
  }

  /// Steps 1 to 3, so that step 4 can be done.
  @discardableResult
  private func begin(_ words: [String], on bench: Bench) async throws -> Form {
    expect(await bench.run(["step", "1"] + Self.options(bench) + words).exitCode, is: 0)
    let query = try await query([], on: bench)
    let state = try #require(query.value(of: "state"))
    let redirect = "http://127.0.0.1:8089/callback?code=c0de&state=\(state)"
    expect(await bench.run("step", "3", "--redirect", redirect).exitCode, is: 0)
    return query
  }

  private static let secret = ["WORKBENCH_CLIENT_SECRET": "s3cr3t-of-the-client"]

  private func tokenRequest(_ words: String..., on bench: Bench) async throws -> (
    body: String, authorization: String?
  ) {
    let answer = await bench.run(
      ["step", "4", "--format", "json", "--show-secrets"] + words, environment: Self.secret)
    let request = try JSONContractTests.check(answer, mode: "live").steps.first?.sends
    return (
      try #require(request?.body),
      request?.fields.first { $0.name == "Authorization" }?.value
    )
  }

  @Test func `parameters and method are kept from step 1 to the refresh`() async throws {
    let bench = try Self.bench(#", "authorization_parameters": {"audience": "a", "x": "1"}"#)
    let query = try await begin(
      ["--parameter", "audience=b c", "--parameter=nonce=n", "--token-parameter", "resource=r"]
        + ["--client-auth", "client_secret_post"], on: bench)
    expect(query.repeatedNames, is: [])
    expect(
      ["audience", "nonce", "x"].map { query.value(of: $0) }, is: ["b c", "n", "1"])
    let request = try await tokenRequest(on: bench)
    expect(request.body.contains("&client_secret=s3cr3t-of-the-client&"))
    expect(request.body.hasSuffix("&resource=r"))
    expect(request.authorization, is: nil)
    // What is typed later counts.
    let other = try await tokenRequest("--client-auth", "client_secret_basic", on: bench)
    expect(other.authorization?.hasPrefix("Basic "), is: true)
    expect(!other.body.contains("client_secret"))
    let none = try await tokenRequest("--client-auth", "none", on: bench)
    expect(none.authorization, is: nil)
    expect(!none.body.contains("client_secret") && none.body.contains("client_id=ID"))
    let screen = await bench.run("step", "2", "--no-browser").output
    expect(screen.contains("Given on the command line."))
    // The next authorization of the same client keeps them, as it keeps the scope.
    expect(await bench.run("step", "1", "--mode", "live").exitCode, is: 0)
    expect(try await self.query([], on: bench).value(of: "nonce"), is: "n")
  }

  @Test func `a server that takes both says so, and what to type after invalid_client`()
    async throws
  {
    let methods =
      #", "token_endpoint_auth_methods_supported": ["client_secret_basic", "client_secret_post"]"#
    let bench = try Self.bench(methods)
    try await begin(["--app-type", "server"], on: bench)
    let step = await bench.run(["step", "4"], environment: Self.secret)
    expect(step.output.replacing("\n", with: " ").contains("also accepts client_secret_post"))
    try bench.write(
      "HTTP/1.1 401 Unauthorized\r\nContent-Type: application/json\r\n\r\n{\"error\":\"invalid_client\"}",
      to: "answer.txt")
    let refused = await bench.run(
      ["step", "5", "--response", bench.path("answer.txt")], environment: Self.secret)
    expect(refused.exitCode, is: 1)
    let advice = FollowedAdviceTests.advice(in: refused)
    expect(advice.contains { $0.hasSuffix("--client-auth client_secret_post") }, "\(advice)")
  }

  @Test func `a token parameter may be a secret, and is hidden unless it is known to be none`()
    async throws
  {
    let bench = try Self.bench()
    let secret = "hunter2-0123456789-secret"
    try await begin(
      [
        "--token-parameter", "password=\(secret)", "--token-parameter",
        "resource=https://r.example",
      ],
      on: bench)
    for format in ["text", "curl", "http", "json", "html", "har"] {
      let answer = await bench.run(
        ["step", "4", "--format", format], environment: Self.secret)
      expect(answer.exitCode, is: 0)
      expect(!answer.all.contains(secret) && !answer.all.contains("hunter2"), format)
      expect(answer.all.contains("r.example"), format)
    }
    let screen = await bench.run(["step", "4"], environment: Self.secret).output
    expect(screen.contains("<password hidden>\n    Given on the command line."))
    expect(await bench.run("session").output.contains(secret), is: false)
    expect(try await tokenRequest(on: bench).body.contains(secret))
  }

  @Test(
    arguments: [
      // What is listed, what is typed, and what step 4 says of it: RFC 8414 §2.
      (["client_secret_basic"], "client_secret_post", "does not list client_secret_post"),
      (["none"], nil, "Without client authentication"),
      (["client_secret_post"], nil, "in the body"),
      (["private_key_jwt"], "none", "Without client authentication"),
    ] as [([String], String?, String)])
  func `what is typed counts more than what the server lists`(
    listed: [String], typed: String?, says: String
  ) async throws {
    let bench = try Self.bench(#", "token_endpoint_auth_methods_supported": \#(listed)"#)
    try await begin(
      ["--app-type", "server"] + (typed.map { ["--client-auth", $0] } ?? []), on: bench)
    let answer = await bench.run(["step", "4"], environment: Self.secret)
    expect(answer.exitCode, is: 0)
    let text = answer.output.split(separator: /\s+/).joined(separator: " ")
    expect(text.contains(says), text)
  }

  @Test func `members of a file that mean nothing are named once`() async throws {
    let bench = try Self.bench(#", "suggested_scop": "x""#)
    let page = await bench.run("servers", bench.path("mine.json"))
    expect(page.exitCode, is: 0)
    expect(page.output.contains("suggested_scop (did you mean"))
    let step = await bench.run(["step", "1"] + Self.options(bench))
    expect(step.errors.ranges(of: "suggested_scop (").count, is: 1)
    expect(
      await bench.run("step", "2", "--no-browser").errors.contains("suggested_scop"), is: false)
  }

  @Test func `a comma between scopes is server data`() async throws {
    let bench = try Self.bench(#", "scope_separator": ",""#)
    expect(await bench.run(["step", "1"] + Self.options(bench)).exitCode, is: 0)
    for text in ["repo gist", "repo,gist"] {
      expect(try await query(["--scope", text], on: bench).value(of: "scope"), is: "repo,gist")
    }
  }
}
