import PracticeServer
import TestSupport
import Testing

/// What the page at the root tells a person who wants to start.
struct PracticeFrontPageTests {
  @Test func `it shows each client with its redirect URIs, the endpoints and how to register more`()
    async
  {
    let more = "http://127.0.0.1:3000/callback"
    let rig = PracticeRig { $0.clients = PracticeClient.standard.map { $0.registering([more]) } }
    let text = await rig.get("/").text
    let paths = [
      "/oauth2/authorize", "/oauth2/token", "/oauth2/revoke", "/1.1/oauth2/introspect",
      "/1/user/-/profile.json", "/.well-known/oauth-authorization-server",
    ]
    let words = [
      "SRV001", "CLI001", "PER001", "practice --redirect-uri", PracticeRig.base, "RFC 8252 §8.5",
    ]
    for word in words + paths { expect(text.contains(word), "\(word)") }
    for uri in ["http://127.0.0.1:8089/callback", "http://localhost:8089/callback", more] {
      expect(text.ranges(of: "<code>\(uri)</code>").count, is: 3, "\(uri)")
    }
    let optional = "practice-secret-of-the-personal-app</code> (optional)"
    expect(text.contains(optional))
    expect(text.ranges(of: "(optional)").count, is: 1)
  }

  @Test func `its authorization request works as it is`() async throws {
    let rig = PracticeRig()
    let page = await rig.get("/").text
    let link = try #require(page.firstMatch(of: #/href="(/oauth2/authorize[^"]+)"/#)).output.1
    let answer = await rig.get(String(link).replacing("&amp;", with: "&"))
    expect(answer.status, is: 200)
    expect(answer.text.contains("<h1>Allow access?</h1>") && answer.text.contains("CLI001"))
    expect(answer.cause, is: nil)
  }

  @Test func `without the standard clients it offers no request that would fail`() async {
    let rig = PracticeRig { $0.clients = [] }
    expect(!(await rig.get("/").text.contains("/oauth2/authorize?")))
  }
}
