public import HTTPMessages
public import Vocabulary

/// Asks the server about a token: RFC 7662 §2.1.
public struct IntrospectionRequest: BuildingStep {
  /// The request that it builds.
  public typealias Message = HTTPRequest

  /// The server that issued the token.
  public let server: AuthorizationServer
  /// The app that asks.
  public let client: Client
  /// The token; it is also what the app shows, where the server wants an access token for that.
  public let accessToken: AccessToken

  /// Sets it up.
  public init(server: AuthorizationServer, client: Client, accessToken: AccessToken) {
    self.server = server
    self.client = client
    self.accessToken = accessToken
  }

  /// What it is called and what it is for.
  public static let heading = StepHeading(
    number: .after, name: "introspection-request", title: "Introspect: the request",
    purpose: """
      A token is opaque to the app. An API that gets one can ask the server whether it works and what it \
      stands for.
      """,
    traffic: "The app sends this to the server directly: the back channel.")

  /// What the request is for, and what this server wants to see in it.
  public var purpose: String {
    [Self.heading.purpose, server.words(on: .introspecting)].compactMap(\.self)
      .joined(separator: " ")
  }

  /// The address and the token.
  public var inputs: [Parameter] {
    [
      Parameter(
        "endpoint", server.introspectionEndpoint ?? "none", in: .insideTheClient, origin: .given),
      Parameter("access_token", accessToken.value, in: .insideTheClient, origin: .given),
    ]
  }

  /// Builds the request.
  ///
  /// - Throws: `StepFailure` with `endpointUnknown` for a server that has none for this, with
  ///   `clientSecretMissing` where the client has to authenticate and cannot.
  public func output() throws(StepFailure) -> HTTPRequest {
    guard let endpoint = server.introspectionEndpoint else {
      throw StepFailure.endpointUnknown("introspection", of: server, .rfc7662("2"))
    }
    let accept = HTTPField("Accept", "application/json")
    switch server.introspectionAuthorization {
    case .accessToken:
      let bearer = HTTPField("Authorization", "Bearer " + accessToken.value)
      return HTTPRequest(to: endpoint, about: accessToken.value, [bearer], [accept])
    case .client:
      return try HTTPRequest(
        to: endpoint, about: accessToken.value, from: client, server.clientAuthentication, [accept])
    }
  }

  /// Nothing besides the request.
  public func outputs(of output: HTTPRequest) -> [Parameter] { [] }
}
