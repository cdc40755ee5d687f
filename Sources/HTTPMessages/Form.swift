/// A list of name-value pairs written as `application/x-www-form-urlencoded`.
///
/// Queries and bodies use the same format (RFC 6749 Appendix B, WHATWG URL §5). Order and repeated
/// names are kept, because a repeated parameter is an error in OAuth (RFC 6749 §3.1).
public struct Form: Hashable, Sendable {
  /// A name and its value, both decoded.
  public struct Pair: Hashable, Sendable {
    /// The decoded name.
    public let name: String
    /// The decoded value; empty if the name has no `=`.
    public let value: String

    /// Creates a pair from decoded texts.
    public init(_ name: String, _ value: String) {
      self.name = name
      self.value = value
    }
  }

  /// The pairs, in the order in which they were written.
  public let pairs: [Pair]

  /// Creates a form from pairs in order.
  public init(_ pairs: [Pair]) {
    self.pairs = pairs
  }

  /// Returns the value of the first pair with a name, or `nil` if there is none.
  public func value(of name: String) -> String? {
    pairs.first { $0.name == name }?.value
  }

  /// The names that occur more than once, in the order of their first occurrence.
  public var repeatedNames: [String] {
    var counts: [String: Int] = [:]
    for pair in pairs { counts[pair.name, default: 0] += 1 }
    var seen: Set<String> = []
    return pairs.map(\.name).filter { (counts[$0] ?? 0) > 1 && seen.insert($0).inserted }
  }
}
