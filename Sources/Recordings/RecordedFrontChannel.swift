public import Channels
public import HTTPMessages
import Vocabulary

/// A browser that was recorded: it answers the request that it was made from, and no other.
public struct RecordedFrontChannel: FrontChannel, Sendable {
  /// The requests that have an answer.
  public let requests: [Recording]
  /// The answer: a redirect; `nil` for a flow without a browser.
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
    requests = try scenario.authorizationRequests.map { file throws(HTTPMessageText.Fault) in
      try file.recording()
    }
    answer = try scenario.redirect?.recording()
  }

  /// Gives the recorded redirect.
  ///
  /// - Throws: `RecordingMismatch` for a request that differs from the recorded one, `NoRecording` where
  ///   no answer was recorded.
  public func redirect(for request: HTTPRequest) async throws -> Redirect {
    try RecordingMismatch.check(request, against: requests, step: .authorizationRequest)
    guard let answer else { throw NoRecording(step: .authorizationRequest) }
    let response = try answer.message.response()
    guard let location = response.fields.value(of: "Location") else {
      throw HTTPMessageText.Fault.startLine(answer.message.startLine)
    }
    return Redirect(url: location, status: response.status)
  }
}
