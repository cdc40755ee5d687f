public import HTTPMessages
public import Vocabulary

/// Reads the answer to a `ResourceRequest`.
public typealias ResourceResponse = TokenUseResponse<APIAnswer>

/// The answer of an API: RFC 6750 §3.
public enum APIAnswer: TokenUseKind {
  /// What it is called and what it is for.
  public static let heading = StepHeading(
    number: .after, name: "resource-response", title: "Use the token: the answer",
    purpose: "The data that the scope of the token covers, or the reason why not.",
    traffic: "The API answers the app directly.")

  /// The section about refusals at an API.
  public static let refusals = Reference.rfc6750("3.1")

  /// Where a refusal departs from RFC 6750 §3, though it could be read.
  public static func deviations(in body: JSONBody, of response: HTTPResponse) -> [Deviation] {
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

/// Reads the answer to an `IntrospectionRequest`.
public typealias IntrospectionResponse = TokenUseResponse<IntrospectionAnswer>

/// What the server says of a token: RFC 7662 §2.2.
public enum IntrospectionAnswer: TokenUseKind {
  /// What it is called and what it is for.
  public static let heading = StepHeading(
    number: .after, name: "introspection-response", title: "Introspect: the answer",
    purpose: "What the token stands for, from the only one who knows.",
    traffic: "The server answers the app directly: the back channel.")

  /// The section about refusals at this endpoint.
  public static let refusals = Reference.rfc7662("2.3")

  /// Where the answer departs from RFC 7662 §2.2, though it could be read.
  public static func deviations(in body: JSONBody, of response: HTTPResponse) -> [Deviation] {
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

/// Reads the answer to a `RevocationRequest`.
public typealias RevocationResponse = TokenUseResponse<RevocationAnswer>

/// What the server says after a revocation: RFC 7009 §2.2.
public enum RevocationAnswer: TokenUseKind {
  /// What it is called and what it is for.
  public static let heading = StepHeading(
    number: .after, name: "revocation-response", title: "Revoke: the answer",
    purpose:
      "Status 200 and nothing else, also for a token that was dead already: either way it no longer works.",
    traffic: "The server answers the app directly: the back channel.")

  /// The section about refusals at this endpoint.
  public static let refusals = Reference.rfc7009("2.2.1")

  /// Where the answer departs from RFC 7009 §2.2, though it could be read.
  public static func deviations(in body: JSONBody, of response: HTTPResponse) -> [Deviation] {
    guard 201...299 ~= response.status else { return [] }
    return [
      Deviation(
        "The token was ended with status \(response.status), and not with 200.", .rfc7009("2.2"))
    ]
  }
}
