import HTTPMessages
import Vocabulary

/// The difference between two redirect URIs, and its cause if that is known.
public struct RedirectDifference {
  let expected: String
  let received: String

  /// Creates a comparison of a redirect URI with the expected one.
  public init(expected: String, received: String) {
    self.expected = expected
    self.received = received
  }

  /// The difference in words, the expected part first, or `nil` if both are identical.
  public var words: String? { expected.isIdentical(to: received) ? nil : difference.words }

  /// Returns the registered redirect URI most similar to the received one, and the difference.
  ///
  /// - Parameters:
  ///   - registered: The redirect URIs of a client.
  ///   - received: The received redirect URI.
  /// - Returns: The most similar one, or `nil` if one is identical or none is registered.
  public static func nearest(
    among registered: [String], to received: String
  ) -> (uri: String, words: String)? {
    let order = [
      "encoded_twice", "slash", "letter_case", "fragment", "query", "path", "port", "host",
      "scheme",
    ]
    let all = registered.map { RedirectDifference(expected: $0, received: received) }
    guard all.allSatisfy({ $0.words != nil }) else { return nil }
    let nearest = all.min {
      order.firstIndex(of: $0.difference.cause) ?? 0 < order.firstIndex(of: $1.difference.cause)
        ?? 0
    }
    return nearest.map { ($0.expected, $0.difference.words) }
  }

  /// Returns the finding about the difference, or `nil` if both are identical.
  ///
  /// - Parameters:
  ///   - places: The names of both messages, such as `the request and the redirect`.
  ///   - reference: The section that requires identical URIs.
  ///   - lesson: The lesson that explains the message.
  /// - Returns: The finding, severity `wrong`.
  func finding(_ places: String, _ reference: Reference, lesson: Int) -> Finding? {
    guard !expected.isIdentical(to: received) else { return nil }
    let (cause, words, ownReference) = difference
    return Finding(
      .wrong, ["redirect_uri", cause], "The redirect URI is not the same in \(places): \(words).",
      why: "Redirect URIs are compared character by character.",
      action: "Use the same redirect URI everywhere: in the registration, step 2, and step 4.",
      reference: ownReference ?? reference, lesson: lesson)
  }

  private var difference: (cause: String, words: String, reference: Reference?) {
    let (left, right) = (URLParts(expected), URLParts(received))
    if let decoded = try? Form.decode(received), decoded.isIdentical(to: expected) {
      return ("encoded_twice", "one of them is percent-encoded twice", .rfc6749("Appendix B"))
    }
    if let decoded = try? Form.decode(expected), decoded.isIdentical(to: received) {
      return ("encoded_twice", "one of them is percent-encoded twice", .rfc6749("Appendix B"))
    }
    if !left.scheme.isIdentical(to: right.scheme) {
      return ("scheme", "the scheme differs (\(left.scheme), \(right.scheme))", nil)
    }
    if !left.authority.isIdentical(to: right.authority) { return authority(left, right) }
    if !left.path.isIdentical(to: right.path) { return path(left, right) }
    if left.fragment != right.fragment {
      return (
        "fragment", "one has a fragment, which a redirect URI must not have", .rfc6749("3.1.2")
      )
    }
    return (
      "query", "the query is different or encoded differently (%20 and + are not the same)",
      .rfc6749("3.1.2")
    )
  }

  private func authority(
    _ left: URLParts, _ right: URLParts
  ) -> (cause: String, words: String, reference: Reference?) {
    let (one, other) = (Self.split(left.authority), Self.split(right.authority))
    if one.host.isIdentical(to: other.host) {
      return (
        "port", "the port differs (\(one.port ?? "none"), \(other.port ?? "none"))",
        Self.isLoopback(one.host) ? .rfc8252("7.3") : nil
      )
    }
    let areLoopback = Self.isLoopback(left.authority) && Self.isLoopback(right.authority)
    return (
      "host",
      areLoopback
        ? "the host differs (\(one.host), \(other.host)): to a server, localhost is not 127.0.0.1"
        : "the host differs (\(one.host), \(other.host))", areLoopback ? .rfc8252("8.3") : nil
    )
  }

  private func path(
    _ left: URLParts, _ right: URLParts
  ) -> (cause: String, words: String, reference: Reference?) {
    if (left.path + "/").isIdentical(to: right.path) || left.path.isIdentical(to: right.path + "/")
    {
      return ("slash", "one path ends in a slash, the other does not", nil)
    }
    if left.path.lowercased().isIdentical(to: right.path.lowercased()) {
      return ("letter_case", "the paths differ in letter case", .rfc3986("6.2.2.1"))
    }
    return ("path", "the path differs (\(left.path), \(right.path))", nil)
  }

  /// Returns the host and port of an authority.
  static func split(_ authority: String) -> (host: String, port: String?) {
    let rest = authority.hasPrefix("[") ? authority.drop { $0 != "]" } : authority[...]
    guard let colon = rest.lastIndex(of: ":") else { return (authority, nil) }
    return (String(authority[..<colon]), String(authority[colon...].dropFirst()))
  }

  /// Whether an authority is on this machine.
  static func isLoopback(_ authority: String) -> Bool {
    let host = split(authority).host.lowercased()
    return host == "localhost" || host == "[::1]" || host.hasPrefix("127.")
      || host.hasSuffix(".localhost")
  }
}
