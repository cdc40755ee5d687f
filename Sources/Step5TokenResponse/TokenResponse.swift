public import HTTPMessages
public import Vocabulary

/// Step 5: read the answer of the token endpoint.
///
/// It is the last step of the flow: what it gives is used against the API, refreshed and revoked.
/// RFC 6749 §5.1 for tokens, §5.2 for a refusal.
public struct TokenResponse: Step {
  /// The largest body that is read, in bytes; a token response has a few hundred.
  public static let bodyLimit = 1 << 20
  /// The most members that are shown one by one; an answer of OAuth has a few dozen.
  package static let mostMembers = 200

  /// The answer as it came.
  public let response: HTTPResponse
  /// What step 2 asked for, to be compared with what was granted; `nil` where no user was asked.
  public let requestedScope: Scope?
  /// When the answer arrived, in seconds since 1970-01-01 00:00 UTC.
  public let receivedAt: Int64
  /// Where the answer comes from.
  public let origin: Origin
  /// The server that answers, for what holds only there; `nil` if nobody has told.
  public private(set) var server: AuthorizationServer?

  /// The scheme by which the request authenticated in its header; `nil` if it did not, or nobody has told.
  public private(set) var scheme: String?

  /// Whether it answers a refresh, where what is missing stays as it was (RFC 6749 §6).
  private(set) var isRefresh = false

  /// Sets the step up.
  public init(response: HTTPResponse, requestedScope: Scope?, receivedAt: Int64, origin: Origin) {
    self.response = response
    self.requestedScope = requestedScope
    self.receivedAt = receivedAt
    self.origin = origin
  }

  /// The same step, told which server answers.
  public func from(_ server: AuthorizationServer) -> TokenResponse {
    var step = self
    step.server = server
    return step
  }

  /// The same step, told by which scheme of RFC 9110 §11.1 the request authenticated, `Basic` for one.
  public func answering(_ scheme: String) -> TokenResponse {
    var step = self
    step.scheme = scheme
    return step
  }

  /// The same step, as the answer to a refresh.
  package func afterRefresh() -> TokenResponse {
    var step = self
    step.isRefresh = true
    return step
  }

  /// Reads the answer once: takes the tokens from it, or says why there are none.
  ///
  /// The step stops at a refusal, a status that says enough by itself, or an answer that is no token
  /// response.
  public func run() -> StepRun<Tokens, ReceivedMessage> { run(parsing: JSONValue.init(parsing:)) }

  /// Does the same with a parser of its own, so that a test can count.
  package func run(
    parsing parse: ([UInt8]) throws -> JSONValue
  ) -> StepRun<Tokens, ReceivedMessage> {
    TokenReading(self, parsing: parse).run()
  }
}
