import HTTPMessages
import PracticeServer
import TestSupport
import Testing
import Vocabulary

struct PracticeEndpointTests {
  @Test func `the metadata are those of RFC 8414, and its issuer is the base URL`() async throws {
    let rig = PracticeRig()
    await rig.server.move(to: "http://127.0.0.1:4711")
    let moved = "http://127.0.0.1:4711"
    let answer = await rig.get("/.well-known/oauth-authorization-server", at: moved)
    expect(answer.status, is: 200)
    expect(answer.field("Content-Type")?.hasPrefix("application/json"), is: true)
    let members = try answer.members()
    // RFC 8414 §3.3: identical, without a slash at its end.
    expect(members["issuer"] as? String, is: "http://127.0.0.1:4711")
    let endpoints = [
      "authorization_endpoint": "/oauth2/authorize", "token_endpoint": "/oauth2/token",
      "revocation_endpoint": "/oauth2/revoke", "introspection_endpoint": "/1.1/oauth2/introspect",
      "profile_endpoint": "/1/user/-/profile.json",
    ]
    for (name, path) in endpoints {
      expect(members[name] as? String, is: "http://127.0.0.1:4711" + path)
      let found = await rig.get(path, at: moved)
      expect(found.status != 404 && found.status != 421, "\(path)")
    }
    let lists = [
      "response_types_supported": ["code", "token"],
      "response_modes_supported": ["query", "fragment"],
      "grant_types_supported": [
        "authorization_code", "implicit", "refresh_token", "client_credentials",
      ],
      "token_endpoint_auth_methods_supported": ["client_secret_basic", "none"],
      "revocation_endpoint_auth_methods_supported": ["client_secret_basic", "none"],
      "introspection_endpoint_auth_methods_supported": ["Bearer"],
      "code_challenge_methods_supported": ["S256", "plain"],
      "scopes_supported": AuthorizationServer.fitbit.scopes.map(\.name),
    ]
    for (name, list) in lists { expect(members[name] as? [String], is: list, "\(name)") }
    expect(members.count, is: 1 + endpoints.count + lists.count)
  }

  @Test(arguments: [
    "/nowhere", "/oauth2", "/oauth2/token/", "/OAUTH2/TOKEN", "/oauth2/%74oken", "//",
    "/favicon.ico", "/1/user/2PRACT/profile.json", "/oauth2/introspect",
  ])
  func `any other address is not found`(path: String) async {
    let answer = await PracticeRig().get(path)
    expect(answer.status == 404 && answer.text.hasPrefix("<!DOCTYPE html>"))
  }

  @Test(arguments: [
    ("/oauth2/token", "POST"), ("/oauth2/revoke", "POST"), ("/1.1/oauth2/introspect", "POST"),
    ("/oauth2/authorize/decision", "POST"), ("/oauth2/authorize", "GET, HEAD"),
    ("/", "GET, HEAD"), ("/1/user/-/profile.json", "GET, HEAD"),
    ("/.well-known/oauth-authorization-server", "GET, HEAD"),
  ])
  func `another method is not allowed, and the right ones are named`(
    path: String, allowed: String
  ) async throws {
    for method in ["GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS", "PATCH", "get"] {
      let answer = await PracticeRig().server.respond(
        to: HTTPRequest(method: method, url: PracticeRig.base + path))
      let isAllowed = allowed.split(separator: ", ").contains { $0 == method }
      expect((answer.status == 405) != isAllowed, "\(method) \(path)")
      expect((answer.field("Allow") == allowed) != isAllowed)
    }
  }

  @Test func `HEAD is answered like GET`() async {
    let rig = PracticeRig()
    for path in ["/", "/.well-known/oauth-authorization-server"] {
      let head = await rig.server.respond(
        to: HTTPRequest(method: "HEAD", url: PracticeRig.base + path))
      let get = await rig.get(path)
      // The listener leaves the body out.
      expect(head, is: get)
    }
  }
}
