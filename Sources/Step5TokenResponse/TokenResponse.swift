public import HTTPMessages
public import Vocabulary

/// Step 5: read the answer of the token endpoint.
///
/// It is the last step of the flow: what it gives is used against the API, refreshed and revoked.
/// RFC 6749 §5.1 for tokens, §5.2 for a refusal.
public struct TokenResponse: Step {
  /// The largest body that is read, in bytes; a token response has a few hundred.
  public static let bodyLimit = 1 << 20

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
