public import HTTPMessages
public import Vocabulary

/// Step 3 of the implicit flow: read the redirect that carries the access token itself.
///
/// There is no step after it, and no refresh token: when the token ends, the user is asked again.
/// RFC 6749 §4.2.2 and §4.2.2.1.
public struct ImplicitResponse: Step {
  /// The redirect as it came.
  public let redirect: Redirect
  /// The redirect URI of step 2: where the redirect must go.
  public let expectedRedirectURI: RedirectURI
  /// The state of step 2: what must come back.
  public let expectedState: State
  /// What step 2 asked for, to be compared with what was granted.
  public let requestedScope: Scope
  /// The server of step 2: whom the redirect must name, if it names anyone.
  public let expectedIssuer: ExpectedIssuer
  /// Where the redirect comes from.
  public let origin: Origin
  /// The server of step 2, for what holds only there; `nil` if nobody has told.
  private(set) var server: AuthorizationServer?

  /// Sets the step up.
  public init(
    redirect: Redirect, expectedRedirectURI: RedirectURI, expectedState: State,
    requestedScope: Scope, expectedIssuer: ExpectedIssuer, origin: Origin
  ) {
    self.redirect = redirect
    self.expectedRedirectURI = expectedRedirectURI
    self.expectedState = expectedState
    self.requestedScope = requestedScope
    self.expectedIssuer = expectedIssuer
    self.origin = origin
  }

  /// The same step, told which server redirected.
  public func from(_ server: AuthorizationServer) -> ImplicitResponse {
    var step = self
    step.server = server
    return step
  }

  /// Reads the redirect once: checks it, takes the access token, and says what it found.
  ///
  /// The tokens are an access token and never a refresh token. The step stops at a redirect that goes
  /// elsewhere, cannot be decoded, repeats a parameter, lacks the right state, carries an error such as
  /// `error=access_denied`, or has no access token of a known type.
  public func run() -> StepRun<Tokens, ReceivedMessage> {
    run { text throws(Form.Fault) in try Form(decoding: text) }
  }

  /// Does the same with a reader of its own for query and fragment, so that a test can count.
  package func run(
    decoding decode: (String) throws(Form.Fault) -> Form
  ) -> StepRun<Tokens, ReceivedMessage> {
    let check = RedirectCheck(
      redirect, part: .fragment, expectedRedirectURI: expectedRedirectURI,
      expectedState: expectedState, expectedIssuer: expectedIssuer, origin: origin, decode)
    return check.run(at: server, notes: notes) { () throws(StepFailure) in
      let tokens = try tokens(check)
      return (tokens, outputs(of: tokens))
    }
  }

  private func tokens(_ check: RedirectCheck) throws(StepFailure) -> Tokens {
    let form = try check.form()
    try checkQuery(check, besides: form)
    // As with a code: until the state is right, nothing in this redirect can be believed.
    try check.checkState(in: form)
    try check.checkIssuer(in: form)
    try check.checkError(in: form)
    return try tokens(in: form, check)
  }
}
