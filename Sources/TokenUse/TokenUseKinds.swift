public import HTTPMessages
import Step5TokenResponse
public import Vocabulary

/// Reads the answer to a `ResourceRequest`.
public typealias ResourceResponse = TokenUseResponse<APIKind>

/// The answer of an API: RFC 6750 §3.
public enum APIKind: TokenUseKind {
  /// What it is called and what it is for.
  public static let heading = StepHeading(
    number: .after, name: "resource-response", title: "Use the token: the answer",
    purpose: "The data that the scope of the token covers, or the reason why not.",
    traffic: "The API answers the app directly.")

  /// The section about refusals at an API.
  public static let rejections = Reference.rfc6750("3.1")
  /// The answer whose error codes count.
  public static let answer = ErrorCode.Answer.resource

  /// Any status of success: what an API answers with is for it to say.
  public static func succeeds(_ status: Int, rejection: String?) -> Bool { 200...299 ~= status }

  /// Where a refusal departs from RFC 6750 §3, though it could be read.
  public static func departures(in body: JSONBody, of response: HTTPResponse) -> [Departure] {
    guard response.status == 401 else { return [] }
    let challenges = AuthenticationChallenge.all(in: response.fields)
    guard !challenges.isEmpty else {
      return [
        Departure(
          "A 401 has to say in WWW-Authenticate that a Bearer token is wanted, and what was wrong with this one.",
          .rfc6750("3"))
      ]
    }
    let bearer = challenges.first { $0.scheme.lowercased() == "bearer" }
    guard let bearer else {
      let names = challenges.map(\.scheme).joined(separator: ", ")
      return [
        Departure("WWW-Authenticate asks for \(names), and not for Bearer.", .rfc6750("3"))
      ]
    }
    guard bearer.parameters["error"] == nil else { return [] }
    return [
      Departure(
        "WWW-Authenticate does not say by error what was wrong with this token, as it should.",
        .rfc6750("3"))
    ]
  }

  /// The status that goes with an error code: RFC 6750 §3.1.
  public static func departures(
    of rejection: String?, _ response: HTTPResponse, _ scheme: String?
  ) -> [Departure] {
    let statuses = ["invalid_request": 400, "invalid_token": 401, "insufficient_scope": 403]
    guard let rejection, let status = statuses[rejection], status != response.status else {
      return []
    }
    return [
      Departure(
        "The refusal \(rejection) has status \(response.status), and not \(status).",
        .rfc6750("3.1"))
    ]
  }

  /// That an answer in another form is not explained.
  public static func notes(on response: HTTPResponse, _ body: JSONBody) -> [String] {
    guard !response.body.isEmpty, body.value == nil else { return [] }
    return [
      "The answer is \(response.mediaType ?? "of no type that is named"), and no JSON: what is in it is not "
        + "explained here."
    ]
  }
}

/// Reads the answer to an `IntrospectionRequest`.
public typealias IntrospectionResponse = TokenUseResponse<IntrospectionKind>

/// What the server says of a token: RFC 7662 §2.2.
public enum IntrospectionKind: TokenUseKind {
  /// What it is called and what it is for.
  public static let heading = StepHeading(
    number: .after, name: "introspection-response", title: "Introspect: the answer",
    purpose: "What the token stands for, as the server that issued it says.",
    traffic: "The server answers the app directly: the back channel.")

  /// The section about refusals at this endpoint.
  public static let rejections = Reference.rfc7662("2.3")
  /// The answer whose error codes count.
  public static let answer = ErrorCode.Answer.introspection

  /// RFC 7662 §2.2: a JSON object.
  public static func fault(of response: HTTPResponse, in body: JSONBody) -> StepFailure? {
    if case .object? = body.value { return nil }
    let isJWT = response.mediaType == "application/token-introspection+jwt"
    return StepFailure(
      .notJSON,
      isJWT
        ? "The answer is a JWT, which the workbench does not read."
        : "The answer is no JSON object.",
      expected: "a JSON object with active",
      received: (response.mediaType ?? "no media type")
        + (response.body.isEmpty ? ", without a body" : ""),
      why: isJWT
        ? "It is meant for a request that asks for it in Accept; this one asked for JSON."
        : "Without it nothing is known of the token.",
      reference: isJWT ? .rfc9701("4") : .rfc7662("2.2"),
      cause: isJWT ? .otherForm : nil)
  }

  /// Where the answer departs from RFC 7662 §2.2, though it could be read.
  public static func departures(in body: JSONBody, of response: HTTPResponse) -> [Departure] {
    guard response.status == 200, let members = body.value?.members else { return [] }
    var found: [Departure] = []
    func add(_ text: String) { found.append(Departure(text, .rfc7662("2.2"))) }
    if response.mediaType != "application/json" {
      let type = response.fields.value(of: "Content-Type")
      add("The answer comes as \(type ?? "nothing named"), and not as application/json.")
    }
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
public typealias RevocationResponse = TokenUseResponse<RevocationKind>

/// What the server says after a revocation: RFC 7009 §2.2.
public enum RevocationKind: TokenUseKind {
  /// What it is called and what it is for.
  public static let heading = StepHeading(
    number: .after, name: "revocation-response", title: "Revoke: the answer",
    purpose:
      "Status 200, also for a token that was dead already: either way it no longer works (RFC 7009 §2.2). What "
      + "else the answer holds does not count.",
    traffic: "The server answers the app directly: the back channel.")

  /// The section about refusals at this endpoint.
  public static let rejections = Reference.rfc7009("2.2.1")
  /// The answer whose error codes count.
  public static let answer = ErrorCode.Answer.revocation

  /// Any status of success; and the word that the token is dead already, which is all that was wanted.
  public static func succeeds(_ status: Int, rejection: String?) -> Bool {
    200...299 ~= status || status == 400 && rejection == "invalid_token"
  }

  /// Where the answer departs from RFC 7009 §2.2, though it could be read.
  public static func departures(in body: JSONBody, of response: HTTPResponse) -> [Departure] {
    guard 201...299 ~= response.status else { return [] }
    return [
      Departure(
        "The token was ended with status \(response.status), and not with 200.", .rfc7009("2.2"))
    ]
  }

  /// RFC 7009 §2.2: a token that is dead already is no error.
  public static func departures(
    of rejection: String?, _ response: HTTPResponse, _ scheme: String?
  ) -> [Departure] {
    guard !succeeds(response.status, rejection: rejection) else {
      return [
        Departure(
          "The server calls the token invalid, with status \(response.status). An invalid token is no error "
            + "here: the answer has status 200.", .rfc7009("2.2"))
      ]
    }
    guard scheme?.lowercased() != "bearer" else { return [] }
    return ClientRejection(kind: rejection, response: response, scheme: scheme).departures
  }
}
