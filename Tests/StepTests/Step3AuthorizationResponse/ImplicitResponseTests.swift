import HTTPMessages
import Step3AuthorizationResponse
import TestSupport
import Testing
import Vocabulary

/// Redirects that carry a token.
struct ImplicitResponseTests {
  /// RFC 6749 §4.2.2, in one line.
  private static let example =
    "http://example.com/cb#access_token=2YotnFZFEjr1zCsicMWpAA&state=xyz&token_type=example"
    + "&expires_in=3600"

  private func step(ofExample url: String) throws -> ImplicitResponse {
    try TestImplicitResponse.step(
      url: url, expected: "http://example.com/cb", state: "xyz", scope: "sleep")
  }

  @Test func `the example of RFC 6749 gives the token if that is a bearer token`() throws {
    let url = Self.example.replacing("=example&", with: "=Bearer&")
    let tokens = try step(ofExample: url).output()
    expect(tokens.accessToken.value, is: "2YotnFZFEjr1zCsicMWpAA")
    expect(tokens.tokenType, is: "Bearer")
    expect(tokens.expiresIn, is: 3600)
    // RFC 6749 §4.2.2: no refresh token, and a missing scope is the requested one.
    expect(tokens.refreshToken, is: nil)
    expect(tokens.scope, is: Scope("sleep"))
    expect(tokens.userID, is: nil)
    // Its own token has a type that nobody knows.
    // RFC 6749 §7.1: such a token must not be used.
    let failure = try #require(try step(ofExample: Self.example).failure)
    expect(failure.reason, is: .tokenTypeUnknown)
    expect(failure.received, is: "example")
    expect(failure.reference.section, is: "7.1")
  }

  @Test func `the example of Fitbit's tutorial gives the token`() throws {
    // The redirect of Fitbit's old interactive tutorial, with a state behind it.
    let url =
      "https://localhost/#scope=nutrition&user_id=28GVHZ&token_type=Bearer&expires_in=593433"
      + "&access_token=e30.e30.abc&state=xyz"
    let step = try TestImplicitResponse.step(
      url: url, expected: "https://localhost/", state: "xyz", scope: "nutrition sleep")
    let tokens = try step.output()
    expect(tokens.accessToken.value, is: "e30.e30.abc")
    expect(tokens.userID == "28GVHZ" && tokens.expiresIn == 593_433)
    expect(tokens.scope, is: Scope("nutrition"))
    let outputs = step.run().outputs
    expect(outputs.first { $0.name == "scope_not_granted" }?.value, is: "sleep")
  }

  private static let parts = [
    TestImplicitResponse.token, TestImplicitResponse.state, TestImplicitResponse.type,
    "expires_in=86400",
    "scope=activity%20sleep", "user_id=2ABCDE",
  ]

  @Test func `the order of the parameters does not matter, and each output is explained`() throws {
    let step = try TestImplicitResponse.step("#" + Self.parts.joined(separator: "&"))
    let expected = try step.output()
    expect(expected.scope.names, is: ["activity", "sleep"])
    for start in Self.parts.indices {
      let rotated = Array(Self.parts[start...] + Self.parts[..<start])
      for order in [rotated, rotated.reversed()] {
        let other = try TestImplicitResponse.step("#" + order.joined(separator: "&"))
        expect(try other.output(), is: expected, "\(order)")
      }
    }
    // Outputs show comparison, token and scope, each explained.
    let outputs = step.run().outputs
    expect(
      outputs.map(\.name),
      is: [
        "received_state", "state_verdict", "access_token", "token_type", "expires_in", "scope",
        "scope_not_granted", "user_id",
      ])
    expect(outputs.filter(\.isSecret).map(\.name), is: ["access_token"])
    for parameter in step.inputs + outputs {
      let told = parameter.explained(in: "authorization-response", at: .fitbit)
      expect(told.reference != nil, "\(parameter.name)")
    }
  }

  static let good: [(rest: String, token: String)] =
    [
      // RFC 6749 §4.2.2: unrecognized parameters are ignored, and no refresh token is issued.
      "#&\(TestImplicitResponse.good.dropFirst())&&",
      "\(TestImplicitResponse.good)&unknown=1&iss=x",
      "?\(TestImplicitResponse.good)", "?x=y\(TestImplicitResponse.good)",
      "#%61ccess_token=2YotnFZFEjr1zCsicMWpAA&\(TestImplicitResponse.state)&token_type=bEARER",
      "\(TestImplicitResponse.good)&refresh_token=never",
    ].map { ($0, "2YotnFZFEjr1zCsicMWpAA") } + [
      // It is percent-decoded once.
      (
        "#access_token=a%2Bb%3D%2520+c&\(TestImplicitResponse.state)&\(TestImplicitResponse.type)",
        "a+b=%20 c"
      )
    ]

  @Test(arguments: good)
  func `the token comes out wherever it stands in the fragment`(
    rest: String, token: String
  ) throws {
    let tokens = try TestImplicitResponse.step(rest).output()
    expect(tokens.accessToken.value, is: token)
    expect(tokens.refreshToken, is: nil)
  }

  @Test(arguments: [
    ("0", 0), ("86400", 86400), ("31536000", 31_536_000), ("2147483647", 2_147_483_647),
  ])
  func `a lifetime is a number of seconds`(text: String, seconds: Int) throws {
    let rest =
      "#\(TestImplicitResponse.token)&\(TestImplicitResponse.state)&\(TestImplicitResponse.type)"
    expect(
      try TestImplicitResponse.step(rest + "&expires_in=" + text).output().expiresIn, is: seconds)
    // RFC 6749 §4.2.2: recommended, not required.
    expect(try TestImplicitResponse.step(rest).output().expiresIn, is: nil)
  }

  @Test func `a query in the redirect URI comes back before the fragment`() throws {
    // RFC 6749 §3.1.2: the query of a redirect URI is kept.
    let expected = "https://example.com/cb?tenant=1"
    let step = try TestImplicitResponse.step(
      url: expected + TestImplicitResponse.good, expected: expected, state: Guide.state,
      scope: "sleep")
    expect(try step.output().accessToken.value, is: "2YotnFZFEjr1zCsicMWpAA")
  }

  @Test(arguments: [("86400", "1 day."), ("604800", "7 days."), ("3600", "until it expires.")])
  func `the remark says how long a thief has`(seconds: String, ending: String) throws {
    let rest =
      "#\(TestImplicitResponse.token)&\(TestImplicitResponse.state)&\(TestImplicitResponse.type)"
    let step = try TestImplicitResponse.step(rest + "&expires_in=" + seconds)
    guard case .remark(let text)? = step.run().notes.first else {
      Issue.record("no remark")
      return
    }
    expect(text.contains(ending))
  }
}
