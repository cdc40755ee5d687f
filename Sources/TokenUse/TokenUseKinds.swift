public import HTTPMessages
import Step5TokenResponse
public import Vocabulary

/// The response to a `ResourceRequest`.
public typealias ResourceResponse = TokenUseResponse<APIKind>

/// The response of an API (RFC 6750 §3).
public enum APIKind: TokenUseKind {
  /// The name, title, and purpose of the step.
  public static let heading = StepHeading(
    number: .after, name: "resource-response", title: "API response",
    purpose: "The data that the token's scope covers, or the reason for a rejection.",
    traffic: "Back channel: only the client and the API see this response.")

  /// The section about errors of an API.
  public static let rejections = Reference.rfc6750("3.1")
  /// The kind of response that defines the error codes.
  public static let endpoint = ErrorCode.Endpoint.resource

  /// Accepts every 2xx status: OAuth does not define the responses of an API.
  public static func succeeds(_ status: Int, rejection: String?) -> Bool { 200...299 ~= status }

  /// Returns the departures of a 401 response from RFC 6750 §3.
  public static func departures(in body: JSONBody, of response: HTTPResponse) -> [Departure] {
    guard response.status == 401 else { return [] }
    let challenges = AuthenticationChallenge.all(in: response.fields)
    guard !challenges.isEmpty else {
      return [
        Departure(
          "A 401 response must name the Bearer scheme in WWW-Authenticate; this one has no such "
            + "field.",
          .rfc6750("3"))
      ]
    }
    let bearer = challenges.first { $0.scheme.lowercased() == "bearer" }
    guard let bearer else {
      let names = challenges.map(\.scheme).joined(separator: ", ")
      return [
        Departure("WWW-Authenticate names \(names), not Bearer.", .rfc6750("3"))
      ]
    }
    guard bearer.parameters["error"] == nil else { return [] }
    return [
      Departure(
        "WWW-Authenticate has no error parameter, which should say why the token was rejected.",
        .rfc6750("3"))
    ]
  }

  /// Returns a departure if the status is not the one for the error code (RFC 6750 §3.1).
  public static func departures(
    of rejection: String?, _ response: HTTPResponse, _ scheme: String?
  ) -> [Departure] {
    let statuses = ["invalid_request": 400, "invalid_token": 401, "insufficient_scope": 403]
    guard let rejection, let status = statuses[rejection], status != response.status else {
      return []
    }
    return [
      Departure(
        "The error \(rejection) has status \(response.status), not \(status).",
        .rfc6750("3.1"))
    ]
  }

  /// Returns a remark on a body that is not JSON.
  public static func notes(on response: HTTPResponse, _ body: JSONBody) -> [String] {
    guard !response.body.isEmpty, body.value == nil else { return [] }
    return [
      "The body is \(response.mediaType ?? "of an unnamed type"), not JSON, so its content is not "
        + "explained here."
    ]
  }
}

/// The response to an `IntrospectionRequest`.
public typealias IntrospectionResponse = TokenUseResponse<IntrospectionKind>

/// The server's information about a token (RFC 7662 §2.2).
public enum IntrospectionKind: TokenUseKind {
  /// The name, title, and purpose of the step.
  public static let heading = StepHeading(
    number: .after, name: "introspection-response", title: "Introspection response",
    purpose: "What the token represents, according to the server that issued it.",
    traffic: "Back channel: only the client and the server see this response.")

  /// The section about errors of this endpoint.
  public static let rejections = Reference.rfc7662("2.3")
  /// The kind of response that defines the error codes.
  public static let endpoint = ErrorCode.Endpoint.introspection

  /// Returns the failure of a response that is not a JSON object (RFC 7662 §2.2), or `nil`.
  public static func fault(of response: HTTPResponse, in body: JSONBody) -> StepFailure? {
    if case .object? = body.value { return nil }
    let isJWT = response.mediaType == "application/token-introspection+jwt"
    return StepFailure(
      .notJSON,
      isJWT
        ? "The response is a JWT, which the workbench does not read."
        : "The response is not a JSON object.",
      expected: "a JSON object with active",
      received: (response.mediaType ?? "no media type")
        + (response.body.isEmpty ? ", without a body" : ""),
      why: isJWT
        ? "A JWT is for requests that ask for one in Accept. This request asked for JSON."
        : "Without it, the client learns nothing about the token.",
      reference: isJWT ? .rfc9701("4") : .rfc7662("2.2"),
      cause: isJWT ? .otherForm : nil)
  }

  /// Returns the departures of a readable response from RFC 7662 §2.2.
  public static func departures(in body: JSONBody, of response: HTTPResponse) -> [Departure] {
    guard response.status == 200, let members = body.value?.members else { return [] }
    var found: [Departure] = []
    func add(_ text: String) { found.append(Departure(text, .rfc7662("2.2"))) }
    if response.mediaType != "application/json" {
      let type = response.fields.value(of: "Content-Type")
      add("Content-Type is \(type ?? "missing"), not application/json.")
    }
    switch members["active"] {
    case .boolean: break
    case nil: add("active is missing. Every response must have it.")
    case let value?: add("active is \(value.kind), not a boolean.")
    }
    for name in ["exp", "iat"] {
      // Seconds have ten digits until the year 2286.
      if case .number(let text) = members[name], text.count > 10 {
        add("\(name) is in milliseconds, not seconds.")
      }
    }
    if case .string(let scope) = members["scope"], scope.hasPrefix("{") {
      add("scope is in braces. It should be a list of scopes separated by spaces.")
    }
    return found
  }
}

/// The response to a `RevocationRequest`.
public typealias RevocationResponse = TokenUseResponse<RevocationKind>

/// The server's response to a revocation (RFC 7009 §2.2).
public enum RevocationKind: TokenUseKind {
  /// The name, title, and purpose of the step.
  public static let heading = StepHeading(
    number: .after, name: "revocation-response", title: "Revocation response",
    purpose:
      "Status 200 means that the token is invalid now, whether or not it was valid before "
      + "(RFC 7009 §2.2). Ignore the body.",
    traffic: "Back channel: only the client and the server see this response.")

  /// The section about errors of this endpoint.
  public static let rejections = Reference.rfc7009("2.2.1")
  /// The kind of response that defines the error codes.
  public static let endpoint = ErrorCode.Endpoint.revocation

  /// Accepts every 2xx status, and `invalid_token`: the token is invalid, as requested.
  public static func succeeds(_ status: Int, rejection: String?) -> Bool {
    200...299 ~= status || status == 400 && rejection == "invalid_token"
  }

  /// Returns the departures of a successful response from RFC 7009 §2.2.
  public static func departures(in body: JSONBody, of response: HTTPResponse) -> [Departure] {
    guard 201...299 ~= response.status else { return [] }
    return [
      Departure(
        "The revocation succeeded with status \(response.status), not 200.", .rfc7009("2.2"))
    ]
  }

  /// Returns the departures of a rejection; an invalid token should not cause one (RFC 7009 §2.2).
  public static func departures(
    of rejection: String?, _ response: HTTPResponse, _ scheme: String?
  ) -> [Departure] {
    guard !succeeds(response.status, rejection: rejection) else {
      return [
        Departure(
          "The server rejected an invalid token with status \(response.status). RFC 7009 defines "
            + "status 200 for this.",
          .rfc7009("2.2"))
      ]
    }
    guard scheme?.lowercased() != "bearer" else { return [] }
    return ClientRejection(kind: rejection, response: response, scheme: scheme).departures
  }
}
