import Vocabulary

/// The search for the mistakes that turn a verifier into the received challenge.
///
/// Every digest is computed once and found by its first bytes, which are read from the received
/// text in each encoding. Only the candidates found that way are encoded in full and compared.
struct PairSearch {
  /// The longest text that is searched, in bytes.
  static let limit = 2_000

  private let texts: [HashedText]
  private let places: [UInt32: [Int]]

  /// Creates a search with every digest that a client may have computed from a verifier.
  init(of verifier: [UInt8], includesVerbatim: Bool) {
    texts = HashedText.all(of: verifier, includesVerbatim: includesVerbatim)
    var places: [UInt32: [Int]] = [:]
    for (index, text) in texts.enumerated() where text.bytes.count >= 3 {
      places[Self.key(text.bytes), default: []].append(index)
    }
    self.places = places
  }

  /// Returns every set of mistakes that gives the received text; the empty set if it is right.
  func explanations(of received: [UndoneText]) -> Set<Set<PairMistake>> {
    var found: Set<Set<PairMistake>> = []
    let folded = received.contains { Self.isOneCase($0.bytes) } ? foldedPlaces : [:]
    for text in received where text.bytes.count >= 3 {
      for (index, encoding) in candidates(for: text.bytes, folded) {
        found.formUnion(matches(of: text, with: texts[index], in: encoding))
      }
    }
    return found
  }

  private func matches(
    of received: UndoneText, with made: HashedText, in encoding: DigestEncoding
  ) -> [Set<PairMistake>] {
    guard encoding != .verbatim || made.isVerbatim else { return [] }
    let before = encoding == .verbatim ? [] : Set(made.mistakes)
    return encoding.texts(of: made.bytes).compactMap { mistakes, text in
      guard let end = Self.end(of: received, in: text) else { return nil }
      return Self.transport(from: text, to: received.bytes, folds: encoding.hasLetterCase).map {
        before.union(mistakes).union(received.mistakes).union($0).union(end)
      }
    }
  }

  /// Returns the mistakes that a percent-encoded character cut off at the end implies, or `nil`.
  private static func end(of received: UndoneText, in made: [UInt8]) -> [PairMistake]? {
    guard received.endsInEscape else { return [] }
    if received.bytes.count == made.count {
      return made.count.isMultiple(of: 4) ? nil : [.cut, .paddingLeftOn]
    }
    let next = made.dropFirst(received.bytes.count).first
    return next.map("+/".utf8.contains) == true ? [] : nil
  }

  /// Returns the damage that turns one text into the other, or `nil` if none does.
  private static func transport(
    from made: [UInt8], to received: [UInt8], folds: Bool
  ) -> [PairMistake]? {
    let isCut = received.count < made.count
    guard received.count <= made.count, !isCut || received.count >= 22 else { return nil }
    let cut: [PairMistake] = isCut ? [.cut] : []
    let start = made.prefix(received.count)
    if start.elementsEqual(received) { return cut }
    guard folds, isOneCase(received), start.lazy.map(fold).elementsEqual(received.lazy.map(fold))
    else { return nil }
    return cut + [.caseLost]
  }
}

extension PairSearch {
  /// Returns the digests that may have become the received text, by its first bytes.
  private func candidates(
    for text: [UInt8], _ folded: [[UInt8]: [(index: Int, encoding: DigestEncoding)]]
  ) -> [(index: Int, encoding: DigestEncoding)] {
    var found = Self.readings(of: text).flatMap { reading in
      (places[Self.key(reading.bytes)] ?? []).map { ($0, reading.encoding) }
    }
    if text.allSatisfy({ UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 }), text.count >= 22 {
      found += texts.indices.map { ($0, .decimalNumber) }
    }
    if !folded.isEmpty, Self.isOneCase(text) { found += folded[Self.foldedKey(text)] ?? [] }
    return found
  }

  /// Returns the first bytes that the text has in each encoding.
  private static func readings(
    of text: [UInt8]
  ) -> [(encoding: DigestEncoding, bytes: [UInt8])] {
    var readings: [(encoding: DigestEncoding, bytes: [UInt8])] = [(.verbatim, text)]
    if let bytes = Hexadecimal.decode(text.prefix(6)) { readings.append((.hexadecimal, bytes)) }
    if let bytes = decimals(in: text.prefix(26)) { readings.append((.decimal, bytes)) }
    guard text.prefix(6).allSatisfy({ Base64.value(of: $0) != nil }) else { return readings }
    // 32 characters encode the first three numbers of a list in every notation.
    let bytes = Base64.decodeLeniently(text.prefix(32))
    readings.append((.base64, bytes))
    if let inner = Hexadecimal.decode(bytes.prefix(6)) {
      readings.append((.encodedHexadecimal, inner))
    }
    if let inner = decimals(in: bytes) { readings.append((.encodedDecimal, inner)) }
    return readings.filter { $0.bytes.count >= 3 }
  }

  /// Returns the first three numbers of a list, or `nil` if the text is not such a list.
  private static func decimals(in text: some Collection<UInt8>) -> [UInt8]? {
    let numbers = text.drop { $0 == UInt8(ascii: "[") }
      .split { $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: " ") }.prefix(3)
      .map { UInt8(String(decoding: $0, as: UTF8.self)) }
    guard numbers.count == 3, !numbers.contains(nil) else { return nil }
    return numbers.compactMap(\.self)
  }

  /// The digests by their first eight encoded characters in lower case, for a text without case.
  private var foldedPlaces: [[UInt8]: [(index: Int, encoding: DigestEncoding)]] {
    var places: [[UInt8]: [(index: Int, encoding: DigestEncoding)]] = [:]
    for (index, text) in texts.enumerated() where text.bytes.count >= 6 {
      let bytes = Array(text.bytes.prefix(6))
      for encoding in DigestEncoding.allCases where encoding.hasLetterCase {
        guard encoding != .verbatim || text.isVerbatim else { continue }
        for made in encoding.texts(of: encoding == .verbatim ? text.bytes : bytes) {
          let key = Self.foldedKey(made.text)
          if places[key]?.last.map({ $0 != (index, encoding) }) ?? true {
            places[key, default: []].append((index, encoding))
          }
        }
      }
    }
    return places
  }

  /// Returns the first eight characters in lower case and in one alphabet.
  private static func foldedKey(_ text: [UInt8]) -> [UInt8] {
    text.prefix(8).map {
      switch $0 {
      case UInt8(ascii: "+"): UInt8(ascii: "-")
      case UInt8(ascii: "/"): UInt8(ascii: "_")
      default: fold($0)
      }
    }
  }

  private static func key(_ bytes: [UInt8]) -> UInt32 {
    bytes.prefix(3).reduce(0) { $0 << 8 | UInt32($1) }
  }

  private static func fold(_ byte: UInt8) -> UInt8 {
    UInt8(ascii: "A")...UInt8(ascii: "Z") ~= byte ? byte + 0x20 : byte
  }

  /// Whether a text of at least 22 characters has letters of one case only.
  private static func isOneCase(_ text: [UInt8]) -> Bool {
    guard text.count >= 22 else { return false }
    let hasUpper = text.contains { UInt8(ascii: "A")...UInt8(ascii: "Z") ~= $0 }
    let hasLower = text.contains { UInt8(ascii: "a")...UInt8(ascii: "z") ~= $0 }
    return hasUpper != hasLower
  }
}
