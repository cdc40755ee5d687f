public import HTTPMessages
public import Vocabulary

/// Ends a token: RFC 7009 §2.1.
public struct RevocationRequest: BuildingStep {
  /// The request that it builds.
  public typealias Message = HTTPRequest

  /// The server that issued the token.
  public let server: AuthorizationServer
  /// The app that was given the token.
  public let client: Client
  /// The token to end.
  public let token: Token

  /// A token of either kind; the request does not say which (RFC 7009 §2.1: a hint may be left out).
  public enum Token: Hashable, Sendable {
    /// What opens the data.
    case access(AccessToken)
    /// What gets the next access token.
    case refresh(RefreshToken)

    fileprivate var value: String {
      switch self {
      case .access(let token): token.value
      case .refresh(let token): token.value
      }
    }

    fileprivate var name: String {
      switch self {
      case .access: "access_token"
      case .refresh: "refresh_token"
      }
    }
  }

  /// Sets it up.
  public init(server: AuthorizationServer, client: Client, token: Token) {
    self.server = server
    self.client = client
    self.token = token
  }

  /// What it is called and what it is for.
  public static let heading = StepHeading(
    number: .after, name: "revocation-request", title: "Revoke: the request",
    purpose: """
      When the user signs out or deletes the app, the app ends its tokens instead of merely forgetting \
      them.
      """,
    traffic: "The app sends this to the server directly: the back channel.")

  /// What the request is for, and what else it ends at this server.
  public var purpose: String {
    [Self.heading.purpose, server.words(on: .revoking)].compactMap(\.self).joined(separator: " ")
  }

  /// The address, the token and how the client authenticates.
  public var inputs: [Parameter] {
    [
      Parameter(
        "endpoint", server.revocationEndpoint ?? "none", in: .insideTheClient, origin: .given),
      Parameter("client_id", client.identifier, in: .insideTheClient, origin: .given),
      Parameter(token.name, token.value, in: .insideTheClient, origin: .given),
    ]
  }

  /// Builds the request.
  ///
  /// - Throws: `StepFailure` with `clientSecretMissing` for a confidential client without its secret,
  ///   with `endpointUnknown` for a server that has none for this.
  public func output() throws(StepFailure) -> HTTPRequest {
    guard let endpoint = server.revocationEndpoint else {
      throw StepFailure.endpointUnknown("revocation", of: server, .rfc7009("2"))
    }
    return try HTTPRequest(
      to: endpoint, about: token.value, from: client, server.clientAuthentication)
  }

  /// Nothing besides the request.
  public func outputs(of output: HTTPRequest) -> [Parameter] { [] }
}
