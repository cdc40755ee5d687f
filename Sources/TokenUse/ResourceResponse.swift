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
    number: .after, name: "resource-response", title: "Use the token: the answer",
    purpose: "The data that the scope of the token covers, or the reason why not.",
    traffic: "The API answers the app directly.")

  /// The section about refusals at an API.
  public static let refusals = Reference.rfc6750("3.1")

  /// Where a refusal departs from RFC 6750 §3, though it could be read.
  public func deviations(in body: JSONBody) -> [Deviation] {
    guard response.status == 401, response.fields.value(of: "WWW-Authenticate") == nil else {
      return []
    }
    return [
      Deviation(
        "A 401 has to say in WWW-Authenticate that a Bearer token is wanted, and what was wrong with this one.",
        .rfc6750("3"))
    ]
  }
}
