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
    number: 6, name: "revocation-response", title: "Revoke: the answer",
    purpose:
      "Status 200 and nothing else, also for a token that was dead already: either way it no longer works.",
    traffic: "The server answers the app directly: the back channel.")
}
