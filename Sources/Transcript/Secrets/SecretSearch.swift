/// Finds secrets in a text, in every form in which they may stand there: the one rule for that.
///
/// Plain, with any escapes and escapes within escapes, in either case of its letters, and inside base64
/// and hexadecimal at any alignment.
public struct SecretSearch: Sendable {
  /// A secret, and what is to stand in its place.
  struct Target: Sendable {
    let value: [UInt8]
    let lowercased: [UInt8]
    let replacement: String

    init(_ value: String, replacement: String) {
      self.value = Array(value.utf8)
      lowercased = self.value.map(\.lowercased)
      self.replacement = replacement
    }
  }

  /// A place where a secret stands.
  struct Match {
    let range: Range<Int>
    /// What is to be written there.
    let replacement: [UInt8]
    let target: Target
  }

  /// The shortest secret that is searched for, in bytes; a shorter one would be found in words that have
  /// nothing to do with it.
  public static let shortestLength = 4
  let targets: [Target]
  /// Whether a placeholder is encoded as the secret was; else it takes the whole encoding's place.
  let encodesAnew: Bool
  /// How many encodings one around the other are searched through, escapes not counted.
  let depth: Int
  let table: [[Target]]

  /// Searches for secrets.
  ///
  /// - Parameters:
  ///   - secrets: Each with its placeholder; one that is too short is not searched for.
  ///   - encodesAnew: Whether a placeholder is encoded as the secret was.
  ///   - depth: How many encodings one around the other are searched through, escapes not counted.
  public init(
    _ secrets: [(value: String, placeholder: String)], encodesAnew: Bool, depth: Int = 2
  ) {
    targets = secrets.map { Target($0.value, replacement: $0.placeholder) }
      .filter { $0.value.count >= Self.shortestLength }
      .sorted { $0.value.count > $1.value.count }
    self.encodesAnew = encodesAnew
    self.depth = depth
    var table: [[Target]] = Array(repeating: [], count: 256)
    for target in targets {
      guard let first = target.lowercased.first else { continue }
      table[Int(first)].append(target)
      // A form writes a blank as a plus sign.
      if first == UInt8(ascii: " ") { table[Int(UInt8(ascii: "+"))].append(target) }
    }
    self.table = table
  }

  /// The text with a placeholder for every secret.
  public func replacing(in bytes: [UInt8]) -> [UInt8] { replacing(in: bytes, depth: depth) }

  /// The text with a placeholder for every secret.
  public func replacing(in text: String) -> String {
    guard !targets.isEmpty else { return text }
    return String(decoding: replacing(in: Array(text.utf8)), as: UTF8.self)
  }

  /// The placeholder of a secret that stands in the text; `nil` if none does.
  public func first(in bytes: [UInt8]) -> String? {
    matches(in: bytes, depth: depth).first?.target.replacement
  }

  func replacing(in bytes: [UInt8], depth: Int) -> [UInt8] {
    var bytes = bytes
    // A replacement may uncover what lay across it. A secret that is part of its own placeholder
    // would go on for ever.
    for _ in 0..<4 {
      let matches = matches(in: bytes, depth: depth)
      guard !matches.isEmpty else { break }
      bytes = Self.applying(matches, to: bytes)
    }
    return bytes
  }
}
