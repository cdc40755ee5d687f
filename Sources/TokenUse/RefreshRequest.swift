public import HTTPMessages
public import Step4TokenRequest
public import Vocabulary

/// Asks for a new pair of tokens with the refresh token: RFC 6749 §6.
public struct RefreshRequest: BuildingStep {
  /// The request that it builds.
  public typealias Message = HTTPRequest

  /// The token request that it is.
  public let request: TokenRequest

  /// Sets it up.
  public init(server: AuthorizationServer, client: Client, refreshToken: RefreshToken) {
    request = TokenRequest(server: server, client: client, grant: .refreshToken(refreshToken))
  }

  /// What it is called and what it is for.
  public static let heading = StepHeading(
    number: .after, name: "refresh-request", title: "Refresh: the request",
    purpose: """
      The access token lives for hours. When it ends, the app exchanges the refresh token for a new \
      pair, without the user.
      """,
    traffic: "The app sends this to the server directly: the back channel.")

  /// What the request is for, and what holds of it at this server.
  public var purpose: String {
    Self.heading.purpose + " "
      + (request.server.words(on: .refreshing)
        ?? "If the answer brings a new refresh token, it must be saved before anything else happens.")
  }

  /// What the request is made of.
  public var inputs: [Parameter] { request.inputs }

  /// Builds the request.
  public func output() throws(StepFailure) -> HTTPRequest { try request.output() }

  /// How the client authenticates.
  public func outputs(of output: HTTPRequest) -> [Parameter] { request.outputs(of: output) }
}
