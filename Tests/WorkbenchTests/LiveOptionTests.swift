import TestSupport
import Testing
import Vocabulary

@testable import Runs
@testable import workbench

struct LiveOptionTests {
  @Test(arguments: [
    (["walk", "--mode", "live"], "needs a client registered with Fitbit"),
    (
      ["walk", "--mode", "live", "--client-id", "X", "--scenario", "denied"],
      "live mode uses a server"
    ),
    (["walk", "--mode", "live", "--client-id", "X", "--allow", "a"], "decides in the browser"),
    (["walk", "--mode", "live", "--client-id", "X", "--browser"], "is for practice mode"),
    (["walk", "--mode", "live", "--client-id", "X", "--timeout", "0"], "1 to 86400"),
    (["walk", "--mode", "live", "--client-id", "X", "--timeout", "soon"], "1 to 86400"),
    (["walk", "--no-browser"], "is for live mode"),
    (["walk", "--timeout", "5"], "is for live mode"),
    (["walk", "--mode", "practice", "--server", "fitbit"], "names a real server"),
    (["walk", "--server", "fitbit", "--discover", "https://a.example"], "cannot be used together"),
    (["walk", "--discover", "http://example.com"], "not an issuer identifier"),
    (["compare", "--mode", "live"], "Unknown mode 'live'"),
    (
      ["walk", "--server", "google-health", "--flow", "client-credentials", "--state", "a"],
      "has no effect"
    ),
  ])
  func `what cannot be is refused with a word`(words: [String], message: String) async throws {
    let answer = try await Bench().run(words)
    expect(answer.exitCode, is: message == "1 to 86400" ? 65 : 64)
    expect(answer.errors.contains(message), "\(answer.errors)")
  }

  @Test func `a server's file that is missing or wrong names what is wrong`() async throws {
    let bench = try Bench()
    let missing = await bench.run("walk", "--server", bench.path("none.json"), "--client-id", "X")
    expect(missing.exitCode, is: 65)
    expect(missing.errors.contains("there is no such file"))
    expect(missing.errors.contains("google-health"))
    try bench.write(#"{"authorization_endpoint": "http://a.example"}"#, to: "server.json")
    let wrong = await bench.run("servers", bench.path("server.json"))
    expect(wrong.exitCode, is: 65)
    expect(wrong.errors.contains("authorization_endpoint"))
  }

  @Test func `the published values of a dry run never go to a real server`() async throws {
    let bench = try Bench()
    expect(await bench.run("step", "1").exitCode, is: 0)
    let answer = await bench.run("step", "2", "--mode", "live", "--client-id", "X")
    expect(answer.exitCode, is: 64)
    expect(answer.errors.contains("step 1 --mode live"))
  }

  @Test
  func `in live mode the values are fresh, and a client of one server means nothing to another`()
    async throws
  {
    let bench = try Bench()
    expect(await bench.run("step", "1", "--mode", "live", "--client-id", "MINE").exitCode, is: 0)
    expect(try bench.sessionValues()["code_verifier"] != Guide.verifier)
    expect(try bench.sessionValues()["client_id"], is: "MINE")
    let other = await bench.run("step", "1", "--server", "google-health")
    expect(other.exitCode, is: 64)
    expect(other.errors.contains("registered with Google Health"))
  }

  @Test func `a scope that nobody can guess has to be named`() async throws {
    let bench = try Bench()
    try bench.write(
      """
      {"authorization_endpoint": "https://a.example/a", "token_endpoint": "https://a.example/t",
       "scopes_supported": ["read", "write"]}
      """, to: "server.json")
    let answer = await bench.run(
      "walk", "--server", bench.path("server.json"), "--client-id", "X")
    expect(answer.exitCode, is: 64)
    expect(answer.errors.contains("read write"))
  }

  @Test(arguments: ["fitbit", "google-health", "practice"])
  func `every server is listed, and shown with its endpoints`(name: String) async throws {
    let bench = try Bench()
    expect(await bench.run("servers").output.contains(name))
    let page = await bench.run("servers", name)
    expect(page.exitCode, is: 0)
    let server = try #require(KnownServers.named(name))
    expect(page.output.contains(server.tokenEndpoint))
    for scope in server.scopes { expect(page.output.contains(scope.name)) }
  }
}
