public import HTTPMessages
public import Vocabulary

/// A request to an API with an access token (RFC 6750 §2.1).
public struct ResourceRequest: BuildingStep {
  /// The message that the step builds.
  public typealias Message = HTTPRequest

  /// The server whose API is called.
  public let server: AuthorizationServer
  /// The token that gives access to the data.
  public let accessToken: AccessToken

  /// Creates an API request.
  public init(server: AuthorizationServer, accessToken: AccessToken) {
    self.server = server
    self.accessToken = accessToken
  }

  /// The name, title, and purpose of the step.
  public static let heading = StepHeading(
    number: .after, name: "resource-request", title: "API request",
    purpose: """
      The client presents the access token to the API in a header field. Any party that has the token \
      can do this: that is what Bearer means.
      """,
    traffic: "Back channel: only the client and the API see this request.")

  /// The API endpoint and the token.
  public var inputs: [Parameter] {
    [
      Parameter(
        "api_endpoint", server.profileEndpoint ?? "none", in: .insideTheClient, origin: .given),
      Parameter("access_token", accessToken.value, in: .insideTheClient, origin: .given),
    ]
  }

  /// Returns a GET request for the profile.
  ///
  /// - Throws: `StepFailure` with `endpointUnknown` if the server has no known API endpoint.
  public func output() throws(StepFailure) -> HTTPRequest {
    guard let url = server.profileEndpoint else {
      throw StepFailure.endpointUnknown("API", of: server, .rfc6749("7"))
    }
    return HTTPRequest(
      method: "GET", url: url,
      fields: [
        // RFC 6750 §2.1: in a header field, never in the URL.
        HTTPField("Authorization", "Bearer " + accessToken.value),
        HTTPField("Accept", "application/json"),
      ])
  }

  /// Returns nothing other than the request.
  public func outputs(of output: HTTPRequest) -> [Parameter] { [] }
}
