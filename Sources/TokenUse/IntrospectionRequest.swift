public import HTTPMessages
public import Vocabulary

/// Asks the server about a token: RFC 7662 §2.1, as Fitbit has it.
public struct IntrospectionRequest: Step {
  /// The server that issued the token.
  public let server: AuthorizationServer
  /// The token, which here is also what the app shows.
  public let accessToken: AccessToken

  /// Sets it up.
  public init(server: AuthorizationServer, accessToken: AccessToken) {
    self.server = server
    self.accessToken = accessToken
  }

  /// What it is called and what it is for.
  public static let heading = StepHeading(
    number: 6, name: "introspection-request", title: "Introspect: the request",
    purpose: """
      A token is opaque to the app. What it stands for, and whether it still works, only the server \
      can say. Fitbit wants an access token in the header of this request, too.
      """,
    traffic: "The app sends this to the server directly: the back channel.")

  /// The address and the token.
  public var inputs: [Parameter] {
    [
      Parameter("endpoint", server.introspectionEndpoint, in: .insideTheClient, origin: .given),
      Parameter("access_token", accessToken.value, in: .insideTheClient, origin: .given),
    ]
  }

  /// Builds the request.
  public func output() throws(StepFailure) -> HTTPRequest {
    HTTPRequest(
      method: "POST", url: server.introspectionEndpoint,
      fields: [
        HTTPField("Authorization", "Bearer " + accessToken.value),
        HTTPField("Content-Type", Form.mediaType),
        HTTPField("Accept", "application/json"),
      ],
      body: Array(Form([Form.Pair("token", accessToken.value)]).encoded.utf8))
  }

  /// Nothing besides the request.
  public func outputs(of output: HTTPRequest) -> [Parameter] { [] }
}
