public import HTTPMessages
public import Step5TokenResponse
public import Vocabulary

/// The response to a refresh: a token response as in step 5.
public struct RefreshResponse: Step {
  /// The token response, which a refresh reads differently in a few points.
  public let response: TokenResponse

  /// Creates the step from a token response.
  public init(response: TokenResponse) {
    self.response = response.afterRefresh()
  }

  /// Creates the step from the response as received.
  ///
  /// - Parameters:
  ///   - response: The response of the token endpoint.
  ///   - grantedScope: The granted scope, which a refresh cannot widen, or `nil` if unknown.
  ///   - receivedAt: The time of arrival, in seconds since 1970-01-01 00:00 UTC.
  ///   - origin: The origin of the response.
  public init(
    response: HTTPResponse, grantedScope: Scope?, receivedAt: Int64, origin: Origin
  ) {
    self.init(
      response: TokenResponse(
        response: response, requestedScope: grantedScope, receivedAt: receivedAt, origin: origin))
  }

  /// The name, title, and purpose of the step.
  public static let heading = StepHeading(
    number: .after, name: "refresh-response", title: "Refresh response",
    purpose:
      "A new access token, and perhaps a new refresh token. A new refresh token replaces the old "
      + "one; without a new one, the old one stays valid.",
    traffic: "Back channel: only the client and the server see this response.")

  /// The purpose of the response, with the text for this server if there is one.
  public var purpose: String { response.server?.words(on: .refreshed) ?? Self.heading.purpose }

  /// Returns the step with the server that sent the response.
  public func from(_ server: AuthorizationServer) -> RefreshResponse {
    RefreshResponse(response: response.from(server))
  }

  /// Returns the step with the scheme by which the request authenticated.
  public func expecting(_ scheme: String) -> RefreshResponse {
    RefreshResponse(response: response.expecting(scheme))
  }

  /// The values that the response is compared with: the granted scope replaces the requested one.
  public var inputs: [Parameter] {
    let granted = response.requestedScope.map {
      Parameter("granted_scope", $0.value, in: .insideTheClient, origin: .given)
    }
    return [granted].compactMap { $0 } + response.inputs.filter { $0.name != "requested_scope" }
  }

  /// Reads the tokens as step 5 does; `invalid_grant` means a rejected refresh token here.
  public func run() -> StepRun<Tokens, ReceivedMessage> {
    let run = response.run()
    guard case .failure(let error) = run.result, error.reason == .invalidGrant else { return run }
    let failure = StepFailure(
      .refreshRefused, "The server rejected the refresh token.", expected: error.expected,
      received: error.received,
      why:
        "It was already used, has expired, was revoked, or belongs to another client. A server "
        + "that detects reuse also revokes the active refresh token (RFC 9700 §4.14.2).",
      reference: .rfc6749("5.2"), findings: error.findings)
    return StepRun(failure, message: run.message, departures: run.departures)
  }
}
