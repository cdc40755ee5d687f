import HTTPMessages
import Vocabulary

/// The secrets of a run, recognized again in a text in whole or in part.
///
/// Only letters and digits are compared, without regard to case, so that nothing between them and
/// no change of case hides a secret. Eight in a row are enough.
struct KnownSecrets: Sendable {
  /// How many letters and digits in a row give a secret away.
  static let length = 8

  /// The placeholder of each eight characters of a secret, packed into a number.
  private var pieces: [UInt64: String] = [:]
  /// The placeholders of secrets that are shorter than that: whole words are compared with these.
  private var words: [[UInt8]: String] = [:]
  private var placeholders: [String: String] = [:]
  /// The number of secrets that have a name.
  private var counts: [String: Int] = [:]

  /// Whether there is nothing to hide.
  var isEmpty: Bool { placeholders.isEmpty }

  /// The placeholder of a secret; `nil` for any other value.
  subscript(_ value: String) -> String? { placeholders[value] }

  /// Replaces a value by another where it is alone.
  mutating func substitute(_ value: String, with other: String) { placeholders[value] = other }

  /// Adds a secret; one that is known already keeps its placeholder.
  ///
  /// - Parameters:
  ///   - value: The secret.
  ///   - name: Its placeholder.
  ///   - isUnique: Whether two secrets of one name need placeholders that differ.
  mutating func add(_ value: String, placeholder name: String, isUnique: Bool) {
    guard !value.isEmpty, placeholders[value] == nil else { return }
    counts[name, default: 0] += 1
    let count = counts[name] ?? 1
    let placeholder = isUnique && count > 1 ? "\(name)-\(count)" : name
    placeholders[value] = placeholder
    for form in Self.forms(of: Array(value.utf8.prefix(Self.longest))) {
      if form.count < Self.length {
        if form.count >= 3 { words[form] = words[form] ?? placeholder }
        continue
      }
      var (piece, count): (UInt64, Int) = (0, 0)
      for byte in form {
        piece = piece << 8 | UInt64(byte)
        count += 1
        if count >= Self.length, pieces[piece] == nil { pieces[piece] = placeholder }
      }
    }
  }

  /// The beginning of a secret that is compared, in bytes.
  private static let longest = 4096

  /// The places in a text where at least eight characters of a secret are, with its placeholder.
  func found(in text: Characters) -> [(range: Range<Int>, placeholder: String)] {
    guard !isEmpty else { return [] }
    var found: [(range: Range<Int>, placeholder: String)] = []
    var places: [Int] = []
    var piece: UInt64 = 0
    var place = -1
    for scalar in text.scalars {
      place += 1
      guard scalar.isASCIILetterOrDigit else { continue }
      places.append(place)
      piece = piece << 8 | UInt64(scalar.lowercasedByte)
      guard places.count >= Self.length, let placeholder = pieces[piece] else { continue }
      let range = places[places.count - Self.length]..<(place + 1)
      if let last = found.last, last.range.upperBound > range.lowerBound {
        found[found.count - 1].range = last.range.lowerBound..<range.upperBound
      } else {
        found.append((range, placeholder))
      }
    }
    return found.filter { !text.isOrdinaryWord($0.range) } + shortOnes(in: text)
  }

  private func shortOnes(in text: Characters) -> [(range: Range<Int>, placeholder: String)] {
    guard !words.isEmpty else { return [] }
    return text.words.compactMap { range in
      var word: [UInt8] = []
      for scalar in text.scalars[range] where scalar.isASCIILetterOrDigit {
        word.append(scalar.lowercasedByte)
        // A longer one is not among them.
        if word.count == Self.length { return nil }
      }
      guard let placeholder = words[word], !text.isOrdinaryWord(range) else { return nil }
      return (range, placeholder)
    }
  }

  /// A secret as it is, form-encoded, backwards, and in the encodings whose letters alone look like
  /// words: each without what is neither letter nor digit.
  private static func forms(of secret: [UInt8]) -> [[UInt8]] {
    let text = String(decoding: secret, as: UTF8.self)
    var forms = [secret, Array(Form.encode(text).utf8), secret.reversed()]
    for bytes in [secret, Array(Form.encode(text).utf8)] {
      forms += (0..<3).map { digits(of: bytes, bits: 6, after: $0) }
    }
    forms += (0..<5).map { digits(of: secret, bits: 5, after: $0) }
    for (radix, prefix) in [(16, ""), (16, "x"), (16, "u00"), (10, ""), (8, "")] {
      forms.append(Array(secret.map { prefix + String($0, radix: radix) }.joined().utf8))
    }
    // The octets that a verifier was made of are as good as the verifier.
    forms.append(Array(hexadecimal(Base64.decodeLeniently(secret)).utf8))
    return forms.map { form in
      var letters: [UInt8] = []
      for byte in form where Unicode.Scalar(byte).isASCIILetterOrDigit {
        letters.append(Unicode.Scalar(byte).lowercasedByte)
      }
      return letters
    }
  }

  /// The digits of Base64 or Base32 that depend on these bytes alone, if some others precede them.
  private static func digits(of bytes: [UInt8], bits: Int, after count: Int) -> [UInt8] {
    let alphabet = Array(
      (bits == 6
        ? "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
        : "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567").utf8)
    let all = [UInt8](repeating: 0, count: count) + bytes
    let first = (count * 8 + bits - 1) / bits
    var digits: [UInt8] = []
    for digit in first..<max(first, all.count * 8 / bits) {
      var value = 0
      for bit in digit * bits..<(digit + 1) * bits {
        value = value << 1 | Int(all[bit / 8] >> UInt8(7 - bit % 8) & 1)
      }
      digits.append(alphabet[value])
    }
    return digits
  }
}
