/// Everything that is said of a flow, apart from its code.
///
/// Each flow has one, in the file with its code. Others ask this value, and compare no flow with another.
public struct FlowDescription: Sendable {
  /// What a browser brings to the client in step 3.
  public enum Carried: Hashable, Sendable {
    /// An authorization code, to be exchanged.
    case code
    /// The access token itself.
    case token
  }

  /// The flow that is described.
  public let flow: Flow
  /// The name as a person reads it.
  public let title: String
  /// The name in a word or two, for headers and table heads.
  public let shortTitle: String
  /// The steps of the five that the flow has, in order.
  public let steps: [StepNumber]
  /// The step that begins it.
  public var firstStep: StepNumber { steps.first ?? .codeVerifier }
  /// The content of the redirect of step 3; `nil` in a flow without a browser.
  public let redirectCarries: Carried?
  /// Whether the server issues a refresh token, if it issues any.
  public let canRefresh: Bool
  /// The application types that may use the flow at Fitbit, the usual one first.
  public let applicationTypes: [ApplicationType]
  /// The reason why no other application may, in one sentence.
  public let restriction: SourcedText
  /// The lesson about the flow as a whole; `nil` if each of its steps has its own, with its number.
  public let lesson: Int?
  /// The standards' judgment of the flow.
  public let judgment: FlowJudgment
  /// The introduction before the first step, a paragraph each, from the name of the server.
  public let introduction: @Sendable (_ server: String) -> [String]

  /// What to try after a recorded walk of the flow, three commands at most.
  public let trials: [FlowTrial]

  /// Describes a flow.
  public init(
    _ flow: Flow, title: String, shortTitle: String, steps: [StepNumber], redirectCarries: Carried?,
    canRefresh: Bool,
    applicationTypes: [ApplicationType], restriction: SourcedText, lesson: Int?,
    judgment: FlowJudgment, trials: [FlowTrial],
    introduction: @escaping @Sendable (_ server: String) -> [String]
  ) {
    self.flow = flow
    self.title = title
    self.shortTitle = shortTitle
    self.steps = steps
    self.redirectCarries = redirectCarries
    self.canRefresh = canRefresh
    self.applicationTypes = applicationTypes
    self.restriction = restriction
    self.lesson = lesson
    self.judgment = judgment
    self.trials = trials
    self.introduction = introduction
  }

  /// The name as it is typed, and as JSON documents have it.
  public var name: String { flow.rawValue }

  /// Whether a user is asked.
  public var hasUser: Bool { redirectCarries != nil }

  /// Whether the client calls the token endpoint, in step 4.
  public var hasTokenRequest: Bool { steps.contains(.tokenRequest) }

  /// Whether the client makes a code verifier, in step 1.
  public var usesPKCE: Bool { steps.contains(.codeVerifier) }
}

extension FlowDescription: Hashable {
  /// Whether both describe the same flow: each flow has one description.
  public static func == (left: Self, right: Self) -> Bool { left.flow == right.flow }

  /// Hashes the flow.
  public func hash(into hasher: inout Hasher) { hasher.combine(flow) }
}
