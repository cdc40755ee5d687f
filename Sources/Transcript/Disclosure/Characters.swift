import Vocabulary

/// A text as scalars, cut into words.
struct Characters {
  let scalars: [Unicode.Scalar]
  /// The places of the words: letters, digits, and all else that is neither space nor punctuation.
  let words: [Range<Int>]

  init(_ text: some StringProtocol) {
    scalars = Array(text.unicodeScalars)
    var words: [Range<Int>] = []
    var start: Int?
    for (place, scalar) in scalars.enumerated() {
      if scalar.belongsToWord {
        start = start ?? place
      } else if let first = start {
        words.append(first..<place)
        start = nil
      }
    }
    if let start { words.append(start..<scalars.count) }
    self.words = words
  }

  func text(_ range: Range<Int>) -> String {
    String(String.UnicodeScalarView(scalars[range]))
  }

  /// Whether a word may be part of an encoding: it has a digit, or a capital letter after its first.
  func isOpaque(_ word: Range<Int>) -> Bool {
    scalars[word].contains { $0.isLikeDigit }
      || scalars[word].dropFirst().contains { $0.properties.isUppercase }
  }

  /// Whether a place lies within a single word that the glossary uses, too.
  func isOrdinaryWord(_ range: Range<Int>) -> Bool {
    guard let word = words.first(reaching: range.lowerBound), word.contains(range.lowerBound),
      range.upperBound <= word.upperBound
    else { return false }
    return Self.ordinary.contains(text(word).lowercased())
  }

  /// The places of the URLs.
  var urls: [Range<Int>] {
    pieces { !$0.properties.isWhitespace && !"\"'<>(){}|\\^`".unicodeScalars.contains($0) }
      .compactMap { piece in
        let starts = ["https://", "http://"].compactMap { prefix in
          let wanted = Array(prefix.unicodeScalars)
          return piece.first { scalars[$0..<piece.upperBound].starts(with: wanted) }
        }
        return starts.min().map { $0..<piece.upperBound }
      }
  }

  /// What is between spaces, quotation marks and delimiters, and whether a sign after it makes it the
  /// name of the next one.
  var chunks: [(range: Range<Int>, isName: Bool)] {
    pieces {
      !$0.properties.isWhitespace && !"\"'<>(){}[]&=:,;\\".unicodeScalars.contains($0)
    }.map { piece in
      let next = scalars[piece.upperBound...].first {
        !$0.properties.isWhitespace && !"\"'\\".unicodeScalars.contains($0)
      }
      return (piece, next.map { "=:>".unicodeScalars.contains($0) } ?? false)
    }
  }

  private func pieces(where belongs: (Unicode.Scalar) -> Bool) -> [Range<Int>] {
    scalars.indices.split { !belongs(scalars[$0]) }.map { $0.startIndex..<$0.endIndex }
  }

  /// The text with changes; of two that overlap, the first and longest counts.
  func applying(_ edits: [(range: Range<Int>, text: String)]) -> String {
    var result = String.UnicodeScalarView()
    var end = 0
    let sorted = edits.sorted {
      ($0.range.lowerBound, -$0.range.count) < ($1.range.lowerBound, -$1.range.count)
    }
    for edit in sorted where edit.range.upperBound > end {
      // What is left of one that overlaps goes with the one before it.
      if edit.range.lowerBound >= end {
        result.append(contentsOf: scalars[end..<edit.range.lowerBound])
        result.append(contentsOf: edit.text.unicodeScalars)
      }
      end = edit.range.upperBound
    }
    result.append(contentsOf: scalars[end...])
    return String(result)
  }

  /// The words of the glossary.
  private static let ordinary: Set<String> = Set(
    Glossary.entries.flatMap(\.entries).flatMap { entry in
      (entry.name + " " + entry.meaning).lowercased()
        .split { !("a"..."z" ~= $0) }.map(String.init)
    })
}

extension [Range<Int>] {
  /// The first range that ends after a place, of ranges in ascending order; `nil` if none does.
  ///
  /// A search by halves: a body may have as many words as bytes.
  func first(reaching place: Int) -> Range<Int>? {
    var (low, high) = (0, count)
    while low < high {
      let middle = low + (high - low) / 2
      if self[middle].upperBound <= place { low = middle + 1 } else { high = middle }
    }
    return low < count ? self[low] : nil
  }
}

extension Unicode.Scalar {
  var isASCIILetterOrDigit: Bool {
    "a"..."z" ~= self || "A"..."Z" ~= self || "0"..."9" ~= self
  }

  /// An ASCII letter in lower case, or an ASCII digit, as a byte.
  var lowercasedByte: UInt8 {
    let byte = UInt8(truncatingIfNeeded: value)
    return "A"..."Z" ~= self ? byte | 0x20 : byte
  }

  fileprivate var belongsToWord: Bool {
    guard !isASCII else { return isASCIILetterOrDigit }
    return switch properties.generalCategory {
    case .spaceSeparator, .lineSeparator, .paragraphSeparator, .control, .connectorPunctuation,
      .dashPunctuation, .openPunctuation, .closePunctuation, .initialPunctuation,
      .finalPunctuation, .otherPunctuation:
      false
    default: true
    }
  }

  /// Whether it is a digit, or another character that no ordinary word has, such as a letter in a
  /// circle, a full-width one, or one that has no width.
  fileprivate var isLikeDigit: Bool {
    guard !isASCII else { return "0"..."9" ~= self }
    return switch properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
      .nonspacingMark, .spacingMark:
      value > 0xFFFF || 0xFF00...0xFFEF ~= value
    default: true
    }
  }
}
