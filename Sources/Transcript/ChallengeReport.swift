public import Vocabulary

/// The result of `challenge`: a derived challenge, or the judgment of a received one.
public struct ChallengeReport: Hashable, Sendable {
  /// The judgment; the raw values are part of the JSON output.
  public enum Verdict: String, CaseIterable, Hashable, Sendable {
    /// The challenge was derived, and there is nothing to compare.
    case derived
    /// The received challenge belongs to the verifier.
    case equal
    /// The received challenge does not belong to the verifier.
    case different
    /// The received challenge has a valid form; no verifier was given.
    case possible
    /// The received challenge belongs to no verifier at all; none was given.
    case impossible

    /// The judgment in a sentence.
    var sentence: String {
      switch self {
      case .derived: "The S256 code challenge of this verifier."
      case .equal: "Equal: this is the S256 code challenge of the verifier."
      case .different: "Different: this is not the S256 code challenge of the verifier."
      case .possible: "The form of this code challenge is valid."
      case .impossible: "This cannot be the S256 code challenge of any verifier."
      }
    }

    var isGood: Bool { self != .different && self != .impossible }
  }

  /// The result of the comparison or check.
  public let verdict: Verdict
  /// The verifier if it was generated here, or `nil` if the user gave one.
  public let verifier: String?
  /// The S256 challenge of the verifier, or `nil` if there is no usable verifier.
  public let challenge: String?
  /// The challenge that was compared, or `nil` if none was.
  public let received: String?
  /// The findings about the verifier and the challenge.
  public let findings: [Finding]
  /// Every value from the verifier to the challenge; empty unless requested.
  public let derivation: [Parameter]
  /// The remarks about the derivation.
  public let notes: [Note]
  /// The commands to try next.
  public let next: [Advice]

  /// Creates the report of one derivation or comparison.
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
