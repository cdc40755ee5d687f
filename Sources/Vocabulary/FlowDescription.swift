/// The description of a flow: everything except its code.
///
/// Each flow has one, next to its code. Other modules read this value and do not compare flows.
public struct FlowDescription: Sendable {
  /// The content of the authorization response in step 3.
  public enum Carried: Hashable, Sendable {
    /// An authorization code, which the client exchanges.
    case code
    /// The access token itself.
    case token
  }

  /// The flow that is described.
  public let flow: Flow
  /// The name for people.
  public let title: String
  /// The name in a word or two, for page headers and tables.
  public let shortTitle: String
  /// The steps that the flow has, out of the five, in order.
  public let steps: [StepNumber]
  /// The step that starts the flow.
  public var firstStep: StepNumber { steps.first ?? .codeVerifier }
  /// The content of the redirect in step 3, or `nil` in a flow without a browser.
  public let redirectCarries: Carried?
  /// Whether a server that issues refresh tokens issues one in this flow.
  public let canRefresh: Bool
  /// The application types that may use the flow at Fitbit, the default first.
  public let applicationTypes: [ApplicationType]
  /// The reason why no other type may, in one sentence.
  public let restriction: SourcedText
  /// The lesson about the whole flow, or `nil` if each step has a lesson with its number.
  public let lesson: Int?
  /// The standards' judgment of the flow.
  public let judgment: FlowJudgment
  /// The paragraphs before the first step, for a server name.
  public let introduction: @Sendable (_ server: String) -> [String]

  /// The suggestions after a recorded walk of the flow, at most three.
  public let trials: [FlowTrial]

  /// Creates a description.
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

  /// The name as typed, and in JSON documents.
  public var name: String { flow.rawValue }

  /// Whether a user takes part.
  public var hasUser: Bool { redirectCarries != nil }

  /// Whether the client calls the token endpoint, in step 4.
  public var hasTokenRequest: Bool { steps.contains(.tokenRequest) }

  /// Whether the client creates a code verifier, in step 1.
  public var usesPKCE: Bool { steps.contains(.codeVerifier) }
}

extension FlowDescription: Hashable {
  /// Whether both describe the same flow, which has only one description.
  public static func == (left: Self, right: Self) -> Bool { left.flow == right.flow }

  /// Hashes the flow.
  public func hash(into hasher: inout Hasher) { hasher.combine(flow) }
}
