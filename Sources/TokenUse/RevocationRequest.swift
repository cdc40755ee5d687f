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
  /// The token to end, of either kind.
  public let token: String

  /// Sets it up.
  public init(server: AuthorizationServer, client: Client, token: String) {
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
      Parameter("refresh_token", token, in: .insideTheClient, origin: .given),
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
    return try HTTPRequest(to: endpoint, about: token, from: client, server.clientAuthentication)
  }

  /// Nothing besides the request.
  public func outputs(of output: HTTPRequest) -> [Parameter] { [] }
}
