public import HTTPMessages
public import Vocabulary

/// Calls an API with an access token: RFC 6750 §2.1.
public struct ResourceRequest: Step {
  /// The address of the data.
  public let url: String
  /// The token that opens it.
  public let accessToken: AccessToken

  /// Sets it up.
  public init(url: String, accessToken: AccessToken) {
    self.url = url
    self.accessToken = accessToken
  }

  /// What it is called and what it is for.
  public static let heading = StepHeading(
    number: 6, name: "resource-request", title: "Use the token: the request",
    purpose: """
      The app calls the API and shows the access token in a header field. Whoever holds the token can \
      do this: that is what Bearer means.
      """,
    traffic: "The app sends this to the API directly.")

  /// The address and the token.
  public var inputs: [Parameter] {
    [
      Parameter("api_endpoint", url, in: .insideTheClient, origin: .given),
      Parameter("access_token", accessToken.value, in: .insideTheClient, origin: .given),
    ]
  }

  /// Builds the request.
  public func output() throws(StepFailure) -> HTTPRequest {
    HTTPRequest(
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
