/// One header field of a message: RFC 9110 §5.
public struct HTTPField: Hashable, Sendable {
  /// The name, as it was written; compared without regard to case.
  public let name: String
  /// The value, without the blanks around it.
  public let value: String

  /// Makes a field.
  public init(_ name: String, _ value: String) {
    self.name = name
    self.value = value
  }
}

extension [HTTPField] {
  /// The value of the first field of that name, whatever its case: RFC 9110 §5.1.
  public func value(of name: String) -> String? {
    first { $0.name.lowercased() == name.lowercased() }?.value
  }
}
