public import HTTPMessages
import Step5TokenResponse
public import Vocabulary

/// Reads an answer about a token.
public struct TokenUseResponse<Kind: TokenUseKind>: Step {
  /// The answer as it came.
  public let response: HTTPResponse
  /// Where the answer comes from.
  public let origin: Origin
  /// The scheme by which the request authenticated in its header; `nil` if it did not.
  private(set) var scheme: String?

  /// Sets it up.
  public init(response: HTTPResponse, origin: Origin) {
    self.response = response
    self.origin = origin
  }

  /// The same step, told by which scheme the request authenticated.
  public func answering(_ scheme: String) -> TokenUseResponse {
    var step = self
    step.scheme = scheme
    return step
  }

  /// What it is called and what it is for.
  public static var heading: StepHeading { Kind.heading }

  /// Nothing besides the answer.
  public var inputs: [Parameter] { [] }

  /// Reads the members of the answer, once.
  ///
  /// The step stops at a refusal, with the server's own words, and at an answer that cannot be read.
  public func run() -> StepRun<[Parameter], ReceivedMessage> {
    let body = JSONBody(response.body)
    let answer = TokenUseReading(
      response: response, origin: origin, rejections: Kind.rejections, answer: Kind.answer,
      body: body,
      scheme: scheme)
    let rejection = answer.rejection
    let message = ReceivedMessage.response(response)
    let departures =
      body.departures + Kind.departures(in: body, of: response)
      + (200...299 ~= response.status ? [] : Kind.departures(of: rejection?.kind, response, scheme))
    guard Kind.succeeds(response.status, rejection: rejection?.kind) else {
      return StepRun(answer.failure(), message: message, departures: departures)
    }
    if let failure = Kind.fault(of: response, in: body) {
      return StepRun(failure, message: message, departures: departures)
    }
    return StepRun(
      answer.members, message: message, outputs: answer.members,
      notes: (answer.notes + Kind.notes(on: response, body)).map(Note.remark),
      departures: departures)
  }
}

/// What differs between the answers to the requests that a token is used in.
public protocol TokenUseKind: Sendable {
  /// What the answer is called and what it is for.
  static var heading: StepHeading { get }
  /// The section about refusals at this endpoint.
  static var rejections: Reference { get }
  /// The answer whose error codes count.
  static var answer: ErrorCode.Answer { get }

  /// Whether the request has reached its aim.
  static func succeeds(_ status: Int, rejection: String?) -> Bool

  /// Why an answer to a request that was accepted cannot be used; `nil` if it can.
  static func fault(of response: HTTPResponse, in body: JSONBody) -> StepFailure?

  /// Where the answer departs from its specification, though it could be read.
  static func departures(in body: JSONBody, of response: HTTPResponse) -> [Departure]

  /// Where a refusal departs from its specification; `nil` for one without an error code.
  static func departures(
    of rejection: String?, _ response: HTTPResponse, _ scheme: String?
  ) -> [Departure]

  /// What to know about this very answer.
  static func notes(on response: HTTPResponse, _ body: JSONBody) -> [String]
}

extension TokenUseKind {
  /// Status 200.
  public static func succeeds(_ status: Int, rejection: String?) -> Bool { status == 200 }

  /// None: whatever came can be shown.
  public static func fault(of response: HTTPResponse, in body: JSONBody) -> StepFailure? { nil }

  /// Those of an endpoint where the client authenticates: RFC 6749 §5.2.
  public static func departures(
    of rejection: String?, _ response: HTTPResponse, _ scheme: String?
  ) -> [Departure] {
    // RFC 7662 §2.3: who authorizes the request by a token is answered as RFC 6750 §3 has it.
    guard scheme?.lowercased() != "bearer" else { return [] }
    return ClientRejection(kind: rejection, response: response, scheme: scheme).departures
  }

  /// None.
  public static func notes(on response: HTTPResponse, _ body: JSONBody) -> [String] { [] }
}

/// A body that was parsed once; nothing, if it is not JSON or too large.
public struct JSONBody: Sendable {
  let value: JSONValue?
  /// The names that it has more than once.
  private let repeated: [String]

  init(_ bytes: [UInt8]) {
    value = bytes.count <= TokenUseReading.bodyLimit ? try? JSONValue(parsing: bytes) : nil
    repeated = value == nil ? [] : JSONValue.repeatedNames(in: bytes)
  }

  /// RFC 8259 §4: names within an object should be unique.
  var departures: [Departure] {
    repeated.isEmpty
      ? [] : [Departure("More than once in the answer: \(repeated.listed()).", .rfc8259("4"))]
  }

  /// The members of the JSON object; none if it is something else.
  var members: [String: JSONValue] { value?.members ?? [:] }
}
