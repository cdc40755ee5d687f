import HTTPMessages
public import Vocabulary

/// A course that the flow can take: which recorded answers come, and to which requests.
public struct Scenario: Hashable, Sendable {
  /// A mistake that the client makes on purpose in step 4.
  public struct Mistake: Hashable, Sendable {
    /// The parameter that is wrong: `code_verifier`, `client_secret` or `redirect_uri`.
    public let parameter: String
    /// The wrong value.
    public let value: String
    /// What is wrong with it, in one sentence.
    public let explanation: String
  }

  /// The flow that takes this course.
  public let flow: Flow
  /// The name, as it is given to `--scenario`; one flow has it once.
  public let name: String
  /// What happens, in one line.
  public let summary: String
  /// What one learns from it, and how real life comes to it.
  public let story: String
  /// The mistake that the client makes; `nil` if it does all right.
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

  /// The browser of this scenario.
  public var frontChannel: RecordedFrontChannel {
    get throws(HTTPMessageText.Fault) { try RecordedFrontChannel(self) }
  }

  /// The server of this scenario.
  public var backChannel: RecordedBackChannel {
    get throws(HTTPMessageText.Fault) { try RecordedBackChannel(self) }
  }
}

extension Scenario.Mistake {
  /// A mistyped client secret.
  static let wrongSecret = Scenario.Mistake(
    parameter: "client_secret", value: "DEF457",
    explanation: "Wrong on purpose: the secret of this client is DEF456.")

  /// Another redirect URI than that of step 2.
  static let redirectURIWithSlash = Scenario.Mistake(
    parameter: "redirect_uri", value: "https://app.example.com/callback/",
    explanation: "Wrong on purpose: step 2 sent it without the slash at the end.")
}
