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
  private let targets: [Target]
  /// Whether a placeholder is encoded as the secret was; else it takes the whole encoding's place.
  private let encodesAnew: Bool
  /// How many encodings one around the other are searched through, escapes not counted.
  private let depth: Int
  private let table: [[Target]]

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

  private func replacing(in bytes: [UInt8], depth: Int) -> [UInt8] {
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

  private func matches(in bytes: [UInt8], depth: Int) -> [Match] {
    guard let shortest = targets.last?.value.count, bytes.count >= shortest else { return [] }
    // What was decoded on trial is rarely a text with escapes.
    let readings = DecodedText.readings(of: bytes, limit: depth == self.depth ? 12 : 4)
    let plain = readings.flatMap(plainMatches)
    guard depth > 0 else { return plain }
    // Where percent signs are undone, an encoding has its own beginning and padding.
    return plain
      + readings.reversed().flatMap { reading in
        [EncodedRun.Alphabet.base64, .hexadecimal].flatMap { alphabet in
          EncodedRun.all(in: reading.bytes, of: alphabet, atLeast: shortest)
            .compactMap { match(in: $0, of: reading, depth: depth) }
        }
      }
  }

  private func plainMatches(in text: DecodedText) -> [Match] {
    var matches: [Match] = []
    var index = 0
    while index < text.bytes.count {
      if let target = target(at: index, in: text.bytes) {
        let end = index + target.value.count
        matches.append(
          Match(
            range: text.place(of: index..<end), replacement: Array(target.replacement.utf8),
            target: target))
        index = end
      } else {
        index += 1
      }
    }
    return matches
  }

  /// The longest secret that begins here; of two that differ in case only, the one that is meant.
  private func target(at index: Int, in bytes: [UInt8]) -> Target? {
    let found = table[Int(bytes[index].lowercased)].filter { target in
      bytes.count - index >= target.lowercased.count
        && zip(target.lowercased, bytes[index...]).allSatisfy { wanted, byte in
          wanted == byte.lowercased || wanted == UInt8(ascii: " ") && byte == UInt8(ascii: "+")
        }
    }
    guard let longest = found.first else { return nil }
    return found.first {
      $0.value.count == longest.value.count && bytes[index...].starts(with: $0.value)
    } ?? longest
  }

  private func match(in run: EncodedRun, of text: DecodedText, depth: Int) -> Match? {
    for count in 0..<run.alphabet.alignments {
      let decoded = run.decoded(skipping: count)
      guard let first = matches(in: decoded, depth: depth - 1).first else { continue }
      let range = run.range.lowerBound + count..<run.range.upperBound
      let anew = encodesAnew ? run.encoded(replacing(in: decoded, depth: depth - 1)) : nil
      return Match(
        range: text.place(of: range),
        replacement: anew.map(text.written) ?? Array(first.target.replacement.utf8),
        target: first.target)
    }
    return nil
  }

  /// Replaces what does not overlap, the first and longest before the others.
  private static func applying(_ matches: [Match], to bytes: [UInt8]) -> [UInt8] {
    let sorted = matches.enumerated().sorted { one, other in
      (one.element.range.lowerBound, -one.element.range.count, one.offset)
        < (other.element.range.lowerBound, -other.element.range.count, other.offset)
    }
    var result: [UInt8] = []
    var end = 0
    for (_, match) in sorted where match.range.lowerBound >= end {
      result += bytes[end..<match.range.lowerBound]
      result += match.replacement
      end = match.range.upperBound
    }
    return result + bytes[end...]
  }
}
