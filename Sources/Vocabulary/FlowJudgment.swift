/// The standards' judgment of a flow: nothing that a run could show.
public struct FlowJudgment: Hashable, Sendable {
  /// The same in a word or two, for a table.
  public struct InShort: Hashable, Sendable {
    /// The judgment of the security best current practice.
    public let practice: String
    /// A condition of it; `nil` if there is none.
    public let note: String?
    /// The case in which the flow is the right one.
    public let use: String

    /// Judges in short.
    public init(practice: String, note: String? = nil, use: String) {
      self.practice = practice
      self.note = note
      self.use = use
    }
  }

  /// The judgment of the security best current practice.
  public let bestCurrentPractice: SourcedText
  /// The future of the flow in OAuth 2.1.
  public let draft: SourcedText
  /// The use of state in the flow, and of anything else against a planted redirect; `nil` where nothing
  /// can be planted.
  public let useOfState: SourcedText?
  /// The case in which the flow is the right one.
  public let use: SourcedText
  /// The judgment of the flow in an application that runs in a browser; `nil` if nothing judges it.
  public let inBrowser: SourcedText?
  /// The judgment and the use, in a word or two.
  public let inShort: InShort
  /// The application type with which the flow is compared with others.
  public let comparedType: ApplicationType
  /// The reason for that type, where it is not the usual one; `nil` where it is.
  public let comparisonRemark: String?

  /// Judges a flow.
  public init(
    bestCurrentPractice: SourcedText, draft: SourcedText, useOfState: SourcedText?,
    use: SourcedText, inBrowser: SourcedText?, inShort: InShort, comparedType: ApplicationType,
    comparisonRemark: String? = nil
  ) {
    self.bestCurrentPractice = bestCurrentPractice
    self.draft = draft
    self.useOfState = useOfState
    self.use = use
    self.inBrowser = inBrowser
    self.inShort = inShort
    self.comparedType = comparedType
    self.comparisonRemark = comparisonRemark
  }
}
