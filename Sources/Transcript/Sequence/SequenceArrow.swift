public import Vocabulary

/// A message of a run, from one participant to another.
public struct SequenceArrow: Hashable, Sendable {
  /// Who sends it.
  public let from: SequenceParticipant
  /// Who gets it.
  public let to: SequenceParticipant
  /// The number of the step that it belongs to; `nil` where a neighbouring arrow has the number.
  public let step: StepNumber?
  /// What it does, such as `POST /oauth2/token`.
  public let deed: String
  /// The values that it carries; `nil` where the next arrow tells them.
  public let values: [SequenceValue]?
  /// Whether it answers another arrow.
  public let isReply: Bool

  init(
    _ from: SequenceParticipant, _ to: SequenceParticipant, step: StepNumber? = nil, _ deed: String,
    _ values: [SequenceValue]?, isReply: Bool = false
  ) {
    self.from = from
    self.to = to
    self.step = step
    self.deed = deed
    self.values = values
    self.isReply = isReply
  }

  /// Number and deed.
  public var label: String { step.map { "\($0) \(deed)" } ?? deed }
}
