public import HTTPMessages
public import Vocabulary

/// A request to revoke a token (RFC 7009 §2.1).
public struct RevocationRequest: BuildingStep {
  /// The message that the step builds.
  public typealias Message = HTTPRequest

  /// The server that issued the token.
  public let server: AuthorizationServer
  /// The client that the token was issued to.
  public let client: Client
  /// The token to revoke.
  public let token: Token

  /// A token of either kind; the request omits the optional hint that says which (RFC 7009 §2.1).
  public enum Token: Hashable, Sendable {
    /// The token that gives access to the data.
    case access(AccessToken)
    /// The token that is exchanged for the next access token.
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

  /// Creates a revocation request.
  public init(server: AuthorizationServer, client: Client, token: Token) {
    self.server = server
    self.client = client
    self.token = token
  }

  /// The name, title, and purpose of the step.
  public static let heading = StepHeading(
    number: .after, name: "revocation-request", title: "Revocation request",
    purpose: """
      When the user signs out or uninstalls the client, the client asks the server to revoke its tokens. Deleting them is not enough.
      """,
    traffic: "Back channel: only the client and the server see this request.")

  /// The purpose of the request, and what else this server revokes with the token.
  public var purpose: String {
    [Self.heading.purpose, server.words(on: .revoking)].compactMap(\.self).joined(separator: " ")
  }

  /// The endpoint, the client, and the token.
  public var inputs: [Parameter] {
    [
      Parameter(
        "endpoint", server.revocationEndpoint ?? "none", in: .insideTheClient, origin: .given),
      Parameter("client_id", client.identifier, in: .insideTheClient, origin: .given),
      Parameter(token.name, token.value, in: .insideTheClient, origin: .given),
    ]
  }

  /// Returns a POST request with the token in a form.
  ///
  /// - Throws: `StepFailure` with `clientSecretMissing` for a confidential client without a secret,
  ///   or with `endpointUnknown` if the server has no revocation endpoint.
  public func output() throws(StepFailure) -> HTTPRequest {
    guard let endpoint = server.revocationEndpoint else {
      throw StepFailure.endpointUnknown("revocation", of: server, .rfc7009("2"))
    }
    return try HTTPRequest(
      to: endpoint, about: token.value, from: client, server.clientAuthentication)
  }

  /// Returns nothing other than the request.
  public func outputs(of output: HTTPRequest) -> [Parameter] { [] }
}
