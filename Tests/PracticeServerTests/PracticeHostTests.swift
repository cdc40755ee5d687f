import HTTPMessages
import PracticeServer
import TestSupport
import Testing

/// Which hosts a request may name: RFC 9110 §7.4.
struct PracticeHostTests {
  private static func status(_ url: String, at base: String = PracticeRig.base) async -> Int {
    let rig = PracticeRig { $0.baseURL = base }
    return await rig.server.respond(to: HTTPRequest(method: "GET", url: url)).status
  }

  @Test(arguments: [
    "http://127.0.0.1:8088/", "http://127.0.0.1:8088", "http://127.0.0.1:8088/?a=b",
    "http://localhost:8088/", "http://LocalHost:8088/", "http://[::1]:8088/",
    // Libraries that leave the port out; no other site can have these names.
    "http://127.0.0.1/", "http://localhost/",
  ])
  func `the server's own names are served`(url: String) async {
    expect(await Self.status(url), is: 200)
  }

  @Test(arguments: [
    "http://evil.example:8088/", "http://127.0.0.1:80888/", "http://127.0.0.1:808/",
    "http://127.0.0.1:8088.evil.example/",
    "http://127.0.0.1.evil.example:8088/", "http://localhost.evil.example:8088/",
    "http://127.0.0.1:8088@evil.example/", "http://192.0.2.1:8088/",
  ])
  func `a request for another host gets 421, and the log says which`(url: String) async {
    let request = HTTPRequest(method: "GET", url: url)
    let answer = await PracticeRig().server.respond(to: request)
    expect(answer.status, is: 421)
    expect(!answer.text.contains("practice-secret") && !answer.text.contains("evil"))
    expect(answer.cause?.contains(URLParts(url).authority), is: true)
    expect(answer.cause?.contains("127.0.0.1:8088"), is: true)
    for path in ["oauth2/token", "oauth2/authorize", "nowhere"] {
      expect(await Self.status(url + path), is: 421)
    }
  }

  @Test func `an exposed server answers at its address, and one on every address to every name`()
    async
  {
    let exposed = "http://192.0.2.1:8088"
    expect(await Self.status(exposed + "/", at: exposed), is: 200)
    expect(await Self.status("http://evil.example:8088/", at: exposed), is: 421)
    for base in ["http://0.0.0.0:8088", "http://[::]:8088"] {
      expect(await Self.status("http://teacher.example:8088/", at: base), is: 200)
      expect(await Self.status("http://192.0.2.7:9000/", at: base), is: 200)
    }
    // RFC 9110 §4.2.1: port 80 need not be named.
    for url in ["http://127.0.0.1/", "http://localhost:80/"] {
      expect(await Self.status(url, at: "http://127.0.0.1:80"), is: 200)
    }
  }

  @Test func `a JSON answer is never taken for a page`() async throws {
    let rig = PracticeRig()
    let pair = try await rig.tokens()
    let answers = [
      await rig.get("/1/user/-/profile.json"), await rig.profile(pair.access),
      await rig.get("/.well-known/oauth-authorization-server"),
      await rig.redeem(try await rig.code()), await rig.post("/oauth2/token", ["a": "b"]),
    ]
    for answer in answers {
      expect(answer.field("Content-Type")?.hasPrefix("application/json"), is: true)
      expect(answer.field("X-Content-Type-Options"), is: "nosniff")
    }
  }
}

/// `--base-url`: behind a proxy, or a port map of a container.
struct BaseURLTests {
  @Test(
    arguments: [
      ("auth.example:8443", 200), ("127.0.0.1:8088", 200), ("localhost:8088", 200),
      ("127.0.0.1:8443", 200), ("evil.example:8443", 421), ("auth.example", 421),
    ])
  func `the proxy's host and the server's own are answered, and no other`(
    host: String, status: Int
  ) async {
    for listening in ["http://127.0.0.1:8088", "http://0.0.0.0:8088"] {
      guard listening.contains("127") || !host.hasSuffix("8088") else { continue }
      let rig = PracticeRig()
      await rig.server.move(to: "https://auth.example:8443", listeningOn: listening)
      let answer = await rig.server.respond(
        to: HTTPRequest(method: "GET", url: "http://\(host)/", fields: []))
      expect(answer.status, is: status)
    }
  }

  @Test func `metadata, iss and the cookie are those of the address that clients use`()
    async throws
  {
    let rig = PracticeRig { $0.features.insert(.issuer) }
    await rig.server.move(to: "https://auth.example", listeningOn: "http://127.0.0.1:8088")
    func get(_ target: String) async -> PracticeServer.LoggedResponse {
      await rig.server.respond(
        to: HTTPRequest(method: "GET", url: "http://auth.example" + target, fields: []))
    }
    let metadata = try await get("/.well-known/oauth-authorization-server").members()
    // RFC 8414 §3.3: the issuer is the address that was asked.
    expect(metadata["issuer"] as? String, is: "https://auth.example")
    expect(metadata["token_endpoint"] as? String, is: "https://auth.example/oauth2/token")
    let page = await get("/oauth2/authorize?" + PracticeRig.request().encoded)
    expect(page.field("Set-Cookie")?.hasSuffix("; Secure"), is: true)
  }
}
