public import HTTPMessages
public import Step5TokenResponse
public import Vocabulary

/// Reads the answer to a refresh: a token response like that of step 5.
public struct RefreshResponse: Step {
  /// The token response that it is.
  public let response: TokenResponse

  /// Sets it up.
  public init(response: TokenResponse) {
    self.response = response.afterRefresh()
  }

  /// Sets it up from the answer as it came.
  ///
  /// - Parameters:
  ///   - response: The answer of the token endpoint.
  ///   - grantedScope: What the user granted, which a refresh cannot widen; `nil` if that is not known.
  ///   - receivedAt: When the answer arrived, in seconds since 1970-01-01 00:00 UTC.
  ///   - origin: Where the answer comes from.
  public init(
    response: HTTPResponse, grantedScope: Scope?, receivedAt: Int64, origin: Origin
  ) {
    self.init(
      response: TokenResponse(
        response: response, requestedScope: grantedScope, receivedAt: receivedAt, origin: origin))
  }

  /// What it is called and what it is for.
  public static let heading = StepHeading(
    number: .after, name: "refresh-response", title: "Refresh: the answer",
    purpose:
      "A new access token, and perhaps a new refresh token. If none comes, the old one stays good; if one "
      + "comes, it takes the old one's place.",
    traffic: "The server answers the app directly: the back channel.")

  /// What the answer is for, in the server's own words if it has some.
  public var purpose: String { response.server?.words(on: .refreshed) ?? Self.heading.purpose }

  /// The same step, told which server answers.
  public func from(_ server: AuthorizationServer) -> RefreshResponse {
    RefreshResponse(response: response.from(server))
  }

  /// The same step, told by which scheme the request authenticated.
  public func answering(_ scheme: String) -> RefreshResponse {
    RefreshResponse(response: response.answering(scheme))
  }

  /// What the answer is held against: here that is what the user granted, and not what step 2 asked for.
  public var inputs: [Parameter] {
    let granted = response.requestedScope.map {
      Parameter("granted_scope", $0.value, in: .insideTheClient, origin: .given)
    }
    return [granted].compactMap { $0 } + response.inputs.filter { $0.name != "requested_scope" }
  }

  /// Takes the tokens from the answer, as step 5 does; a refused grant is a refused refresh token here.
  public func run() -> StepRun<Tokens, ReceivedMessage> {
    let run = response.run()
    guard case .failure(let error) = run.result, error.reason == .invalidGrant else { return run }
    let failure = StepFailure(
      .refreshRefused, "The server refused the refresh token.", expected: error.expected,
      received: error.received,
      why:
        "It was used before, revoked, has expired, or is not this app's. A server that notices a second use may "
        + "have revoked every token that came of it (RFC 9700 §4.14.2).",
      reference: .rfc6749("5.2"), findings: error.findings)
    return StepRun(failure, message: run.message, departures: run.departures)
  }
}
