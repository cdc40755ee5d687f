import HTTPMessages

/// A received text from which some damage was removed.
struct UndoneText: Hashable {
  /// The text that remains.
  let bytes: [UInt8]
  /// The damage that was removed.
  let mistakes: Set<PairMistake>
  /// Whether the text ended within a percent-encoded character, which was dropped.
  var endsInEscape = false

  /// Returns the text, and the text without each combination of up to three kinds of damage.
  static func all(of text: [UInt8]) -> [UndoneText] {
    var known: Set<UndoneText> = [UndoneText(bytes: text, mistakes: [])]
    var order = Array(known)
    var last = order
    for _ in 0..<3 {
      let next = last.flatMap(\.next).filter { known.insert($0).inserted }
      order += next
      last = next
    }
    return order
  }

  /// The texts without one more kind of damage.
  private var next: [UndoneText] {
    decoded
      + Self.repairs.flatMap { mistake, repair -> [UndoneText] in
        guard !mistakes.contains(mistake) else { return [] }
        return repair(bytes).filter { !$0.isEmpty && $0 != bytes }.map {
          UndoneText(bytes: $0, mistakes: mistakes.union([mistake]), endsInEscape: endsInEscape)
        }
      }
  }

  private static let repairs: [(PairMistake, @Sendable ([UInt8]) -> [[UInt8]])] = [
    (.quoted, unquoted), (.lineBreakAround, { [trimmed($0, isLineBreak)] }),
    (.spaceAround, { [trimmed($0, \.isSpaceOrTab)] }),
    (.wrapped, { inside($0, isLineBreak) }), (.spaceInside, { inside($0, \.isSpaceOrTab) }),
    (.plusAsSpace, { [$0.map { $0 == UInt8(ascii: " ") ? UInt8(ascii: "+") : $0 }] }),
    (.paddingLeftOn, { [Array($0.reversed().drop { $0 == UInt8(ascii: "=") }.reversed())] }),
    (.oneMoreAtEnd, { isUnnamed($0.last) ? [Array($0.dropLast())] : [] }),
    (.oneMoreAtStart, { isUnnamed($0.first) ? [Array($0.dropFirst())] : [] }),
  ]

  private static func isLineBreak(_ byte: UInt8) -> Bool { byte == 0x0A || byte == 0x0D }

  private static func unquoted(_ text: [UInt8]) -> [[UInt8]] {
    guard text.count > 2, let first = text.first, first == text.last, "\"'`".utf8.contains(first)
    else { return [] }
    return [Array(text.dropFirst().dropLast())]
  }

  private static func trimmed(_ text: [UInt8], _ isDropped: (UInt8) -> Bool) -> [UInt8] {
    Array(text.drop(while: isDropped).reversed().drop(while: isDropped).reversed())
  }

  /// Returns the text without inserted characters, unless they are only at its ends.
  private static func inside(_ text: [UInt8], _ isDropped: (UInt8) -> Bool) -> [[UInt8]] {
    trimmed(text, isDropped).contains(where: isDropped) ? [text.filter { !isDropped($0) }] : []
  }

  /// The percent-decoded text; an escape that was cut off at the end is dropped.
  private var decoded: [UndoneText] {
    guard bytes.contains(UInt8(ascii: "%")), !mistakes.contains(.percentEncodedTwice) else {
      return []
    }
    let again: PairMistake =
      mistakes.contains(.percentEncoded) ? .percentEncodedTwice : .percentEncoded
    var decoded: [UInt8] = []
    var rest = bytes[...]
    var endsInEscape = endsInEscape
    while let byte = rest.popFirst() {
      guard byte == UInt8(ascii: "%") else {
        decoded.append(byte)
        continue
      }
      guard rest.count >= 2 else {
        // An escape cannot be cut off if a character was added after it.
        guard !mistakes.contains(.oneMoreAtEnd) else { return [] }
        endsInEscape = true
        break
      }
      guard let high = rest.removeFirst().hexadecimalValue,
        let low = rest.removeFirst().hexadecimalValue
      else { return [] }
      decoded.append(UInt8(high << 4 | low))
    }
    return [
      UndoneText(
        bytes: decoded, mistakes: mistakes.subtracting([.percentEncoded]).union([again]),
        endsInEscape: endsInEscape)
    ]
  }

  /// Whether a challenge can contain the character: any other is damage with a name of its own.
  private static func isUnnamed(_ byte: UInt8?) -> Bool {
    byte.map { $0.isDigit || $0.isLetter || "-._~".utf8.contains($0) } ?? false
  }
}
