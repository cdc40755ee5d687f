/// A scope name that a server documents, with what it gives access to.
public struct KnownScope: Hashable, Sendable, Codable {
  /// The name as it goes over the wire.
  public let name: String
  /// The data that it gives access to.
  public let gives: String

  /// Describes a scope.
  public init(_ name: String, _ gives: String) {
    self.name = name
    self.gives = gives
  }
}
