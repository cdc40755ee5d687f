public import HTTPMessages
public import Vocabulary

/// Reads the answer to a `ResourceRequest`.
public struct ResourceResponse: TokenUseResponse {
  /// The answer as it came.
  public let response: HTTPResponse
  /// Where the answer comes from.
  public let origin: Origin

  /// Sets it up.
  public init(response: HTTPResponse, origin: Origin) {
    self.response = response
    self.origin = origin
  }

  /// What it is called and what it is for.
  public static let heading = StepHeading(
    number: 6, name: "resource-response", title: "Use the token: the answer",
    purpose: "The data that the scope of the token covers, or the reason why not.",
    traffic: "The API answers the app directly.")
}
