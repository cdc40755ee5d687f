/// Something that happens inside the app, without a message.
public struct SequenceNote: Hashable, Sendable {
  /// What happens.
  public let title: String
  /// What is to be said of it.
  public let text: String
  /// Whether the run stopped there.
  public let isEnd: Bool
}
