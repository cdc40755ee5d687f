public import HTTPMessages
public import Vocabulary

/// Step 3: read the redirect that the browser brought, and take the authorization code from it.
///
/// The code comes out only after the state was compared. The next step is `TokenRequest`.
/// RFC 6749 §4.1.2 and §4.1.2.1.
public struct AuthorizationResponse: Step {
  /// The redirect as it came.
  public let redirect: Redirect
  /// The redirect URI of step 2: where the redirect must go.
  public let expectedRedirectURI: RedirectURI
  /// The state of step 2: what must come back.
  public let expectedState: State
  /// The server of step 2: whom the redirect must name, if it names anyone.
  public let expectedIssuer: ExpectedIssuer
  /// Where the redirect comes from.
  public let origin: Origin
  /// The server of step 2, for what holds only there; `nil` if nobody has told.
  private(set) var server: AuthorizationServer?

  /// Sets the step up.
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

  /// The same step, told which server redirected.
  public func from(_ server: AuthorizationServer) -> AuthorizationResponse {
    var step = self
    step.server = server
    return step
  }

  /// Reads the redirect once: checks it, takes the code, and says what it found.
  ///
  /// The step stops at a redirect that goes elsewhere, cannot be decoded, repeats a parameter, lacks
  /// the right state, carries an error such as `error=access_denied`, or has no code.
  public func run() -> StepRun<AuthorizationCode, ReceivedMessage> {
    run { text throws(Form.Fault) in try Form(decoding: text) }
  }

  /// Does the same with a reader of its own for query and fragment, so that a test can count.
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
    // The state comes first: until it is right, nothing in this redirect can be believed, an error
    // as little as a code (RFC 6749 §10.12).
    try check.checkState(in: form)
    try check.checkIssuer(in: form)
    try check.checkError(in: form)
    return try code(in: form, check)
  }
}
