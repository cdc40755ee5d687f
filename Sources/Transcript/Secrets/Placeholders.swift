/// The placeholders of a run: one for each secret, named after it, the same in every recording.
///
/// A placeholder has unreserved characters only (RFC 3986 §2.3), so that it can stand wherever the
/// secret stood.
struct Placeholders {
  private(set) var byValue: [String: String] = [:]
  private var taken: Set<String> = []
  private var numbers = 0

  /// The placeholder of a value; a new one for a value that has none.
  ///
  /// - Parameters:
  ///   - value: The secret.
  ///   - name: What it is called where it was first met.
  ///   - isNumber: Whether it stands in the place of a number, and so must be one.
  /// - Returns: The placeholder.
  mutating func placeholder(for value: String, named name: String, isNumber: Bool = false) -> String
  {
    if let known = byValue[value] { return known }
    let placeholder = isNumber ? number() : text(named: name)
    byValue[value] = placeholder
    taken.insert(placeholder)
    return placeholder
  }

  /// Whether a text is a placeholder of this run already.
  func contains(_ text: String) -> Bool { taken.contains(text) }

  private func text(named name: String) -> String {
    let plain = name.utf8.filter(\.isOpaque).prefix(40)
    let word = plain.isEmpty ? "value" : String(decoding: Array(plain), as: UTF8.self)
    // RFC 7636 §4.1: a code verifier has at least 43 characters.
    let first =
      word == "code_verifier"
      ? "placeholder-for-the-code_verifier-of-this-run" : "placeholder-for-\(word)"
    guard taken.contains(first) else { return first }
    var count = 2
    while taken.contains("\(first)-\(count)") { count += 1 }
    return "\(first)-\(count)"
  }

  private mutating func number() -> String {
    numbers += 1
    return String(9_000_000_000 + numbers)
  }
}
