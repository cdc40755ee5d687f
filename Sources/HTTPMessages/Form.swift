/// A list of name-value pairs written as `application/x-www-form-urlencoded`.
///
/// The same form serves in a query and in a body: RFC 6749 Appendix B and WHATWG URL §5. Order and
/// repetition are kept, because both matter: a repeated parameter is an error in OAuth.
public struct Form: Hashable, Sendable {
  /// One name with its value, both decoded.
  public struct Pair: Hashable, Sendable {
    /// The name.
    public let name: String
    /// The value; empty for a name without `=`.
    public let value: String

    /// Makes a pair.
    public init(_ name: String, _ value: String) {
      self.name = name
      self.value = value
    }
  }

  /// The pairs in order.
  public let pairs: [Pair]

  /// Takes pairs in order.
  public init(_ pairs: [Pair]) {
    self.pairs = pairs
  }

  /// The value of the first pair of that name; `nil` if there is none.
  public func value(of name: String) -> String? {
    pairs.first { $0.name == name }?.value
  }

  /// The names that occur more than once, each once, in the order of their first occurrence.
  public var repeatedNames: [String] {
    var counts: [String: Int] = [:]
    for pair in pairs { counts[pair.name, default: 0] += 1 }
    var seen: Set<String> = []
    return pairs.map(\.name).filter { (counts[$0] ?? 0) > 1 && seen.insert($0).inserted }
  }
}
