/// Asks a server for the description of itself: RFC 8414 §3.1.
public struct MetadataRequest: Hashable, Sendable {
  /// The issuer identifier.
  public let issuer: String
  /// The URL that is asked.
  public let url: String
}
