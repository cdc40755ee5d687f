public import HTTPMessages
public import Vocabulary

/// A step that reads an answer about a token, or one that a token opened: members to show, or a refusal.
public protocol TokenUseResponse: Step where Output == [Parameter], Message == ReceivedMessage {
  /// The answer as it came.
  var response: HTTPResponse { get }
  /// Where the answer comes from.
  var origin: Origin { get }
  /// The section about refusals at this endpoint.
  static var refusals: Reference { get }

  /// Where the answer departs from its specification, though it could be read.
  func deviations(in body: JSONBody) -> [Deviation]
}

extension TokenUseResponse {
  /// Nothing besides the answer.
  public var inputs: [Parameter] { [] }

  /// Reads the members of the answer, once.
  ///
  /// The step stops at any status but 200, with the server's own words.
  public func run() -> StepRun<[Parameter], ReceivedMessage> {
    let body = JSONBody(response.body)
    let deviations = deviations(in: body)
    let answer = TokenUseAnswer(
      response: response, origin: origin, refusals: Self.refusals, body: body)
    do throws(StepFailure) {
      let members = try answer.parameters()
      return StepRun(
        members, message: .response(response), outputs: members, deviations: deviations)
    } catch {
      return StepRun(error, message: .response(response), deviations: deviations)
    }
  }
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
