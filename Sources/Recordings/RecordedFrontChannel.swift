public import Channels
public import HTTPMessages
import Vocabulary

/// A recorded browser, which responds only to the requests it was recorded with.
public struct RecordedFrontChannel: FrontChannel, Sendable {
  /// The requests that have a response.
  public let requests: [Recording]
  /// The response with the redirect, or `nil` for a flow without a browser.
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
    requests = try scenario.authorizationRequests.map { file throws(HTTPMessageText.Fault) in
      try file.recording()
    }
    recording = try scenario.redirect?.recording()
  }

  /// Returns the recorded redirect.
  ///
  /// - Throws: `RecordingMismatch` if the request differs from the recorded ones, `NoRecording` if
  ///   no response was recorded.
  public func redirect(for request: HTTPRequest) async throws -> Redirect {
    try RecordingMismatch.check(request, against: requests, step: .authorizationRequest)
    guard let recording else { throw NoRecording(step: .authorizationRequest) }
    let response = try recording.message.response()
    guard let location = response.fields.value(of: "Location") else {
      throw HTTPMessageText.Fault.startLine(recording.message.startLine)
    }
    return Redirect(url: location, status: response.status)
  }
}
