/// What access is asked for, or was granted: a list of scope names, in the order given.
///
/// Over the wire it is one value with the names separated by single spaces: RFC 6749 §3.3.
public struct Scope: Hashable, Sendable {
  /// The names, without repetition, in the order in which they came.
  public let names: [String]

  /// Reads a space-separated list, as it goes over the wire; repeated spaces and names count once.
  public init(_ text: String) {
    var seen: Set<String> = []
    names = text.split(separator: " ").map(String.init).filter { seen.insert($0).inserted }
  }

  /// Reads a list whose names are separated by a server's own separator, or by spaces.
  public init(_ text: String, separator: ScopeSeparator?) {
    self.init(separator == .comma ? String(text.map { $0 == "," ? " " : $0 }) : text)
  }

  /// The list as it goes over the wire.
  public var value: String { names.joined(separator: " ") }

  /// The list as it goes over the wire to a server with a separator of its own; `nil` for the space.
  public func value(separatedBy separator: ScopeSeparator?) -> String {
    names.joined(separator: (separator ?? .space).rawValue)
  }

  /// The names in this scope that another one lacks, in this one's order.
  public func names(missingFrom other: Scope) -> [String] {
    let others = Set(other.names)
    return names.filter { !others.contains($0) }
  }

  /// The first character that RFC 6749 §3.3 does not allow in a scope name; `nil` if there is none.
  public var firstForbiddenCharacter: Character? {
    // RFC 6749 Appendix A.4: scope-token = 1*( %x21 / %x23-5B / %x5D-7E )
    value.first { character in
      guard character != " " else { return false }
      guard let byte = character.asciiValue else { return true }
      return !(0x21...0x7E ~= byte) || character == "\"" || character == "\\"
    }
  }
}
