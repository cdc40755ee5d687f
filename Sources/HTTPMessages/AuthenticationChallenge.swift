/// A challenge from `WWW-Authenticate`: a scheme with its parameters (RFC 9110 §11.6.1).
package struct AuthenticationChallenge: Hashable, Sendable {
  /// The scheme, such as `Bearer`, as written; compare it without regard to case.
  package let scheme: String
  /// The parameters by lowercase name; if a name is repeated, the first one counts.
  package private(set) var parameters: [String: String]

  /// Reads all challenges; stops at malformed text and keeps what it has read before it.
  package static func all(in fields: [HTTPField]) -> [AuthenticationChallenge] {
    fields.filter { $0.name.lowercased() == "www-authenticate" }.flatMap { all(in: $0.value) }
  }

  private static func all(in text: String) -> [AuthenticationChallenge] {
    var challenges: [AuthenticationChallenge] = []
    var rest = Substring(text)
    while true {
      // RFC 9110 §5.6.1: a recipient ignores empty list elements.
      rest = rest.drop { $0 == "," || $0 == " " || $0 == "\t" }
      let word = rest.prefix { !" \t,=\"".contains($0) }
      guard !word.isEmpty else { return challenges }
      rest = rest[word.endIndex...]
      let afterSpace = rest.drop { $0 == " " || $0 == "\t" }
      guard afterSpace.first == "=", let last = challenges.indices.last else {
        challenges.append(AuthenticationChallenge(scheme: String(word), parameters: [:]))
        continue
      }
      rest = afterSpace.dropFirst().drop { $0 == " " || $0 == "\t" }
      guard let value = value(of: &rest) else { return challenges }
      let name = word.lowercased()
      if challenges[last].parameters[name] == nil { challenges[last].parameters[name] = value }
    }
  }

  /// Removes and returns a token or quoted string (RFC 9110 §5.6.4), or `nil` if it has no end.
  private static func value(of text: inout Substring) -> String? {
    guard text.first == "\"" else {
      let token = text.prefix { !" \t,".contains($0) }
      text = text[token.endIndex...]
      return String(token)
    }
    text = text.dropFirst()
    var value = ""
    while let character = text.popFirst() {
      switch character {
      case "\"": return value
      case "\\":
        guard let escaped = text.popFirst() else { return nil }
        value.append(escaped)
      default: value.append(character)
      }
    }
    return nil
  }
}
