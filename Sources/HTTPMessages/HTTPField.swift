/// A header field of a message (RFC 9110 §5).
public struct HTTPField: Hashable, Sendable {
  /// The name, as written; compare it without regard to case.
  public let name: String
  /// The value, without surrounding whitespace.
  public let value: String

  /// Creates a field from its name and value.
  public init(_ name: String, _ value: String) {
    self.name = name
    self.value = value
  }
}

extension [HTTPField] {
  /// Returns the value of the first field with a name, ignoring case (RFC 9110 §5.1).
  public func value(of name: String) -> String? {
    first { $0.name.lowercased() == name.lowercased() }?.value
  }
}
