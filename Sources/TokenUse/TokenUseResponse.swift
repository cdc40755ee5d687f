public import HTTPMessages
public import Vocabulary

/// Reads an answer about a token, or one that a token opened: members to show, or a refusal.
public struct TokenUseResponse<Kind: TokenUseKind>: Step {
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
  public static var heading: StepHeading { Kind.heading }

  /// Nothing besides the answer.
  public var inputs: [Parameter] { [] }

  /// Reads the members of the answer, once.
  ///
  /// The step stops at any status but 200, with the server's own words.
  public func run() -> StepRun<[Parameter], ReceivedMessage> {
    let body = JSONBody(response.body)
    let deviations = Kind.deviations(in: body, of: response)
    let answer = TokenUseAnswer(
      response: response, origin: origin, refusals: Kind.refusals, body: body)
    do throws(StepFailure) {
      let members = try answer.parameters()
      return StepRun(
        members, message: .response(response), outputs: members, deviations: deviations)
    } catch {
      return StepRun(error, message: .response(response), deviations: deviations)
    }
  }
}

/// What differs between the answers to the requests that a token is used in.
public protocol TokenUseKind: Sendable {
  /// What the answer is called and what it is for.
  static var heading: StepHeading { get }
  /// The section about refusals at this endpoint.
  static var refusals: Reference { get }

  /// Where the answer departs from its specification, though it could be read.
  static func deviations(in body: JSONBody, of response: HTTPResponse) -> [Deviation]
}

/// A body that was parsed once; nothing, if it is not JSON or too large.
public struct JSONBody: Sendable {
  let value: JSONValue?

  init(_ bytes: [UInt8]) {
    value = bytes.count <= TokenUseAnswer.bodyLimit ? try? JSONValue(parsing: bytes) : nil
  }

  /// The members of the JSON object; none if it is something else.
  var members: [String: JSONValue] { value?.members ?? [:] }
}
