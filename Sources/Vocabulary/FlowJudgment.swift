/// The recommendations of the standards on a flow, which a run cannot show.
public struct FlowJudgment: Hashable, Sendable {
  /// The recommendations in a word or two, for a table.
  public struct InShort: Hashable, Sendable {
    /// The recommendation of the security best current practice.
    public let practice: String
    /// A condition of the recommendation, or `nil` for none.
    public let note: String?
    /// The case for which the flow is right.
    public let use: String

    /// Creates short recommendations.
    public init(practice: String, note: String? = nil, use: String) {
      self.practice = practice
      self.note = note
      self.use = use
    }
  }

  /// The recommendation of the security best current practice (RFC 9700).
  public let bestCurrentPractice: SourcedText
  /// The future of the flow in OAuth 2.1.
  public let draft: SourcedText
  /// The use of state and other defenses against a planted redirect; `nil` without a redirect.
  public let useOfState: SourcedText?
  /// The case for which the flow is right.
  public let use: SourcedText
  /// The recommendation for a client in a browser, or `nil` if there is none.
  public let inBrowser: SourcedText?
  /// The recommendation and the use in a word or two.
  public let inShort: InShort
  /// The application type that runs the flow in a comparison.
  public let comparedType: ApplicationType
  /// The reason for that type, or `nil` if it is the default.
  public let comparisonRemark: String?

  /// Creates the recommendations.
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
