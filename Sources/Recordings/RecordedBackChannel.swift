public import Channels
public import HTTPMessages
import Vocabulary

/// A server that was recorded: it answers the request that it was made from, and no other.
public struct RecordedBackChannel: BackChannel, Sendable {
  /// The requests that have an answer, one for each way of authenticating.
  public let requests: [Recording]
  /// The answer; `nil` for a flow that uses the browser only.
  public let answer: Recording?

  /// Answers as it was recorded.
  ///
  /// - Parameters:
  ///   - requests: The requests that have an answer.
  ///   - answer: The answer; `nil` if none came.
  public init(requests: [Recording], answer: Recording?) {
    self.requests = requests
    self.answer = answer
  }

  init(_ scenario: Scenario) throws(HTTPMessageText.Fault) {
    requests = try scenario.tokenRequests.map { file throws(HTTPMessageText.Fault) in
      try file.recording()
    }
    answer = try scenario.response?.recording()
  }

  /// Gives the recorded response.
  ///
  /// - Throws: `RecordingMismatch` for a request that differs from the recorded one, `NoRecording` where
  ///   no answer was recorded.
  public func response(to request: HTTPRequest) async throws -> HTTPResponse {
    try RecordingMismatch.check(request, against: requests, step: .tokenRequest)
    guard let answer else { throw NoRecording(step: .tokenRequest) }
    return try answer.message.response()
  }
}
