public import HTTPMessages
public import Vocabulary

/// A message that came over a channel, with where it comes from.
public struct ReceivedReport: Hashable, Sendable {
  /// The message.
  public var message: ReceivedMessage
  /// Where it comes from.
  public let origin: Origin
  /// Where a recording comes from, a sentence or two a line; empty for any other message.
  public let provenance: [String]
  /// Whether a recording's words are not the real server's.
  public let isUnsourced: Bool

  /// Describes a message that came.
  public init(
    message: ReceivedMessage, origin: Origin, provenance: [String] = [], isUnsourced: Bool = false
  ) {
    self.message = message
    self.origin = origin
    self.provenance = provenance
    self.isUnsourced = isUnsourced
  }

  /// How the message came about, in a word; `nil` for one that a server just sent.
  var provenanceWord: String? {
    guard let beginning = provenance.first else { return nil }
    return beginning.hasPrefix("Reconstructed") ? "reconstructed" : "recorded"
  }

  /// The heading of the provenance; `nil` without any.
  var provenanceTitle: String? {
    guard let word = provenanceWord else { return nil }
    return isUnsourced
      ? "Reconstructed: the server's own text is not published."
      : word.prefix(1).uppercased() + word.dropFirst() + ". Where it comes from:"
  }
}
