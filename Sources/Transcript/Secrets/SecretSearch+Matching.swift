extension SecretSearch {
  func matches(in bytes: [UInt8], depth: Int) -> [Match] {
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
  static func applying(_ matches: [Match], to bytes: [UInt8]) -> [UInt8] {
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
