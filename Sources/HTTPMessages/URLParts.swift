/// A URL cut at its delimiters, nothing decoded and nothing repaired: RFC 3986 §3.
///
/// Foundation's `URL` quietly encodes what it finds odd. Whoever shows what was really sent or
/// received cannot use that.
public struct URLParts: Hashable, Sendable {
  /// What stands before the first colon; empty if there is no scheme.
  public let scheme: String
  /// Host and port, without the slashes before them; empty if there are none.
  public let authority: String
  /// What stands between authority and query.
  public let path: String
  /// What stands behind the first `?`; `nil` without one.
  public let query: String?
  /// What stands behind the first `#`; `nil` without one.
  public let fragment: String?

  /// Cuts a URL; every text has an answer.
  public init(_ url: String) {
    let (beforeFragment, fragment) = Self.cut(Substring(url), at: "#")
    let (beforeQuery, query) = Self.cut(beforeFragment, at: "?")
    self.fragment = fragment.map(String.init)
    self.query = query.map(String.init)
    var rest = beforeQuery
    if let colon = rest.firstIndex(of: ":"), !rest[..<colon].contains("/") {
      scheme = String(rest[..<colon])
      rest = rest[rest.index(after: colon)...]
    } else {
      scheme = ""
    }
    if rest.hasPrefix("//") {
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
    (scheme.isEmpty ? "" : scheme + ":") + (authority.isEmpty ? "" : "//" + authority) + path
  }

  private static func cut(
    _ text: Substring, at delimiter: Character
  ) -> (before: Substring, after: Substring?) {
    guard let index = text.firstIndex(of: delimiter) else { return (text, nil) }
    return (text[..<index], text[text.index(after: index)...])
  }
}
