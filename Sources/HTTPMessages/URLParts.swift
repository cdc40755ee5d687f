/// A URL cut at its delimiters, nothing decoded and nothing repaired: RFC 3986 §3.
///
/// Foundation's `URL` quietly encodes what it finds odd. Whoever shows what was really sent or
/// received cannot use that.
public struct URLParts: Hashable, Sendable {
  /// What stands before the first colon; empty if there is no scheme.
  public let scheme: String
  /// Host and port, without the slashes before them; empty if there are none.
  public let authority: String
  /// Whether two slashes announce an authority, even an empty one.
  private let hasAuthority: Bool
  /// What stands between authority and query.
  public let path: String
  /// What stands behind the first `?`; `nil` without one.
  public let query: String?
  /// What stands behind the first `#`; `nil` without one.
  public let fragment: String?

  /// Cuts a URL; every text has an answer.
  public init(_ url: String) {
    // Scalars, not characters: a delimiter with a combining mark behind it is a delimiter all the same.
    var rest = url.unicodeScalars[...]
    fragment = Self.cut(&rest, at: "#").map { String($0) }
    query = Self.cut(&rest, at: "?").map { String($0) }
    if let colon = rest.firstIndex(of: ":"), !rest[..<colon].contains("/") {
      scheme = String(rest[..<colon])
      rest = rest[rest.index(after: colon)...]
    } else {
      scheme = ""
    }
    hasAuthority = rest.starts(with: "//".unicodeScalars)
    if hasAuthority {
      rest = rest.dropFirst(2)
      let end = rest.firstIndex(of: "/") ?? rest.endIndex
      authority = String(rest[..<end])
      rest = rest[end...]
    } else {
      authority = ""
    }
    path = String(rest)
  }

  /// Everything before the query: scheme, authority and path.
  public var withoutQueryAndFragment: String {
    (scheme.isEmpty ? "" : scheme + ":") + (hasAuthority ? "//" + authority : "") + path
  }

  /// Leaves what stands before a delimiter, and gives what stands behind it.
  private static func cut(
    _ text: inout Substring.UnicodeScalarView, at delimiter: Unicode.Scalar
  ) -> Substring.UnicodeScalarView? {
    guard let index = text.firstIndex(of: delimiter) else { return nil }
    let after = text[text.index(after: index)...]
    text = text[..<index]
    return after
  }
}
