public import HTTPMessages
public import Vocabulary

/// Reads the answer to a `IntrospectionRequest`.
public struct IntrospectionResponse: TokenUseResponse {
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
    number: 6, name: "introspection-response", title: "Introspect: the answer",
    purpose: "What the token stands for, from the only one who knows.",
    traffic: "The server answers the app directly: the back channel.")
}
