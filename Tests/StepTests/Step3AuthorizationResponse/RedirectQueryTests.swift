import HTTPMessages
import Step3AuthorizationResponse
import TestSupport
import Testing
import Vocabulary

/// A redirect URI with a query, which RFC 6749 §3.1.2 wants kept and RFC 9700 §4.1.3 compared as it stands.
struct RedirectQueryTests {
  private func failure(_ redirect: String, of registered: String) throws -> StepFailure? {
    AuthorizationResponse(
      redirect: Redirect(url: redirect), expectedRedirectURI: try RedirectURI(registered),
      expectedState: State(Guide.state), expectedIssuer: .unknown, origin: .given
    ).failure
  }

  @Test(arguments: [
    (
      "?tenant=a+b&code=c0de&state=s", "?tenant=a+b",
      "character 9: '%20b' is registered, '+b' was received"
    ),
    ("?code=c0de&tenant=a%20b", "?tenant=a%20b", ""),
    (
      "?code=c0de&state=s", "",
      "character 1: 'tenant=a%20b' is registered, nothing more was received"
    ),
  ])
  func `both queries are shown, and where they part`(
    query: String, shown: String, says: String
  ) throws {
    let registered = "http://127.0.0.1:1/cb?tenant=a%20b"
    let failure = try failure("http://127.0.0.1:1/cb" + query, of: registered)
    expect(failure?.reason, is: .redirectElsewhere)
    expect(failure?.expected, is: registered)
    expect(failure?.received, is: "http://127.0.0.1:1/cb" + shown)
    expect(failure?.why.contains(says) ?? false, failure?.why ?? "")
    expect(failure?.received.contains("c0de"), is: false)
  }

  @Test func `another address is no matter of the query`() throws {
    let failure = try failure("http://127.0.0.1:1/other?x=1&code=c", of: "http://127.0.0.1:1/cb")
    expect(failure?.received, is: "http://127.0.0.1:1/other")
    expect(failure?.why.contains("queries"), is: false)
  }
}
