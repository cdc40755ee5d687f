public import HTTPMessages
public import Vocabulary

/// Calls an API with an access token: RFC 6750 §2.1.
public struct ResourceRequest: BuildingStep {
  /// The request that it builds.
  public typealias Message = HTTPRequest

  /// The server whose users' data it is.
  public let server: AuthorizationServer
  /// The token that opens it.
  public let accessToken: AccessToken

  /// Sets it up.
  public init(server: AuthorizationServer, accessToken: AccessToken) {
    self.server = server
    self.accessToken = accessToken
  }

  /// What it is called and what it is for.
  public static let heading = StepHeading(
    number: .after, name: "resource-request", title: "Use the token: the request",
    purpose: """
      The app calls the API and shows the access token in a header field. Whoever holds the token can \
      do this: that is what Bearer means.
      """,
    traffic: "The app sends this to the API directly.")

  /// The address and the token.
  public var inputs: [Parameter] {
    [
      Parameter(
        "api_endpoint", server.profileEndpoint ?? "none", in: .insideTheClient, origin: .given),
      Parameter("access_token", accessToken.value, in: .insideTheClient, origin: .given),
    ]
  }

  /// Builds the request.
  ///
  /// - Throws: `StepFailure` with `endpointUnknown` if no address of data is known.
  public func output() throws(StepFailure) -> HTTPRequest {
    guard let url = server.profileEndpoint else {
      throw StepFailure.endpointUnknown("data", of: server, .rfc6749("7"))
    }
    return HTTPRequest(
      method: "GET", url: url,
      fields: [
        // RFC 6750 §2.1: in the header, never in the URL.
        HTTPField("Authorization", "Bearer " + accessToken.value),
        HTTPField("Accept", "application/json"),
      ])
  }

  /// Nothing besides the request.
  public func outputs(of output: HTTPRequest) -> [Parameter] { [] }
}
