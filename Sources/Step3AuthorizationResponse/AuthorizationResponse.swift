public import HTTPMessages
public import Vocabulary

/// Step 3: read the redirect, and take the authorization code from it.
///
/// The code is returned only after the state was compared. The next step is `TokenRequest`.
/// RFC 6749 §4.1.2 and §4.1.2.1.
public struct AuthorizationResponse: Step {
  /// The redirect as received.
  public let redirect: Redirect
  /// The redirect URI from step 2, which the redirect must match.
  public let expectedRedirectURI: RedirectURI
  /// The state from step 2, which the server must return unchanged.
  public let expectedState: State
  /// The issuer of the server from step 2, which a redirect with an issuer must name.
  public let expectedIssuer: ExpectedIssuer
  /// The origin of the redirect: recorded, practice, live, or given.
  public let origin: Origin
  /// The server from step 2, for texts that apply only to it, or `nil` if it is unknown.
  private(set) var server: AuthorizationServer?

  /// Creates a step that reads one redirect.
  public init(
    redirect: Redirect, expectedRedirectURI: RedirectURI, expectedState: State,
    expectedIssuer: ExpectedIssuer, origin: Origin
  ) {
    self.redirect = redirect
    self.expectedRedirectURI = expectedRedirectURI
    self.expectedState = expectedState
    self.expectedIssuer = expectedIssuer
    self.origin = origin
  }

  /// Returns the step with the server that redirected.
  public func from(_ server: AuthorizationServer) -> AuthorizationResponse {
    var step = self
    step.server = server
    return step
  }

  /// Reads the redirect once: checks it, and returns the code with notes and departures.
  ///
  /// The step fails if the redirect goes to another URL, cannot be decoded, repeats a parameter,
  /// lacks the right state, has an error such as `error=access_denied`, or has no code.
  public func run() -> StepRun<AuthorizationCode, ReceivedMessage> {
    run { text throws(Form.Fault) in try Form(decoding: text) }
  }

  /// Reads the redirect with another decoder, so that a test can count its calls.
  package func run(
    decoding decode: (String) throws(Form.Fault) -> Form
  ) -> StepRun<AuthorizationCode, ReceivedMessage> {
    let check = RedirectCheck(
      redirect, part: .query, expectedRedirectURI: expectedRedirectURI,
      expectedState: expectedState, expectedIssuer: expectedIssuer, origin: origin, decode)
    return check.run(at: server, notes: notes) { () throws(StepFailure) in
      let code = try code(check)
      return (code, [Parameter("code", code.value, in: .insideTheClient, origin: origin)])
    }
  }

  private func code(_ check: RedirectCheck) throws(StepFailure) -> AuthorizationCode {
    let form = try check.form()
    try checkFragment(check)
    // The state first: until it is right, neither a code nor an error in this redirect can be
    // trusted (RFC 6749 §10.12).
    try check.checkState(in: form)
    try check.checkIssuer(in: form)
    try check.checkError(in: form)
    return try code(in: form, check)
  }
}
