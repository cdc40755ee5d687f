public import HTTPMessages
public import Vocabulary

/// A step that reads an answer about a token, or one that a token opened: members to show, or a refusal.
public protocol TokenUseResponse: Step, ResponseReading where Output == [Parameter] {
  /// The answer as it came.
  var response: HTTPResponse { get }
  /// Where the answer comes from.
  var origin: Origin { get }
}

extension TokenUseResponse {
  /// What was read.
  public var received: ReceivedMessage { .response(response) }

  /// Nothing besides the answer.
  public var inputs: [Parameter] { [] }

  /// Reads the members of the answer.
  ///
  /// - Throws: `StepFailure` for any status but 200, with the server's own words.
  public func output() throws(StepFailure) -> [Parameter] {
    try TokenUseAnswer(response: response, origin: origin).parameters()
  }

  /// The members, each explained.
  public func outputs(of members: [Parameter]) -> [Parameter] { members }
}
