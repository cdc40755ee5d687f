import HTTPMessages
import PracticeServer
import TestSupport
import Testing
import Vocabulary

/// The CORS protocol: RFC 9700 §2.6 says where, the Fetch standard says how.
struct CrossOriginTests {
  private static let scripted = [
    "/oauth2/token", "/oauth2/revoke", "/1.1/oauth2/introspect",
    "/.well-known/oauth-authorization-server", "/1/user/-/profile.json",
  ]
  private static let visited = ["/oauth2/authorize", "/oauth2/authorize/decision", "/"]

  private static func preflight(_ path: String, at rig: PracticeRig) async
    -> PracticeServer.LoggedResponse
  {
    await rig.server.respond(
      to: HTTPRequest(
        method: "OPTIONS", url: PracticeRig.base + path,
        fields: [
          HTTPField("Origin", "http://127.0.0.1:3000"),
          HTTPField("Access-Control-Request-Method", "POST"),
          HTTPField("Access-Control-Request-Headers", "authorization"),
        ]))
  }

  @Test(arguments: PracticeProfile.allCases)
  func `scripts may call what they have to, and never the authorization endpoint`(
    profile: PracticeProfile
  ) async {
    let rig = PracticeRig {
      $0 = PracticeConfiguration(baseURL: $0.baseURL, profile: profile)
    }
    for path in Self.scripted {
      let answer = await Self.preflight(path, at: rig)
      expect(answer.status, is: 204)
      expect(answer.field("Access-Control-Allow-Origin"), is: "*")
      expect(answer.field("Access-Control-Allow-Headers")?.contains("Authorization"), is: true)
      // No cookie goes along: Fetch forbids it where any origin is allowed.
      expect(answer.field("Access-Control-Allow-Credentials"), is: nil)
    }
    for path in Self.visited {
      let answer = await Self.preflight(path, at: rig)
      expect(answer.status == 405 && answer.field("Access-Control-Allow-Origin") == nil, "\(path)")
    }
  }

  @Test func `answers and rejections can be read, and the switch ends that`() async {
    let origin = [HTTPField("Origin", "http://127.0.0.1:3000")]
    let (on, off) = (PracticeRig(), PracticeRig { $0.features.remove(.crossOrigin) })
    for (rig, value) in [(on, Optional("*")), (off, nil)] {
      let refused = await rig.post("/oauth2/token", ["grant_type": "x"], fields: origin)
      expect(refused.field("Access-Control-Allow-Origin"), is: value)
      let page = await rig.authorize(fields: origin)
      expect(page.field("Access-Control-Allow-Origin"), is: nil)
    }
    // A script reads a fault on demand as well.
    let faulty = await PracticeRig { $0.fault = .serverError }
      .post("/oauth2/token", ["grant_type": "x"], fields: origin)
    expect(faulty.status == 500 && faulty.field("Access-Control-Allow-Origin") == "*")
    let asked = await Self.preflight("/oauth2/token", at: off)
    expect(asked.status, is: 405)
    expect(asked.cause?.contains("practice --with cross-origin"), is: true)
  }
}
