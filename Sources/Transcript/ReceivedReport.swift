public import HTTPMessages
public import Vocabulary

/// A received message and its origin.
public struct ReceivedReport: Hashable, Sendable {
  /// The redirect or response.
  public var message: ReceivedMessage
  /// The origin: a recording, the practice server, or a live server.
  public let origin: Origin
  /// The source of a recording, line by line; empty for any other message.
  public let provenance: [String]
  /// Whether the real server's text is unpublished, so that the recording's was written here.
  public let isUnsourced: Bool

  /// Creates the report of a received message.
  public init(
    message: ReceivedMessage, origin: Origin, provenance: [String] = [], isUnsourced: Bool = false
  ) {
    self.message = message
    self.origin = origin
    self.provenance = provenance
    self.isUnsourced = isUnsourced
  }

  /// "recorded" or "reconstructed", or `nil` if a server has just sent the message.
  var provenanceWord: String? {
    guard let beginning = provenance.first else { return nil }
    return beginning.hasPrefix("Reconstructed") ? "reconstructed" : "recorded"
  }

  /// The heading of the provenance, or `nil` without any.
  var provenanceTitle: String? {
    guard !provenance.isEmpty else { return nil }
    return isUnsourced
      ? "Reconstructed: the server's own text is not published." : "Source of this recording"
  }
}
