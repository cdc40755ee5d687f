/// A match of a secret in a text: ordinary words, or part of the secret.
///
/// A secret may consist of words, as in `secret-of-the-app`. Then a sentence about an app contains some of
/// its letters.
struct Prose {
  private let text: Characters
  private let match: Range<Int>

  init(_ text: Characters, _ match: Range<Int>) {
    self.text = text
    self.match = match
  }

  /// Returns the range to hide, or `nil` if all of it is prose.
  ///
  /// A few ordinary words reveal nothing. Four that are most of a secret, or a whole secret, reveal it.
  ///
  /// - Parameters:
  ///   - letters: The number of the secret's letters and digits.
  ///   - isSecret: Whether a text is a whole secret.
  /// - Returns: The range, without a word that only begins or ends like the secret.
  func secret(of letters: Int, isSecret: (String) -> Bool) -> Range<Int>? {
    if text.isOrdinary(within: match) { return nil }
    let trimmed = trimmed
    guard let words = ordinaryWords(in: trimmed) else {
      return count(trimmed) >= KnownSecrets.length ? trimmed : match
    }
    let isMost = words >= 4 && count(trimmed) * 4 > letters * 3
    return isMost || words > 1 && isSecret(text.text(trimmed)) ? trimmed : nil
  }

  private func count(_ range: Range<Int>) -> Int {
    text.scalars[range].reduce(0) { $0 + ($1.isASCIILetterOrDigit ? 1 : 0) }
  }

  /// The match without a partly matched word at either end that a space separates from the rest.
  private var trimmed: Range<Int> {
    var (start, end) = (match.lowerBound, match.upperBound)
    if let first = word(at: start), first.lowerBound < start, first.upperBound < end,
      let next = text.words.first(reaching: first.upperBound), next.lowerBound < end,
      isApart(first, match.clamped(to: first), next)
    {
      start = next.lowerBound
    }
    if let last = word(at: end - 1), last.upperBound > end, last.lowerBound > start,
      let before = text.words.last(before: last.lowerBound), before.upperBound > start,
      isApart(last, match.clamped(to: last), before)
    {
      end = before.upperBound
    }
    return start..<end
  }

  /// Whether a word is not part of the secret, although some of its letters match.
  private func isApart(_ word: Range<Int>, _ part: Range<Int>, _ neighbor: Range<Int>) -> Bool {
    let gap =
      word.lowerBound < neighbor.lowerBound
      ? word.upperBound..<neighbor.lowerBound : neighbor.upperBound..<word.lowerBound
    return part.count < KnownSecrets.length && text.separatesWords(gap)
      && text.scalars[word].allSatisfy { "a"..."z" ~= $0 || "A"..."Z" ~= $0 }
  }

  /// Returns the number of words, or `nil` if they do not form a sentence.
  private func ordinaryWords(in range: Range<Int>) -> Int? {
    var (count, place) = (0, range.lowerBound)
    while let word = text.words.first(reaching: place), word.lowerBound < range.upperBound {
      guard text.isOrdinary(word),
        count == 0 || text.separatesWords(place..<word.lowerBound)
          || text.isWithinName(place..<word.lowerBound)
      else { return nil }
      count += 1
      place = word.upperBound
    }
    return count
  }

  private func word(at place: Int) -> Range<Int>? {
    text.words.first(reaching: place).flatMap { $0.contains(place) ? $0 : nil }
  }
}
