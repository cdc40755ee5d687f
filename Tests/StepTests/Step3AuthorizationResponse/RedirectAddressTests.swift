import HTTPMessages
import Step3AuthorizationResponse
import TestSupport
import Testing
import Vocabulary

struct RedirectAddressTests {
  static let answer = "code=\(Guide.code)&state=\(Guide.state)"

  private func step(_ url: String, expected: String) throws -> AuthorizationResponse {
    AuthorizationResponse(
      redirect: Redirect(url: url), expectedRedirectURI: try RedirectURI(expected),
      expectedState: State(Guide.state), expectedIssuer: .unknown, origin: .recorded)
  }

  @Test(arguments: [
    // RFC 9700 §2.1 and §4.1.3: exact string matching.
    "http://127.0.0.1:8089/callback/", "http://127.0.0.1:8089/Callback",
    "http://127.0.0.1:8089/callbac", "http://127.0.0.1:8089/callback2", "http://127.0.0.1:8089/",
    "http://127.0.0.1:8089", "http://127.0.0.1:8090/callback", "http://127.0.0.1/callback",
    "https://127.0.0.1:8089/callback", "HTTP://127.0.0.1:8089/callback",
    "http://localhost:8089/callback", "http://user@127.0.0.1:8089/callback",
    "http://127.0.0.1:8089/%63allback", "http://127.0.0.1:8089/x/../callback",
    "http://127.0.0.1:8089//callback", "//127.0.0.1:8089/callback", "/callback", "",
    ":http://127.0.0.1:8089/callback", " http://127.0.0.1:8089/callback",
    "http://127.0.0.1:8089/callback\u{301}",
  ])
  func `a redirect to another address gives no code`(address: String) throws {
    let url = address + "?" + Self.answer
    let failure = try #require(try step(url, expected: Guide.redirectURI).failure)
    expect(failure.reason, is: .redirectElsewhere)
    expect(failure.expected, is: Guide.redirectURI)
  }

  /// An address, the redirect URI that it resembles, and what is wrong with it.
  static let others: [(address: String, expected: String, reason: StepFailure.Reason)] = [
    // Host names differ if their case differs.
    ("https://EXAMPLE.com/cb?", "https://example.com/cb", .redirectElsewhere),
    // U+212A KELVIN SIGN is canonically equivalent to K; as a string of octets it is another.
    ("https://example.com/\u{212A}?", "https://example.com/K", .redirectElsewhere),
    // A longer value is not the query of the redirect URI.
    ("https://example.com/cb?tenant=12&", "https://example.com/cb?tenant=1", .redirectElsewhere),
    // A redirect URI that already holds a state cannot be answered.
    (
      "https://example.com/cb?state=fixed&", "https://example.com/cb?state=fixed",
      .parameterRepeated
    ),
  ]

  @Test(arguments: others)
  func `an address that merely looks like the redirect URI is another one`(
    address: String, expected: String, reason: StepFailure.Reason
  ) throws {
    expect(try step(address + Self.answer, expected: expected).failure?.reason, is: reason)
  }

  @Test(arguments: ["com.example.app:/cb", "com.example.app:///cb", "com.example.app://cb"])
  func `a private-use scheme is compared with its slashes`(expected: String) throws {
    expect(try step(expected + "?" + Self.answer, expected: expected).failure, is: nil)
    let forms = ["com.example.app:/cb", "com.example.app:///cb", "com.example.app://cb"]
    for other in forms where other != expected {
      let step = try step(other + "?" + Self.answer, expected: expected)
      expect(step.failure?.reason, is: .redirectElsewhere, "\(other)")
    }
  }

  @Test func `a query in the redirect URI must come back, and the answer follows it`() throws {
    // RFC 6749 §3.1.2: the query component MUST be retained when adding parameters.
    let expected = "https://example.com/cb?tenant=1"
    let right = try step(expected + "&" + Self.answer + "#_=_", expected: expected)
    expect(try right.output().value, is: Guide.code)
    for query in ["", "tenant=2&", "Tenant=1&", "tenant=&", "xtenant=1&", "x=y&tenant=1&"] {
      let step = try step("https://example.com/cb?" + query + Self.answer, expected: expected)
      expect(step.failure?.reason, is: .redirectElsewhere, "\(query)")
    }
  }
}
