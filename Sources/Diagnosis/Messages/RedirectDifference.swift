import HTTPMessages
import Vocabulary

/// The part in which two redirect URIs differ, and the cause where one is known.
struct RedirectDifference {
  let expected: String
  let received: String

  /// The finding, or `nil` if both are identical.
  ///
  /// - Parameters:
  ///   - places: The two places in words, such as `the request and the token request`.
  ///   - reference: The rule that they must be identical.
  ///   - lesson: The lesson that explains the message.
  /// - Returns: The finding.
  func finding(_ places: String, _ reference: Reference, lesson: Int) -> Finding? {
    guard !expected.isIdentical(to: received) else { return nil }
    let (cause, words, ownReference) = difference
    return Finding(
      .wrong, ["redirect_uri", cause], "The redirect URI is not the same in \(places): \(words).",
      why: "Redirect URIs are compared character by character.",
      action: "Use one text for the redirect URI everywhere: registration, step 2, and step 4.",
      reference: ownReference ?? reference, lesson: lesson)
  }

  private var difference: (cause: String, words: String, reference: Reference?) {
    let (left, right) = (URLParts(expected), URLParts(received))
    if let decoded = try? Form.decode(received), decoded.isIdentical(to: expected) {
      return ("encoded_twice", "one is percent-encoded once more", .rfc6749("Appendix B"))
    }
    if let decoded = try? Form.decode(expected), decoded.isIdentical(to: received) {
      return ("encoded_twice", "one is percent-encoded once less", .rfc6749("Appendix B"))
    }
    if !left.scheme.isIdentical(to: right.scheme) {
      return ("scheme", "the scheme differs (\(left.scheme), \(right.scheme))", nil)
    }
    if !left.authority.isIdentical(to: right.authority) { return authority(left, right) }
    if !left.path.isIdentical(to: right.path) { return path(left, right) }
    return (
      "query", "the query is different or encoded differently (%20 and + are not the same text)",
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

  /// Host and port of an authority.
  static func split(_ authority: String) -> (host: String, port: String?) {
    let rest = authority.hasPrefix("[") ? authority.drop { $0 != "]" } : authority[...]
    guard let colon = rest.lastIndex(of: ":") else { return (authority, nil) }
    return (String(authority[..<colon]), String(authority[colon...].dropFirst()))
  }

  /// Whether an authority is this machine.
  static func isLoopback(_ authority: String) -> Bool {
    let host = split(authority).host.lowercased()
    return host == "localhost" || host == "[::1]" || host.hasPrefix("127.")
      || host.hasSuffix(".localhost")
  }
}
