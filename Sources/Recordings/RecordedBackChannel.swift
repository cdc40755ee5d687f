public import Channels
public import HTTPMessages
import Vocabulary

/// A recorded server, which responds only to the requests it was recorded with.
public struct RecordedBackChannel: BackChannel, Sendable {
  /// The requests that have a response, one for each authentication method.
  public let requests: [Recording]
  /// The token response, or `nil` for a flow that uses only the browser.
  public let recording: Recording?

  /// Creates a channel from recordings.
  ///
  /// - Parameters:
  ///   - requests: The requests that have a response.
  ///   - recording: The response, or `nil` if there was none.
  public init(requests: [Recording], recording: Recording?) {
    self.requests = requests
    self.recording = recording
  }

  init(_ scenario: Scenario) throws(HTTPMessageText.Fault) {
    requests = try scenario.tokenRequests.map { file throws(HTTPMessageText.Fault) in
      try file.recording()
    }
    recording = try scenario.response?.recording()
  }

  /// Returns the recorded response.
  ///
  /// - Throws: `RecordingMismatch` if the request differs from the recorded ones, `NoRecording` if
  ///   no response was recorded.
  public func response(to request: HTTPRequest) async throws -> HTTPResponse {
    try RecordingMismatch.check(request, against: requests, step: .tokenRequest)
    guard let recording else { throw NoRecording(step: .tokenRequest) }
    return try recording.message.response()
  }
}
