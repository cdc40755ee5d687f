/// Decides whether a value is shown; no other type decides that.
///
/// A value is shown if it was understood and is known not to be secret. Any other value is replaced with
/// a placeholder. Names and kinds come from `ValueKind`; text is judged in `ValueMask+Text`.
struct ValueMask {
  /// The secrets of the run.
  var secrets = KnownSecrets()
  /// The client's own values that are not secret, such as its identifier.
  var vouched: Set<String> = []
  let placeholder: Placeholder
  /// Whether every value is judged; otherwise only known secrets are replaced.
  var isStrict = true
  /// The number of URLs around this text: a URL may be a parameter of another one.
  var depth = 0
  /// The most nested URLs that are judged part by part; a deeper one is judged as text.
  static let deepestURL = 2
  /// The function that receives each credential found, with its name.
  var note: (_ name: String, _ value: String) -> Void = { _, _ in }

  /// Returns a value that may be shown.
  ///
  /// - Parameters:
  ///   - value: The value, decoded.
  ///   - path: The names that lead to it, the outermost first.
  ///   - part: The part of the message that it was received in.
  ///   - type: The type of the value, for its placeholder.
  /// - Returns: The value, or its placeholder.
  func callAsFunction(
    _ value: String, named path: [String], in part: ValueKind.Part, type: String = "string"
  ) -> String {
    self(value, isStrict ? ValueKind.of(path, in: part) : .text, name: path.last ?? "", type: type)
  }

  /// Returns a value of a known kind, or its placeholder.
  func callAsFunction(
    _ value: String, _ kind: ValueKind, name: String, type: String = "string"
  ) -> String {
    guard !value.isEmpty else { return value }
    if let known = secrets[value] { return known }
    guard isStrict else { return text(value, limit: .max, readsURLs: false) }
    guard !vouched.contains(value) else { return value }
    switch kind {
    // true and false are never credentials. If hidden once, they would be hidden everywhere.
    case .secret: return ["true", "false"].contains(value) ? value : credential(value, name: name)
    case .state:
      return placeholder.style == .recording
        ? credential(value, name: name) : text(value, limit: .max, readsURLs: false)
    case .person:
      return placeholder.style == .recording
        // The longest of the documented identifiers has 21 digits.
        ? placeholder.credential(name) : text(value, limit: 24)
    case .scope:
      // Fitbit writes an introspected scope in braces, with an access type after each name.
      let names = value.split(omittingEmptySubsequences: false) { " {},=".contains($0) }
      let isShown =
        text(value, limit: .max) == value
        && names.allSatisfy { vouched.contains(String($0)) || text(String($0)) == $0 }
      return isShown ? value : placeholder.unknown(type, count: value.count)
    case .text: return text(value)
    case .unknown:
      let isShown = Self.isPlain(value) || Self.isURL(value)
      return isShown ? text(value) : placeholder.unknown(type, count: value.count)
    }
  }

  /// Returns the placeholder of a credential.
  func credential(_ value: String, name: String) -> String {
    if let known = secrets[value] { return known }
    note(name, value)
    return placeholder(named: name)
  }

  /// Returns the placeholder of a credential, without a name that must be hidden itself.
  func placeholder(named name: String) -> String {
    // In malformed text, punctuation precedes a name, as in `?refresh_token=`.
    let scalars = name.unicodeScalars.drop { !$0.isASCIILetterOrDigit && $0 != "_" }
    let name = String(scalars)
    let isShown = !name.isEmpty && self.name(name).utf8.elementsEqual(name.utf8)
    return placeholder.credential(isShown ? name : "value")
  }

  /// Returns the client's own value, given or computed, that is not secret by its name.
  func own(_ value: String) -> String {
    // A short one may be equal by chance, such as a state that is `code`.
    if isStrict, value.utf8.count < KnownSecrets.length { return value }
    return secrets[value]
      ?? (vouched.contains(value) ? value : text(value, limit: .max, readsURLs: false))
  }

  /// Returns a name, shown if it is known, or a short identifier that is not opaque.
  func name(_ name: String) -> String {
    // A state that happens to be `code` does not make every name `code` a secret.
    guard !ValueKind.isKnown(name) else { return name }
    guard secrets[name] == nil, isStrict else { return secrets[name] ?? own(name) }
    let isIdentifier =
      name.count <= 64
      && name.unicodeScalars.allSatisfy {
        $0.isASCIILetterOrDigit || "_-.:$@/#[]".unicodeScalars.contains($0)
      }
    // A secret made of words looks like a name if its equals sign was lost.
    let mayBeValue = name.count > 24 && ValueKind.namesCredential(name)
    let isShown =
      isIdentifier && !mayBeValue
      && text(Self.withHumpsApart(name), readsURLs: false) == Self.withHumpsApart(name)
    return isShown ? name : placeholder.unknown("name", count: name.count)
  }

  /// Returns `token_Type` for `tokenType`: a capital inside a name does not make it opaque.
  private static func withHumpsApart(_ name: String) -> String {
    let scalars = Array(name.unicodeScalars)
    func isSmall(_ place: Int) -> Bool {
      scalars.indices.contains(place) && "a"..."z" ~= scalars[place]
    }
    return scalars.indices.reduce(into: "") { result, place in
      if "A"..."Z" ~= scalars[place], isSmall(place - 1), isSmall(place + 1) { result += "_" }
      result.unicodeScalars.append(scalars[place])
    }
  }

  /// Whether the value is a single number, or a word of at most 16 letters.
  static func isPlain(_ value: String) -> Bool {
    let characters = Characters(value)
    if characters.words == [0..<characters.scalars.count], value.count <= 16,
      characters.scalars.allSatisfy(\.properties.isAlphabetic)
    {
      return true
    }
    // RFC 8259 §6, and shorter than a run that would be opaque.
    return value.utf8.count < longestRun && value.utf8.contains { 0x30...0x39 ~= $0 }
      && value.utf8.allSatisfy { 0x30...0x39 ~= $0 || "+-.eE".utf8.contains($0) }
  }

  private static func isURL(_ value: String) -> Bool {
    value.utf8.starts(with: "https://".utf8) || value.utf8.starts(with: "http://".utf8)
  }
}
