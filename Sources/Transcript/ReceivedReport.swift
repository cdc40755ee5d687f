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

  /// What stands above the provenance; `nil` without any.
  var provenanceTitle: String? {
    guard !provenance.isEmpty else { return nil }
    return isUnsourced
      ? "Recorded, in part a reconstruction: the server's own words are not known."
      : "Recorded. Where it comes from:"
  }
}
