/// Something that happens in a run.
public enum SequenceEvent: Hashable, Sendable {
  /// A message goes from one to another.
  case arrow(SequenceArrow)
  /// The app does something by itself.
  case note(SequenceNote)
}
