import HTTPMessages
public import Vocabulary

/// A recorded outcome of a flow: its responses, and the requests they belong to.
public struct Scenario: Hashable, Sendable {
  /// A deliberate mistake of the client in step 4.
  public struct Mistake: Hashable, Sendable {
    /// The wrong parameter: `code_verifier`, `client_secret`, or `redirect_uri`.
    public let parameter: String
    /// The wrong value.
    public let value: String
    /// The explanation of the mistake, in one sentence.
    public let explanation: String
  }

  /// The flow that has this outcome.
  public let flow: Flow
  /// The name for `--scenario`, unique within a flow.
  public let name: String
  /// The outcome in one line.
  public let summary: String
  /// The cause in real life, and the lesson from it.
  public let story: String
  /// The deliberate mistake, or `nil` for a correct client.
  public let mistake: Mistake?

  let authorizationRequests: [RecordingFile]
  let redirect: RecordingFile?
  let tokenRequests: [RecordingFile]
  let response: RecordingFile?

  init(
    _ flow: Flow, _ name: String, _ summary: String, story: String, mistake: Mistake? = nil,
    authorizationRequests: [RecordingFile], redirect: RecordingFile?,
    tokenRequests: [RecordingFile], response: RecordingFile?
  ) {
    self.flow = flow
    self.name = name
    self.summary = summary
    self.story = story
    self.mistake = mistake
    self.authorizationRequests = authorizationRequests
    self.redirect = redirect
    self.tokenRequests = tokenRequests
    self.response = response
  }

  /// The recorded browser.
  public var frontChannel: RecordedFrontChannel {
    get throws(HTTPMessageText.Fault) { try RecordedFrontChannel(self) }
  }

  /// The recorded server.
  public var backChannel: RecordedBackChannel {
    get throws(HTTPMessageText.Fault) { try RecordedBackChannel(self) }
  }
}

extension Scenario.Mistake {
  /// A mistyped client secret.
  static let wrongSecret = Scenario.Mistake(
    parameter: "client_secret", value: "DEF457",
    explanation: "Wrong on purpose: the secret of this client is DEF456.")

  /// A redirect URI that differs from the one in step 2.
  static let redirectURIWithSlash = Scenario.Mistake(
    parameter: "redirect_uri", value: "https://app.example.com/callback/",
    explanation: "Wrong on purpose: step 2 sent it without the final slash.")
}
