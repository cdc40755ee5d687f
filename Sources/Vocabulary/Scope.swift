/// The requested or granted access: a list of scopes, in the order given.
///
/// On the wire it is one value: the names separated by single spaces (RFC 6749 §3.3).
public struct Scope: Hashable, Sendable {
  /// The names, without repetition, in the order given.
  public let names: [String]

  /// Creates a list from a space-separated text; repeated spaces and names count once.
  public init(_ text: String) {
    var seen: Set<String> = []
    names = text.split(separator: " ").map(String.init).filter { seen.insert($0).inserted }
  }

  /// Creates a list from a text with a server's own separator, or with spaces.
  public init(_ text: String, separator: ScopeSeparator?) {
    self.init(separator == .comma ? String(text.map { $0 == "," ? " " : $0 }) : text)
  }

  /// The list as it appears on the wire.
  public var value: String { names.joined(separator: " ") }

  /// Returns the list with a server's own separator; `nil` for the space.
  public func value(separatedBy separator: ScopeSeparator?) -> String {
    names.joined(separator: (separator ?? .space).rawValue)
  }

  /// Returns the names that another scope does not contain, in the order of this one.
  public func names(missingFrom other: Scope) -> [String] {
    let others = Set(other.names)
    return names.filter { !others.contains($0) }
  }

  /// The first character that RFC 6749 §3.3 does not allow in a scope, or `nil` if there is none.
  public var firstForbiddenCharacter: Character? {
    // RFC 6749 Appendix A.4: scope-token = 1*( %x21 / %x23-5B / %x5D-7E )
    value.first { character in
      guard character != " " else { return false }
      guard let byte = character.asciiValue else { return true }
      return !(0x21...0x7E ~= byte) || character == "\"" || character == "\\"
    }
  }
}
