import HTTPMessages
import Step3AuthorizationResponse
import TestSupport
import Testing
import Vocabulary

struct AuthorizationResponseTests {
  static let code = "code=" + Guide.code
  static let state = "state=" + Guide.state

  private func step(_ rest: String) throws -> AuthorizationResponse {
    AuthorizationResponse(
      redirect: Redirect(url: Guide.redirectURI + rest),
      expectedRedirectURI: try RedirectURI(Guide.redirectURI), expectedState: State(Guide.state),
      expectedIssuer: .unknown, origin: .recorded)
  }

  static let good: [(rest: String, code: String)] =
    [
      // The guide, step 3: the code stands between "code" and "#_=_".
      "?\(code)&\(state)#_=_", "?\(state)&\(code)#_=_",
      // RFC 6749 §4.1.2: unrecognized response parameters are ignored, and no order is laid down.
      "?\(code)&\(state)", "?\(state)&\(code)", "?\(state)&\(code)#", "?&\(code)&&\(state)&",
      "?x=y&\(code)&session_state=1&\(state)&iss=z", "?\(code)&\(state)#code=other&state=other",
      "?c%6Fde=\(Guide.code)&%73tate=\(Guide.state)", "?\(code)&\(state)&CODE=x&State=y",
    ].map { ($0, Guide.code) } + [
      // It is percent-decoded once.
      ("?code=a%2Bb%3D%2520+c&\(state)", "a+b=%20 c")
    ]

  @Test(arguments: good)
  func `the code comes out wherever it stands in the query`(rest: String, code: String) throws {
    expect(try step(rest).output().value, is: code)
  }

  @Test(arguments: [
    // An answer in the fragment alone is the implicit grant's: RFC 6749 §4.2.2.
    // RFC 6749 §4.1.2 and §10.12: the state is required, exact, and in the query.
    ("?\(code)", StepFailure.Reason.stateMissing), ("?\(code)#\(state)", .stateMissing),
    ("?\(code)#_=_&\(state)", .stateMissing), ("?\(code)&State=\(Guide.state)", .stateMissing),
    ("", .stateMissing), ("?", .stateMissing), ("#_=_", .stateMissing),
    ("#\(code)&\(state)", .codeMissing), ("?\(code)&state", .stateMismatch),
    ("?\(code)&state=", .stateMismatch), ("?\(code)&state=other", .stateMismatch),
    ("?\(code)&state=RY3DJ8WQ0TZ5MVB6KC1UXG", .stateMismatch),
    ("?\(code)&\(state)%20", .stateMismatch), ("?\(code)&\(state)x", .stateMismatch),
    ("?\(code)&state=rY3dJ8wq0Tz5mVb6Kc1uX", .stateMismatch),
    ("?\(code)&\(state)%23_%3D_", .stateMismatch), ("?\(code)&\(state)%00", .stateMismatch),
    // RFC 6749 §3.1: no parameter more than once.
    ("?\(code)&\(state)&\(state)", .parameterRepeated),
    ("?\(code)&\(state)&state=other", .parameterRepeated),
    ("?\(code)&state=other&\(state)", .parameterRepeated),
    ("?\(code)&\(state)&\(code)", .parameterRepeated),
    ("?code=other&\(code)&\(state)", .parameterRepeated),
    ("?\(code)&c%6fde=x&\(state)", .parameterRepeated),
    ("?\(state)&error=a&error=b", .parameterRepeated),
    // RFC 6749 §4.1.2: a code is required where there is no error.
    ("?\(state)", .codeMissing), ("?\(state)&Code=x", .codeMissing),
    ("?\(state)#\(code)", .codeMissing), ("?\(state)&code=", .codeEmpty),
    ("?\(state)&code", .codeEmpty),
    // RFC 6749 §4.1.2.1.
    ("?error=access_denied&\(state)#_=_", .accessDenied),
    ("?\(state)&error=access_denied&error_description=No", .accessDenied),
    ("?\(state)&error=invalid_scope", .authorizationError),
    ("?\(state)&error=server_error&error_uri=https%3A%2F%2Fa", .authorizationError),
    ("?\(state)&error=Access_Denied", .authorizationError),
    ("?\(state)&error=", .authorizationError),
    ("?\(code)&\(state)&error=access_denied", .accessDenied),
    ("?error=access_denied", .stateMissing), ("?error=access_denied&state=x", .stateMismatch),
    // RFC 3986 §2.1.
    ("?\(code)%&\(state)", .redirectMalformed), ("?\(code)%2&\(state)", .redirectMalformed),
    ("?\(code)&\(state)&x=%zz", .redirectMalformed), ("?%=1&\(code)&\(state)", .redirectMalformed),
    ("?\(code)%FF&\(state)", .redirectMalformed), ("?\(code)%C3&\(state)", .redirectMalformed),
  ])
  func `no code comes out of anything else`(rest: String, reason: StepFailure.Reason) throws {
    let failure = try #require(try step(rest).failure)
    expect(failure.reason, is: reason)
    expect(!failure.message.isEmpty && !failure.why.isEmpty)
    expect(!failure.reference.heading.isEmpty)
  }

  @Test func `a failure shows the state that came and the error, but not the code`() throws {
    let failure = try #require(try step("?\(Self.code)&state=planted&error=x").failure)
    expect(failure.reason, is: .stateMismatch)
    expect(failure.expected, is: Guide.state)
    expect(failure.received, is: "planted")
    let shown = failure.findings.map { ($0.name, $0.value) }
    expect(shown.contains { $0 == ("received_state", "planted") })
    expect(shown.contains { $0 == ("state_verdict", "different") })
    expect(shown.contains { $0 == ("error", "x") })
    expect(!failure.findings.contains { $0.value.contains(Guide.code) })
  }

  @Test func `outputs show the comparison and the code`() throws {
    let step = try step("?\(Self.code)&\(Self.state)#_=_")
    let outputs = step.run().outputs
    expect(outputs.map(\.name), is: ["received_state", "state_verdict", "code"])
    expect(outputs.map(\.value), is: [Guide.state, "equal", Guide.code])
    expect(outputs.last?.isSecret, is: true)
    for parameter in step.inputs + outputs { expect(parameter.reference != nil) }
    expect(step.run().notes.count, is: 1)
    expect(try self.step("?\(Self.code)&\(Self.state)").run().notes.isEmpty)
  }
}
