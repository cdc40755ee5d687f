/// Where an answer departs from the specifications, though it could be read all the same.
///
/// Tolerant in reading, loud in telling: what a client accepts in silence, the next one will trip over.
public struct Deviation: Hashable, Sendable {
  /// What the answer does and what the specification says, in one or two sentences.
  public let text: String
  /// Where the rule is laid down.
  public let reference: Reference

  /// Describes a deviation.
  public init(_ text: String, _ reference: Reference) {
    self.text = text
    self.reference = reference
  }
}

/// A step that reads an answer and can say where the answer departs from the specifications.
///
/// It says so whether the step went well or stopped, so it looks at the answer alone.
public protocol DeviationReporting: Step {
  /// Where the answer departs from the specifications; empty if it does not.
  var deviations: [Deviation] { get }
}
