import Lessons
import Transcript

/// Text with weights, split into words that can be wrapped.
struct StyledText: Hashable {
  enum Weight: Hashable {
    case plain, code, strong, emphasis, quiet
  }

  struct Piece: Hashable {
    var text: String
    let weight: Weight
  }

  /// The words; a word can have pieces of different weights.
  private(set) var words: [[Piece]] = []
  private var endsWithSpace = true

  init(_ inlines: [MarkdownInline] = [], _ weight: Weight = .plain) { append(inlines, weight) }

  mutating func append(_ inlines: [MarkdownInline], _ weight: Weight) {
    for inline in inlines {
      switch inline {
      case .text(let text): append(text, weight)
      case .code(let text): append(code: text, weight == .plain ? .code : weight)
      case .strong(let content): append(content, .strong)
      case .emphasis(let content): append(content, weight == .plain ? .emphasis : weight)
      case .link(let content, let target):
        // A bare URL keeps its angle brackets, which separate it from the next character.
        guard content != [.text(target)] else {
          append("<\(target)>", weight)
          continue
        }
        append(content, weight)
        if let note = LessonLink(target).note(after: content.plainText) { append(note, .quiet) }
      }
    }
  }

  mutating func append(_ text: String, _ weight: Weight) {
    for (place, part) in text.split(separator: " ", omittingEmptySubsequences: false).enumerated() {
      if place > 0 { endsWithSpace = true }
      guard !part.isEmpty else { continue }
      append(Piece(text: String(part), weight: weight))
    }
  }

  /// Appends code as one word: it may be a command to copy, so it is never broken at a space.
  private mutating func append(code: String, _ weight: Weight) {
    append(Piece(text: Self.fenced(code), weight: weight))
  }

  private mutating func append(_ piece: Piece) {
    if endsWithSpace { words.append([piece]) } else { words[words.count - 1].append(piece) }
    endsWithSpace = false
  }

  /// Appends the words of another text, after a space.
  mutating func append(_ other: StyledText) {
    words += other.words
    endsWithSpace = other.endsWithSpace
  }

  /// Returns code with its backticks, which distinguish it from the words around it.
  private static func fenced(_ code: String) -> String {
    code.contains("`") ? "`` \(code) ``" : "`\(code)`"
  }

  /// The width of each word, in columns.
  var columns: [Int] {
    words.map { $0.reduce(0) { $0 + TerminalColumns.count($1.text) } }
  }

  /// The width of the whole text on one line, in columns.
  var width: Int { max(0, columns.reduce(0, +) + words.count - 1) }

  /// Returns the lines, of which only one with a single word can be wider than the room.
  func lines(room: Int, _ style: TextStyle) -> [(text: String, width: Int)] {
    let columns = columns
    return TextStyle.lines(of: columns, room: room).map { places in
      (
        Self.painted(words[places], style),
        columns[places].reduce(0, +) + places.count - 1
      )
    }
  }

  private static func painted(_ words: ArraySlice<[Piece]>, _ style: TextStyle) -> String {
    var runs: [Piece] = []
    for word in words {
      for (place, piece) in word.enumerated() {
        let space = place == 0 && !runs.isEmpty ? " " : ""
        if let last = runs.last, last.weight == piece.weight {
          runs[runs.count - 1].text += space + piece.text
        } else {
          if !space.isEmpty { runs.append(Piece(text: space, weight: .plain)) }
          runs.append(piece)
        }
      }
    }
    return runs.map { paint($0, style) }.joined()
  }

  private static func paint(_ piece: Piece, _ style: TextStyle) -> String {
    switch piece.weight {
    case .plain: piece.text
    case .code: style.name(piece.text)
    case .strong: style.heading(piece.text)
    case .emphasis: style.emphasis(piece.text)
    case .quiet: style.quiet(piece.text)
    }
  }
}
