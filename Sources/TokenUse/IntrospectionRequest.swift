public import HTTPMessages
public import Vocabulary

/// A request that asks the server about a token (RFC 7662 §2.1).
public struct IntrospectionRequest: BuildingStep {
  /// The message that the step builds.
  public typealias Message = HTTPRequest

  /// The server that issued the token.
  public let server: AuthorizationServer
  /// The client that sends the request.
  public let client: Client
  /// The token to ask about, which also authorizes the request where the server requires a token.
  public let accessToken: AccessToken

  /// Creates an introspection request.
  public init(server: AuthorizationServer, client: Client, accessToken: AccessToken) {
    self.server = server
    self.client = client
    self.accessToken = accessToken
  }

  /// The name, title, and purpose of the step.
  public static let heading = StepHeading(
    number: .after, name: "introspection-request", title: "Introspection request",
    purpose: """
      A token is usually opaque to the client. An API that receives it can ask the server whether it is \
      active and what it represents.
      """,
    traffic: "Back channel: only the client and the server see this request.")

  /// The purpose of the request, and what this server requires in it.
  public var purpose: String {
    [Self.heading.purpose, server.words(on: .introspecting)].compactMap(\.self)
      .joined(separator: " ")
  }

  /// The endpoint and the token.
  public var inputs: [Parameter] {
    [
      Parameter(
        "endpoint", server.introspectionEndpoint ?? "none", in: .insideTheClient, origin: .given),
      Parameter("access_token", accessToken.value, in: .insideTheClient, origin: .given),
    ]
  }

  /// Returns a POST request with the token in a form.
  ///
  /// - Throws: `StepFailure` with `endpointUnknown` if the server has no introspection endpoint, or
  ///   with `clientSecretMissing` if the client must authenticate and has no secret.
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

  /// Returns nothing other than the request.
  public func outputs(of output: HTTPRequest) -> [Parameter] { [] }
}
