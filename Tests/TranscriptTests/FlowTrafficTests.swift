import TestSupport
import Testing
import Transcript
import Vocabulary

/// What went where in the flows without PKCE, and what is said about it.
struct FlowTrafficTests {
  @Test func `the plain code flow shows the browser no challenge`() async throws {
    let traffic = Traffic(try await FlowReport.make(.code))
    expect(traffic.front, is: ["client_id", "redirect_uri", "scope", "state", "code"])
    expect(
      traffic.back,
      is: [
        "client_id", "redirect_uri", "scope", "code", "client_secret", "access_token",
        "refresh_token",
      ])
    expect(traffic.inside.isEmpty)
    let lessons = traffic.lessons.joined(separator: "\n")
    expect(lessons.contains("An attacker lacks the client secret"))
    expect(lessons.contains("PKCE also stops that"))
    expect(!lessons.contains("verifier") && lessons.contains("No token appeared in a URL."))
  }

  @Test func `the implicit flow shows the browser the token`() async throws {
    let traffic = Traffic(try await FlowReport.make(.implicit))
    expect(
      traffic.front, is: ["client_id", "redirect_uri", "scope", "state", "access_token"])
    expect(traffic.back.isEmpty && traffic.inside.isEmpty)
    let lessons = traffic.lessons.joined(separator: "\n")
    expect(lessons.contains("The access token itself was in a URL"))
    expect(!lessons.contains("No token appeared") && !lessons.contains("client secret"))
  }

  @Test func `client credentials show the browser nothing at all`() async throws {
    let body = #"{"access_token":"a","token_type":"Bearer"}"#
    let traffic = Traffic(try await FlowReport.make(.clientCredentials, body: body))
    expect(traffic.front.isEmpty && traffic.inside.isEmpty)
    expect(traffic.back, is: ["client_id", "client_secret", "access_token"])
    let lessons = traffic.lessons.joined(separator: "\n")
    expect(lessons.contains("the client's own data"))
    expect(!lessons.contains("state") && !lessons.contains("code"))
    // RFC 6749 §4.4: it may also be another owner's data, if that was arranged before.
    expect(lessons.contains("arranged with the server beforehand"))
    expect(!lessons.contains("that is why"))
  }

  @Test(arguments: [
    ("error=access_denied&state=\(Guide.state)", false, "No URL of this run contained anything"),
    ("access_token=a&token_type=Bearer&state=planted", true, "state stops a planted redirect"),
  ])
  func `a refused user lost nothing, and a planted token passed through the browser`(
    fragment: String, hasToken: Bool, lesson: String
  ) async throws {
    let traffic = Traffic(try await FlowReport.make(.implicit, rest: "#" + fragment))
    expect(traffic.front.contains("access_token"), is: hasToken)
    expect(traffic.lessons.joined().contains(lesson))
  }

  @Test func `a refused application has no token to draw a lesson from`() async throws {
    let report = try await FlowReport.make(
      .clientCredentials, body: #"{"error":"invalid_client"}"#, status: 401)
    let traffic = Traffic(report)
    expect(traffic.back, is: ["client_id", "client_secret"])
    expect(traffic.lessons.isEmpty)
  }

  @Test(arguments: Flow.allCases)
  func `nothing is listed twice, and secrets stay off the browser`(flow: Flow) async throws {
    let traffic = Traffic(try await FlowReport.make(flow))
    for names in [traffic.front, traffic.back, traffic.inside] {
      expect(Set(names).count, is: names.count)
    }
    expect(!traffic.front.contains("client_secret"))
    expect(!traffic.front.contains("refresh_token"))
    expect(traffic.front.contains("access_token"), is: (flow == .implicit))
  }
}
