public import HTTPMessages
import Step5TokenResponse
public import Vocabulary

/// A response about a token.
public struct TokenUseResponse<Kind: TokenUseKind>: Step {
  /// The response as received.
  public let response: HTTPResponse
  /// The origin of the response.
  public let origin: Origin
  /// The scheme in the request's Authorization field, or `nil` if it had none.
  private(set) var scheme: String?

  /// Creates the step from a response as received.
  public init(response: HTTPResponse, origin: Origin) {
    self.response = response
    self.origin = origin
  }

  /// Returns the step with the scheme by which the request authenticated.
  public func expecting(_ scheme: String) -> TokenUseResponse {
    var step = self
    step.scheme = scheme
    return step
  }

  /// The name, title, and purpose of the step.
  public static var heading: StepHeading { Kind.heading }

  /// Nothing other than the response.
  public var inputs: [Parameter] { [] }

  /// Reads the members of the response, once.
  ///
  /// The step fails if the server rejected the request, or if the response cannot be read.
  public func run() -> StepRun<[Parameter], ReceivedMessage> {
    let body = JSONBody(response.body)
    let reading = TokenUseReading(
      response: response, origin: origin, rejections: Kind.rejections, endpoint: Kind.endpoint,
      body: body,
      scheme: scheme)
    let rejection = reading.rejection
    let message = ReceivedMessage.response(response)
    let departures =
      body.departures + Kind.departures(in: body, of: response)
      + (200...299 ~= response.status ? [] : Kind.departures(of: rejection?.kind, response, scheme))
    guard Kind.succeeds(response.status, rejection: rejection?.kind) else {
      return StepRun(reading.failure(), message: message, departures: departures)
    }
    if let failure = Kind.fault(of: response, in: body) {
      return StepRun(failure, message: message, departures: departures)
    }
    return StepRun(
      reading.members, message: message, outputs: reading.members,
      notes: (reading.notes + Kind.notes(on: response, body)).map(Note.remark),
      departures: departures)
  }
}

/// The differences between the responses to the requests that a token is used in.
public protocol TokenUseKind: Sendable {
  /// The name, title, and purpose of the step.
  static var heading: StepHeading { get }
  /// The section about errors of this endpoint.
  static var rejections: Reference { get }
  /// The kind of response that defines the error codes.
  static var endpoint: ErrorCode.Endpoint { get }

  /// Whether the request achieved its purpose.
  static func succeeds(_ status: Int, rejection: String?) -> Bool

  /// Returns the failure of an unusable response to an accepted request, or `nil` if it is usable.
  static func fault(of response: HTTPResponse, in body: JSONBody) -> StepFailure?

  /// Returns the departures of a readable response from its specification.
  static func departures(in body: JSONBody, of response: HTTPResponse) -> [Departure]

  /// Returns the departures of a rejection, given its error code, if any, from its specification.
  static func departures(
    of rejection: String?, _ response: HTTPResponse, _ scheme: String?
  ) -> [Departure]

  /// Returns the remarks on this response.
  static func notes(on response: HTTPResponse, _ body: JSONBody) -> [String]
}

extension TokenUseKind {
  /// Accepts status 200 only.
  public static func succeeds(_ status: Int, rejection: String?) -> Bool { status == 200 }

  /// Returns `nil`: every accepted response can be shown.
  public static func fault(of response: HTTPResponse, in body: JSONBody) -> StepFailure? { nil }

  /// Returns the departures at an endpoint where the client authenticates (RFC 6749 §5.2).
  public static func departures(
    of rejection: String?, _ response: HTTPResponse, _ scheme: String?
  ) -> [Departure] {
    // RFC 7662 §2.3: a request authorized by a token gets the errors of RFC 6750 §3.
    guard scheme?.lowercased() != "bearer" else { return [] }
    return ClientRejection(kind: rejection, response: response, scheme: scheme).departures
  }

  /// Returns no remarks.
  public static func notes(on response: HTTPResponse, _ body: JSONBody) -> [String] { [] }
}

/// A body, parsed once; empty if it is not JSON or too large.
public struct JSONBody: Sendable {
  let value: JSONValue?
  /// The member names that occur more than once.
  private let repeated: [String]

  init(_ bytes: [UInt8]) {
    value = bytes.count <= TokenUseReading.bodyLimit ? try? JSONValue(parsing: bytes) : nil
    repeated = value == nil ? [] : JSONValue.repeatedNames(in: bytes)
  }

  /// RFC 8259 §4: names within an object should be unique.
  var departures: [Departure] {
    repeated.isEmpty
      ? [] : [Departure("Repeated in the response: \(repeated.listed()).", .rfc8259("4"))]
  }

  /// The members of the JSON object; empty for any other value.
  var members: [String: JSONValue] { value?.members ?? [:] }
}
