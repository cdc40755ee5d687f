import HTTPMessages
import Vocabulary

/// The secrets of a run, which it finds in a text in whole or in part.
///
/// Only letters and digits are compared, without regard to case, so that nothing between them and
/// no change of case hides a secret. Eight in a row are enough, unless they are ordinary prose.
struct KnownSecrets: Sendable {
  /// A range of a text and the placeholder of its secret, or `nil` if it could be any of them.
  typealias Place = (range: Range<Int>, placeholder: String?)

  /// The number of consecutive letters and digits that identify a secret.
  static let length = 8
  /// The most bytes of secrets to search for; with more, only ordinary words are shown.
  static let mostBytes = 1 << 18

  private var pieces = SecretPieces()
  /// The numbers of shorter secrets, which are compared with whole words.
  private var words: [[UInt8]: Int] = [:]
  private var placeholders: [String: String] = [:]
  /// The placeholder and the number of letters and digits of each secret.
  private var secrets: [(placeholder: String, letters: Int)] = []
  private var numbers: [String: Int] = [:]
  /// The number of secrets with each name.
  private var counts: [String: Int] = [:]
  private var bytes = 0

  /// Whether no secret is known.
  var isEmpty: Bool { placeholders.isEmpty }

  /// The placeholder of a secret, or `nil` for any other value.
  subscript(_ value: String) -> String? { placeholders[value] }

  /// Replaces a value with another if it is the whole text.
  mutating func substitute(_ value: String, with other: String) { placeholders[value] = other }

  /// Adds a secret; a known one keeps its placeholder.
  ///
  /// - Parameters:
  ///   - value: The secret.
  ///   - name: Its placeholder.
  ///   - isUnique: Whether two secrets with one name need different placeholders.
  mutating func add(_ value: String, placeholder name: String, isUnique: Bool) {
    guard !value.isEmpty, placeholders[value] == nil else { return }
    let placeholder = unique(name, isUnique)
    placeholders[value] = placeholder
    let letters = SecretForms.letters(of: value.utf8)
    let number = secrets.count
    numbers[value] = number
    secrets.append((placeholder, letters.count))
    bytes += value.utf8.count
    guard bytes <= Self.mostBytes else { return }
    for form in SecretForms.all(of: value, letters: letters) {
      if form.letters.count >= Self.length {
        pieces.add(form.letters, every: form.step, of: number)
      } else if form.letters.count >= 3, words[form.letters] == nil {
        words[form.letters] = number
      }
    }
  }

  /// Updates the placeholder of each secret to its new name.
  mutating func rename(_ names: [(value: String, placeholder: String)], isUnique: Bool) {
    counts = [:]
    var seen: Set<String> = []
    for (value, name) in names {
      guard let number = numbers[value], seen.insert(value).inserted else { continue }
      let placeholder = unique(name, isUnique)
      placeholders[value] = placeholder
      secrets[number].placeholder = placeholder
    }
  }

  private mutating func unique(_ name: String, _ isUnique: Bool) -> String {
    let count = counts[name, default: 0] + 1
    counts[name] = count
    return isUnique && count > 1 ? "\(name)-\(count)" : name
  }

  /// Returns the ranges of a text that must be hidden.
  func found(in text: Characters) -> [Place] {
    guard !isEmpty else { return [] }
    // Too many to search for: a word that is not ordinary could be part of any of them.
    guard bytes <= Self.mostBytes else { return text.unusual.map { ($0, nil) } }
    let long = pieces.found(in: text.scalars).compactMap { match -> Place? in
      let secret = secrets[match.secret]
      let range = Prose(text, match.range).secret(
        of: secret.letters, isSecret: { placeholders[$0] != nil })
      return range.map { ($0, secret.placeholder) }
    }
    return long + shortOnes(in: text)
  }

  private func shortOnes(in text: Characters) -> [Place] {
    guard !words.isEmpty else { return [] }
    return text.words.compactMap { range in
      var word: [UInt8] = []
      for scalar in text.scalars[range] where scalar.isASCIILetterOrDigit {
        word.append(scalar.lowercasedByte)
        // Longer words are not in this table.
        if word.count == Self.length { return nil }
      }
      guard let number = words[word], !text.isOrdinary(range) else { return nil }
      return (range, secrets[number].placeholder)
    }
  }
}
