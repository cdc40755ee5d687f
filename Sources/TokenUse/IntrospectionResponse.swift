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
    number: .after, name: "introspection-response", title: "Introspect: the answer",
    purpose: "What the token stands for, from the only one who knows.",
    traffic: "The server answers the app directly: the back channel.")

  /// The section about refusals at this endpoint.
  public static let refusals = Reference.rfc7662("2.3")

  /// Where the answer departs from RFC 7662 §2.2, though it could be read.
  public func deviations(in body: JSONBody) -> [Deviation] {
    guard response.status == 200, let members = body.value?.members else { return [] }
    var found: [Deviation] = []
    func add(_ text: String) { found.append(Deviation(text, .rfc7662("2.2"))) }
    switch members["active"] {
    case .boolean: break
    case nil: add("active is missing, which every answer has to have.")
    case let value?: add("active is \(value.kind), and not a boolean.")
    }
    for name in ["exp", "iat"] {
      // Seconds have ten digits until the year 2286.
      if case .number(let text) = members[name], text.count > 10 {
        add("\(name) counts milliseconds, and not seconds.")
      }
    }
    if case .string(let scope) = members["scope"], scope.hasPrefix("{") {
      add("scope stands in braces, and is no list of names separated by spaces.")
    }
    return found
  }
}
