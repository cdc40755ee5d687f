public import HTTPMessages
public import Step4TokenRequest
public import Vocabulary

/// A request that exchanges the refresh token for new tokens (RFC 6749 §6).
public struct RefreshRequest: BuildingStep {
  /// The message that the step builds.
  public typealias Message = HTTPRequest

  /// The token request that carries the refresh token.
  public let request: TokenRequest

  /// Creates a refresh request.
  public init(server: AuthorizationServer, client: Client, refreshToken: RefreshToken) {
    request = TokenRequest(server: server, client: client, grant: .refreshToken(refreshToken))
  }

  /// The name, title, and purpose of the step.
  public static let heading = StepHeading(
    number: .after, name: "refresh-request", title: "Refresh request",
    purpose: """
      When the access token expires, the client exchanges the refresh token for new tokens, without the \
      user.
      """,
    traffic: "Back channel: only the client and the server see this request.")

  /// The purpose of the request, and what is special about it at this server.
  public var purpose: String {
    Self.heading.purpose + " "
      + (request.server.words(on: .refreshing)
        ?? "If the response contains a new refresh token, save it before you do anything else.")
  }

  /// The values that the request is built from.
  public var inputs: [Parameter] { request.inputs }

  /// Returns the token request as a message.
  public func output() throws(StepFailure) -> HTTPRequest { try request.output() }

  /// Returns the method by which the client authenticates.
  public func outputs(of output: HTTPRequest) -> [Parameter] { request.outputs(of: output) }
}
