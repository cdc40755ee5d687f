/// Decides whether one value is shown: the only place where that is decided.
///
/// A value is shown if it was understood and is known to be no secret. Any other value is replaced by a
/// placeholder. Names and kinds come from `ValueKind`, text is judged in `ValueMask+Text`.
struct ValueMask {
  /// The secrets of the run.
  var secrets = KnownSecrets()
  /// Values of the client's own that are no secrets, such as its identifier.
  var vouched: Set<String> = []
  let placeholder: Placeholder
  /// Whether every value is judged, or secrets of the run alone are replaced.
  var isStrict = true
  /// How many URLs this text is within: a URL may be a parameter of another one, which ends somewhere.
  var depth = 0
  /// The number of URLs within each other that are judged part by part; further in, one is a text.
  static let deepestURL = 2
  /// Is told of each credential that is met, by its name.
  var note: (_ name: String, _ value: String) -> Void = { _, _ in }

  /// A value as it may be shown.
  ///
  /// - Parameters:
  ///   - value: The value, decoded.
  ///   - path: The names that lead to it, the outermost first.
  ///   - part: The part of the message that it was received in.
  ///   - type: The type of the value, for its placeholder.
  /// - Returns: The value, or what is shown instead of it.
  func callAsFunction(
    _ value: String, named path: [String], in part: ValueKind.Part, type: String = "string"
  ) -> String {
    self(value, isStrict ? ValueKind.of(path, in: part) : .text, name: path.last ?? "", type: type)
  }

  /// A value of a known kind as it may be shown.
  func callAsFunction(
    _ value: String, _ kind: ValueKind, name: String, type: String = "string"
  ) -> String {
    guard !value.isEmpty else { return value }
    if let known = secrets[value] { return known }
    guard isStrict else { return text(value, limit: .max, readsURLs: false) }
    guard !vouched.contains(value) else { return value }
    switch kind {
    // true and false are no credentials, whatever the name; hidden, they would be hidden everywhere.
    case .secret: return ["true", "false"].contains(value) ? value : credential(value, name: name)
    case .state:
      return placeholder.style == .recording
        ? credential(value, name: name) : text(value, limit: .max, readsURLs: false)
    case .person:
      return placeholder.style == .recording
        // The longest of the documented identifiers has 21 digits.
        ? placeholder.credential(name) : text(value, limit: 24)
    case .scope:
      // Fitbit writes an introspected scope in braces, and with an access after each name.
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

  /// The placeholder of a credential.
  func credential(_ value: String, name: String) -> String {
    if let known = secrets[value] { return known }
    note(name, value)
    return placeholder(named: name)
  }

  /// The placeholder of a credential: a name that is hidden itself does not occur in it.
  func placeholder(named name: String) -> String {
    // In a text that is not what it should be, punctuation precedes a name, as in `?refresh_token=`.
    let scalars = name.unicodeScalars.drop { !$0.isASCIILetterOrDigit && $0 != "_" }
    let name = String(scalars)
    let isShown = !name.isEmpty && self.name(name).utf8.elementsEqual(name.utf8)
    return placeholder.credential(isShown ? name : "value")
  }

  /// A value of the client's own, which it made or was given and which is no secret by its name.
  func own(_ value: String) -> String {
    // One that is short may be the same by chance, such as a state that is `code`.
    if isStrict, value.utf8.count < KnownSecrets.length { return value }
    return secrets[value]
      ?? (vouched.contains(value) ? value : text(value, limit: .max, readsURLs: false))
  }

  /// A name: shown if it is known, or an identifier of at most 64 characters and not opaque.
  func name(_ name: String) -> String {
    // A state that happens to be `code` does not make the name of every code a secret.
    guard !ValueKind.isKnown(name) else { return name }
    guard secrets[name] == nil, isStrict else { return secrets[name] ?? own(name) }
    let isIdentifier =
      name.count <= 64
      && name.unicodeScalars.allSatisfy {
        $0.isASCIILetterOrDigit || "_-.:$@/#[]".unicodeScalars.contains($0)
      }
    // A secret made of words is taken for a name where its equals sign was lost.
    let mayBeValue = name.count > 24 && ValueKind.namesCredential(name)
    let isShown =
      isIdentifier && !mayBeValue
      && text(Self.withHumpsApart(name), readsURLs: false) == Self.withHumpsApart(name)
    return isShown ? name : placeholder.unknown("name", count: name.count)
  }

  /// `tokenType` as `token_Type`: a capital that begins a word within a name makes nothing opaque.
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

  /// Whether it is a single number, or a word of at most 16 letters.
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
