/// A URL split at its delimiters, without decoding or repairing it (RFC 3986 §3).
///
/// Foundation's `URL` silently encodes unusual characters, so it cannot show the URL that was sent
/// or received.
public struct URLParts: Hashable, Sendable {
  /// The part before the first colon; empty if there is no scheme.
  public let scheme: String
  /// The host and port, without the slashes before them; empty if there are none.
  public let authority: String
  /// Whether two slashes introduce an authority, even an empty one.
  private let hasAuthority: Bool
  /// The part between the authority and the query.
  public let path: String
  /// The part after the first `?`, or `nil` without one.
  public let query: String?
  /// The part after the first `#`, or `nil` without one.
  public let fragment: String?

  /// Creates the parts of a URL; this works for any text.
  public init(_ url: String) {
    // Scalars, not characters: a delimiter with a combining mark is still a delimiter.
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

  /// The scheme, authority, and path.
  public var withoutQueryAndFragment: String {
    (scheme.isEmpty ? "" : scheme + ":") + (hasAuthority ? "//" + authority : "") + path
  }

  /// Removes a delimiter and everything after it, and returns what follows the delimiter.
  private static func cut(
    _ text: inout Substring.UnicodeScalarView, at delimiter: Unicode.Scalar
  ) -> Substring.UnicodeScalarView? {
    guard let index = text.firstIndex(of: delimiter) else { return nil }
    let after = text[text.index(after: index)...]
    text = text[..<index]
    return after
  }
}
