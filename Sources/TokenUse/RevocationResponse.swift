public import HTTPMessages
public import Vocabulary

/// Reads the answer to a `RevocationRequest`.
public struct RevocationResponse: TokenUseResponse {
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
    number: .after, name: "revocation-response", title: "Revoke: the answer",
    purpose:
      "Status 200 and nothing else, also for a token that was dead already: either way it no longer works.",
    traffic: "The server answers the app directly: the back channel.")

  /// The section about refusals at this endpoint.
  public static let refusals = Reference.rfc7009("2.2.1")

  /// Where the answer departs from RFC 7009 §2.2, though it could be read.
  public func deviations(in body: JSONBody) -> [Deviation] {
    guard 201...299 ~= response.status else { return [] }
    return [
      Deviation(
        "The token was ended with status \(response.status), and not with 200.", .rfc7009("2.2"))
    ]
  }
}
