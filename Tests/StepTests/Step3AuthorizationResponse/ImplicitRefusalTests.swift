import HTTPMessages
import Step3AuthorizationResponse
import TestSupport
import Testing
import Vocabulary

/// Redirects from which the implicit flow takes no token.
struct ImplicitRefusalTests {
  private static let token = TestImplicitResponse.token
  private static let state = TestImplicitResponse.state
  private static let type = TestImplicitResponse.type
  private static let both = "#" + token + "&" + type

  private static let cases: [(rest: String, reason: StepFailure.Reason)] = [
    // RFC 6749 §4.2.2 and §10.12: the state is required, exact, and in the fragment.
    (both, .stateMissing), ("", .stateMissing), ("#", .stateMissing), ("#_=_", .stateMissing),
    ("?\(state)\(both)", .stateMissing), ("\(both)&State=\(Guide.state)", .stateMissing),
    ("\(both)&state=", .stateMismatch), ("\(both)&state", .stateMismatch),
    ("\(both)&state=other", .stateMismatch), ("\(both)&\(state)x", .stateMismatch),
    ("\(both)&\(state)%00", .stateMismatch),
    ("\(both)&state=RY3DJ8WQ0TZ5MVB6KC1UXG", .stateMismatch),
    // RFC 6749 §3.1: no parameter more than once.
    ("\(both)&\(state)&\(state)", .parameterRepeated),
    ("\(both)&\(state)&\(token)", .parameterRepeated),
    ("\(both)&\(state)&access_token=other", .parameterRepeated),
    ("\(both)&\(state)&%61ccess_token=other", .parameterRepeated),
    ("\(both)&\(state)&\(type)", .parameterRepeated),
    ("\(both)&\(state)&scope=a&scope=b", .parameterRepeated),
    // RFC 6749 §4.2.2.1: errors stand in the fragment.
    ("#error=access_denied&\(state)", .accessDenied),
    ("#\(state)&error=access_denied&error_description=No", .accessDenied),
    ("\(both)&\(state)&error=access_denied", .accessDenied),
    ("#error=unsupported_response_type&\(state)", .authorizationError),
    ("#error=Access_Denied&\(state)", .authorizationError),
    ("#error=&\(state)", .authorizationError), ("#error=access_denied", .stateMissing),
    ("#error=access_denied&state=x", .stateMismatch),
    // RFC 6749 §4.1.2: an answer in the query is that of a code flow.
    ("?code=x&\(state)", .tokenMissing), ("?code=x&\(state)#_=_", .tokenMissing),
    ("?error=access_denied&\(state)#_=_", .tokenMissing),
    ("?code=x#\(state)", .tokenMissing),
    // RFC 6749 §4.2.2: access_token and token_type are required.
    ("#\(state)", .tokenMissing), ("#\(state)&\(type)", .tokenMissing),
    ("#\(state)&\(type)&access_token=", .tokenMissing),
    ("#\(state)&\(type)&access_token", .tokenMissing),
    ("#\(state)&\(type)&Access_Token=x", .tokenMissing),
    ("#\(state)&\(type)&code=x", .tokenMissing),
    ("#\(token)&\(state)", .tokenTypeUnknown),
    ("#\(token)&\(state)&token_type=", .tokenTypeUnknown),
    ("#\(token)&\(state)&token_type=mac", .tokenTypeUnknown),
    ("#\(token)&\(state)&token_type=Bearer%20", .tokenTypeUnknown),
  ]

  /// What stands in an answer, and cannot be read.
  private static let unreadable: [(rest: String, reason: StepFailure.Reason)] =
    // RFC 3986 §2.1.
    ["%", "%2", "%zz", "%FF", "%C3"].flatMap { text in
      ["\(both)&\(state)&x=\(text)", "#\(text)=1&\(state)"].map { ($0, .redirectMalformed) }
    }
    // RFC 6749 Appendix A.14: a lifetime has digits only.
    + [
      "", "-1", "+1", "1.5", "1e3", "%201", "soon", "0x10", "2147483648", "99999999999999999999",
      "%D9%A1",
    ].map { ("\(both)&\(state)&expires_in=\($0)", .wrongShape) }

  @Test func `no token comes out of anything else, and no failure shows it`() throws {
    for (rest, reason) in Self.cases {
      let failure = try TestImplicitResponse.step(rest).failure
      expect(failure?.reason, is: reason, "\(rest)")
      expect(failure?.message.isEmpty == false && failure?.why.isEmpty == false)
      expect(failure?.reference.heading.isEmpty, is: false)
    }
    for (rest, _) in Self.cases where rest.contains(Self.token) {
      guard let failure = try TestImplicitResponse.step(rest).failure else { continue }
      guard failure.reason != .parameterRepeated else { continue }
      let texts = [failure.message, failure.expected, failure.received]
      let shown = texts + failure.findings.map(\.value)
      expect(!shown.contains { $0.contains("2YotnFZFEjr1zCsicMWpAA") }, "\(rest)")
    }
  }

  @Test(arguments: unreadable)
  func `what cannot be decoded, or is no number of seconds, is refused`(
    rest: String, reason: StepFailure.Reason
  ) throws {
    expect(try TestImplicitResponse.step(rest).failure?.reason, is: reason)
  }

  @Test(arguments: [
    // RFC 9700 §2.1 and §4.1.3: exact string matching.
    "http://127.0.0.1:8089/callback/", "http://127.0.0.1:8089/Callback",
    "http://127.0.0.1:8090/callback", "https://127.0.0.1:8089/callback",
    "http://localhost:8089/callback", "http://user@127.0.0.1:8089/callback",
    "http://127.0.0.1:8089/%63allback", "//127.0.0.1:8089/callback", "/callback", "",
    "http://127.0.0.1:8089/callback\u{301}",
  ])
  func `a redirect to another address gives no token`(address: String) throws {
    let step = try TestImplicitResponse.step(
      url: address + TestImplicitResponse.good, expected: Guide.redirectURI, state: Guide.state,
      scope: Guide.scope)
    expect(step.failure?.reason, is: .redirectElsewhere)
  }

  @Test func `the authorization request itself is told from the redirect`() throws {
    let url =
      "https://www.fitbit.com/oauth2/authorize?response_type=token&client_id=ABC123&state=x"
    let step = try TestImplicitResponse.step(
      url: url, expected: Guide.redirectURI, state: Guide.state, scope: Guide.scope)
    let failure = try #require(step.failure)
    expect(failure.reason, is: .redirectElsewhere)
    expect(failure.message.contains("authorization request from step 2"))
    expect(failure.expected.contains("#access_token=") && !failure.expected.contains("code"))
  }

  @Test func `a refused user is told in the words of this flow`() throws {
    let failure = try #require(
      try TestImplicitResponse.step("#error=access_denied&\(Self.state)").failure)
    expect(failure.expected, is: "an access token")
    expect(failure.reference.section, is: "4.2.2.1")
    let other = try #require(try TestImplicitResponse.step("#error=x&\(Self.state)").failure)
    expect(!other.message.contains("code") && !other.why.contains("code"))
  }
}
