import TestSupport
import Testing
import Transcript
import Vocabulary

struct TrafficTests {
  @Test func `a finished run tells what went where, its secret hidden or not`() async throws {
    let report = try await SampleReport.make()
    let traffic = Traffic(report)
    // RFC 6749 §4.1 and RFC 7636 §1.1: what the browser carries, and what it never sees.
    expect(
      traffic.front, is: ["client_id", "redirect_uri", "scope", "state", "code_challenge", "code"])
    expect(
      traffic.back,
      is: [
        "client_id", "redirect_uri", "scope", "code", "code_verifier", "client_secret",
        "access_token", "refresh_token",
      ])
    expect(traffic.inside.isEmpty)
    // RFC 6750 §5.3: tokens belong in no URL. An app with a secret is no page: nothing is said of pages.
    expect(traffic.lessons.joined().contains("No token appeared in a URL."))
    expect(!traffic.lessons.joined().contains("RFC 10017"))
    for coverage in [Mask.Coverage.everything, .brought(ownClientSecret: true)] {
      expect(Traffic(Mask(report.steps, coverage: coverage)(report)), is: traffic)
    }
  }

  @Test func `a run that stopped gave away no more than it sent`() async throws {
    // A run that stopped at the redirect kept its verifier to itself.
    let traffic = Traffic(try await SampleReport.make(query: "?code=a&state=other"))
    expect(traffic.back.isEmpty)
    expect(traffic.inside, is: ["code_verifier"])
    expect(traffic.front.contains("code"))
    expect(traffic.lessons.joined().contains("did not exchange"))
    // A denied run brought no code.
    let query = "?error=access_denied&state=\(Guide.state)"
    let denied = Traffic(try await SampleReport.make(query: query))
    expect(!denied.front.contains("code"))
    expect(denied.lessons.joined().contains("No URL of this run contained anything"))
    // A refused exchange brought no tokens.
    let refused = Traffic(
      try await SampleReport.make(status: 400, body: #"{"error":"invalid_grant"}"#))
    expect(!refused.back.contains("access_token"))
    expect(refused.back.contains("code_verifier"))
    expect(!refused.lessons.joined().contains("No token appeared"))
  }

  @Test func `nothing is said twice, and the verifier never passes the browser`() async throws {
    for type in ApplicationType.allCases {
      let traffic = Traffic(try await SampleReport.make(type))
      expect(!traffic.front.contains("code_verifier"))
      for names in [traffic.front, traffic.back, traffic.inside] {
        expect(Set(names).count, is: names.count)
      }
    }
    // A public application sends no secret.
    let traffic = Traffic(try await SampleReport.make(.client))
    expect(!traffic.back.contains("client_secret") && !traffic.inside.contains("client_secret"))
    // It may be a page, and then its browser does steps 4 and 5: RFC 10017 §6.3.
    expect(traffic.lessons.joined().contains("performs steps 4 and 5 in its page"))
    // RFC 6749 §10.2: without a secret nothing proves which client it is.
    expect(traffic.lessons.joined().contains("not which client it is"))
  }
}
