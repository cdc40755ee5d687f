public import HTTPMessages
public import Vocabulary

/// Step 3 of the implicit flow: read the redirect, which contains the access token.
///
/// This is the last step. There is no refresh token: when the token expires, the user must
/// authorize again.
/// RFC 6749 §4.2.2 and §4.2.2.1.
public struct ImplicitResponse: Step {
  /// The redirect as received.
  public let redirect: Redirect
  /// The redirect URI from step 2, which the redirect must match.
  public let expectedRedirectURI: RedirectURI
  /// The state from step 2, which the server must return unchanged.
  public let expectedState: State
  /// The scopes requested in step 2, to compare with the granted ones.
  public let requestedScope: Scope
  /// The issuer of the server from step 2, which a redirect with an issuer must name.
  public let expectedIssuer: ExpectedIssuer
  /// The origin of the redirect: recorded, practice, live, or given.
  public let origin: Origin
  /// The server from step 2, for texts that apply only to it, or `nil` if it is unknown.
  private(set) var server: AuthorizationServer?

  /// Creates a step that reads one redirect of the implicit flow.
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

  /// Returns the step with the server that redirected.
  public func from(_ server: AuthorizationServer) -> ImplicitResponse {
    var step = self
    step.server = server
    return step
  }

  /// Reads the redirect once: checks it, and returns the access token with notes and departures.
  ///
  /// The tokens never include a refresh token. The step fails if the redirect goes to another URL,
  /// cannot be decoded, repeats a parameter, lacks the right state, has an error such as
  /// `error=access_denied`, or has no access token of a known type.
  public func run() -> StepRun<Tokens, ReceivedMessage> {
    run { text throws(Form.Fault) in try Form(decoding: text) }
  }

  /// Reads the redirect with another decoder, so that a test can count its calls.
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
    try checkQuery(check, fragment: form)
    // As with a code, nothing in this redirect can be trusted until the state is right.
    try check.checkState(in: form)
    try check.checkIssuer(in: form)
    try check.checkError(in: form)
    return try tokens(in: form, check)
  }
}
