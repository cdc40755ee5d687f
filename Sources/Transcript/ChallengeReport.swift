public import Vocabulary

/// The result of `challenge`: a derived challenge, or the judgment of a received one.
public struct ChallengeReport: Hashable, Sendable {
  /// The judgment; the raw values are part of the JSON output.
  public enum Verdict: String, CaseIterable, Hashable, Sendable {
    /// The challenge was derived, and there is nothing to compare.
    case derived
    /// The received challenge is the right one.
    case equal
    /// The received challenge is not the right one.
    case different
    /// Without a verifier: the received challenge can be one.
    case possible
    /// Without a verifier: no verifier has the received challenge.
    case impossible

    /// The judgment in a sentence.
    var sentence: String {
      switch self {
      case .derived: "The code challenge, by the method S256."
      case .equal: "Equal: this is the S256 code challenge of the verifier."
      case .different: "Different: this is not the S256 code challenge of the verifier."
      case .possible: "Nothing is wrong with the form of this code challenge."
      case .impossible: "No verifier has this S256 code challenge."
      }
    }

    var isGood: Bool { self != .different && self != .impossible }
  }

  /// The judgment.
  public let verdict: Verdict
  /// The verifier if it was made here, or `nil` for one that the user brought.
  public let verifier: String?
  /// The S256 challenge of the verifier, or `nil` if there is no usable verifier.
  public let challenge: String?
  /// The challenge that was compared, or `nil` if none was.
  public let received: String?
  /// What is wrong, or what is worth knowing.
  public let findings: [Finding]
  /// Every value from the verifier to the challenge, if the user wants to see them.
  public let derivation: [Parameter]
  /// The remarks about the derivation.
  public let notes: [Note]
  /// What to do next.
  public let next: [Advice]

  /// Creates a report.
  public init(
    _ verdict: Verdict, verifier: String?, challenge: String?, received: String?,
    findings: [Finding], derivation: [Parameter], notes: [Note], next: [Advice]
  ) {
    self.verdict = verdict
    self.verifier = verifier
    self.challenge = challenge
    self.received = received
    self.findings = findings
    self.derivation = derivation
    self.notes = notes
    self.next = next
  }
}
