public import HTTPMessages
public import Vocabulary

/// Step 5: read the response of the token endpoint.
///
/// This is the last step of the flow. The tokens are then used at the API, refreshed, and revoked.
/// RFC 6749 §5.1 for tokens, §5.2 for a rejection.
public struct TokenResponse: Step {
  /// The largest body that is read, in bytes; a token response has a few hundred.
  public static let bodyLimit = 1 << 20
  /// The most members that are shown one by one; an OAuth response has a few dozen.
  package static let mostMembers = 200

  /// The response as received.
  public let response: HTTPResponse
  /// The scopes requested in step 2, to compare with the granted ones, or `nil` without a user.
  public let requestedScope: Scope?
  /// The time of arrival, in seconds since 1970-01-01 00:00 UTC.
  public let receivedAt: Int64
  /// The origin of the response: recorded, practice, live, or given.
  public let origin: Origin
  /// The server that responded, for texts that apply only to it, or `nil` if it is unknown.
  public private(set) var server: AuthorizationServer?

  /// The scheme in the `Authorization` field of the request, or `nil` if none is known.
  public private(set) var scheme: String?

  /// Whether this answers a refresh, in which missing values stay unchanged (RFC 6749 §6).
  private(set) var isRefresh = false

  /// Creates a step that reads one token response.
  public init(response: HTTPResponse, requestedScope: Scope?, receivedAt: Int64, origin: Origin) {
    self.response = response
    self.requestedScope = requestedScope
    self.receivedAt = receivedAt
    self.origin = origin
  }

  /// Returns the step with the server that responded.
  public func from(_ server: AuthorizationServer) -> TokenResponse {
    var step = self
    step.server = server
    return step
  }

  /// Returns the step with the authentication scheme of the request, such as `Basic`.
  public func expecting(_ scheme: String) -> TokenResponse {
    var step = self
    step.scheme = scheme
    return step
  }

  /// Returns the step for the response to a refresh.
  package func afterRefresh() -> TokenResponse {
    var step = self
    step.isRefresh = true
    return step
  }

  /// Reads the response once: returns its tokens, or the reason why there are none.
  ///
  /// The step fails for a rejection, for a status that is sufficient by itself, and for a body that
  /// is not a token response.
  public func run() -> StepRun<Tokens, ReceivedMessage> { run(parsing: JSONValue.init(parsing:)) }

  /// Reads the response with another parser, so that a test can count its calls.
  package func run(
    parsing parse: ([UInt8]) throws -> JSONValue
  ) -> StepRun<Tokens, ReceivedMessage> {
    TokenReading(self, parsing: parse).run()
  }
}
