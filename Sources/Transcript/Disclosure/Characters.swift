import Vocabulary

/// A text as Unicode scalars, with the ranges of its words.
struct Characters {
  let scalars: [Unicode.Scalar]
  /// The ranges of the words: everything that is neither space nor punctuation.
  let words: [Range<Int>]

  init(_ text: String) {
    scalars = Array(text.unicodeScalars)
    words = Self.pieces(of: scalars) { $0.belongsToWord }
  }

  func text(_ range: Range<Int>) -> String {
    String(String.UnicodeScalarView(scalars[range]))
  }

  /// Whether a word may be part of an encoding: a digit in it, or a capital after its first letter.
  func isOpaque(_ word: Range<Int>) -> Bool {
    for place in word {
      let scalar = scalars[place]
      if scalar.isLikeDigit || place > word.lowerBound && scalar.isCapital { return true }
    }
    return false
  }

  /// The ranges of the URLs; each ends at a space, a quotation mark, or a bracket.
  var urls: [Range<Int>] {
    var urls: [Range<Int>] = []
    var place = 0
    while place < scalars.count {
      guard scalars[place] == "h", isURL(at: place) else {
        place += 1
        continue
      }
      let start = place
      while place < scalars.count, !scalars[place].isWhitespace, !scalars[place].endsURL {
        place += 1
      }
      urls.append(start..<place)
    }
    return urls
  }

  private func isURL(at place: Int) -> Bool {
    let rest = scalars[place...]
    return rest.starts(with: "https://".unicodeScalars)
      || rest.starts(with: "http://".unicodeScalars)
  }

  /// The ranges between spaces, quotation marks, and delimiters.
  ///
  /// A chunk is a name if a sign after it, such as `=`, makes the next chunk its value.
  var chunks: [(range: Range<Int>, isName: Bool)] {
    Self.pieces(of: scalars) { !$0.isWhitespace && !$0.endsChunk }.map { piece in
      let next = scalars[piece.upperBound...].first {
        !$0.isWhitespace && $0 != "\"" && $0 != "'" && $0 != "\\"
      }
      return (piece, next == "=" || next == ":" || next == ">")
    }
  }

  private static func pieces(
    of scalars: [Unicode.Scalar], where belongs: (Unicode.Scalar) -> Bool
  ) -> [Range<Int>] {
    var pieces: [Range<Int>] = []
    var start: Int?
    var place = 0
    for scalar in scalars {
      if belongs(scalar) {
        start = start ?? place
      } else if let first = start {
        pieces.append(first..<place)
        start = nil
      }
      place += 1
    }
    if let start { pieces.append(start..<place) }
    return pieces
  }

  /// Returns the text with changes; of two that overlap, the first and longest counts.
  func applying(_ edits: [(range: Range<Int>, text: String)]) -> String {
    var result = String.UnicodeScalarView()
    var end = 0
    let sorted = edits.sorted {
      ($0.range.lowerBound, -$0.range.count) < ($1.range.lowerBound, -$1.range.count)
    }
    for edit in sorted where edit.range.upperBound > end {
      // The rest of an overlapping edit is removed with the edit before it.
      if edit.range.lowerBound >= end {
        result.append(contentsOf: scalars[end..<edit.range.lowerBound])
        result.append(contentsOf: edit.text.unicodeScalars)
      }
      end = edit.range.upperBound
    }
    result.append(contentsOf: scalars[end...])
    return String(result)
  }
}

extension [Range<Int>] {
  /// Returns the first of the ascending ranges that ends after a place, or `nil` if none does.
  ///
  /// This is a binary search, since a body may have as many words as bytes.
  func first(reaching place: Int) -> Range<Int>? {
    var (low, high) = (0, count)
    while low < high {
      let middle = low + (high - low) / 2
      if self[middle].upperBound <= place { low = middle + 1 } else { high = middle }
    }
    return low < count ? self[low] : nil
  }

  /// Returns the last range that ends at or before a place, or `nil` if none does.
  func last(before place: Int) -> Range<Int>? {
    var (low, high) = (0, count)
    while low < high {
      let middle = low + (high - low) / 2
      if self[middle].upperBound <= place { low = middle + 1 } else { high = middle }
    }
    return low > 0 ? self[low - 1] : nil
  }
}

extension Unicode.Scalar {
  var isASCIILetterOrDigit: Bool {
    "a"..."z" ~= self || "A"..."Z" ~= self || "0"..."9" ~= self
  }

  /// The byte of an ASCII digit, or of an ASCII letter in lower case.
  var lowercasedByte: UInt8 {
    let byte = UInt8(truncatingIfNeeded: value)
    return "A"..."Z" ~= self ? byte | 0x20 : byte
  }

  fileprivate var isCapital: Bool { isASCII ? "A"..."Z" ~= self : properties.isUppercase }

  var isWhitespace: Bool {
    isASCII ? self == " " || 9...13 ~= value : properties.isWhitespace
  }

  fileprivate var endsURL: Bool {
    switch self {
    case "\"", "'", "<", ">", "(", ")", "{", "}", "|", "\\", "^", "`": true
    default: false
    }
  }

  fileprivate var endsChunk: Bool {
    switch self {
    case "\"", "'", "<", ">", "(", ")", "{", "}", "[", "]", "&", "=", ":", ",", ";", "\\": true
    default: false
    }
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

  /// Whether no ordinary word contains it: a digit, or a letter in a circle, full width, or without width.
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
