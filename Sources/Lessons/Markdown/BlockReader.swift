/// A line-by-line reader of blocks, each of which has at least one line, so that reading ends.
struct BlockReader {
  var lines: ArraySlice<Substring>

  mutating func blocks() -> [MarkdownBlock] {
    var blocks: [MarkdownBlock] = []
    while let line = lines.first {
      if line.trimmed.isEmpty { lines.removeFirst() } else { blocks.append(block(line)) }
    }
    return blocks
  }

  private mutating func block(_ line: Substring) -> MarkdownBlock {
    switch Shape(line) {
    case .heading(let level, let text):
      lines.removeFirst()
      return .heading(level: level, MarkdownInline.read(text))
    case .fence: return code()
    case .item(let number, _): return list(startingAt: number)
    case .details(let summary):
      // Without </details>, it is text.
      return folded(summary) ?? paragraph()
    case .row: return table() ?? paragraph()
    case .text: return paragraph()
    }
  }

  private mutating func paragraph() -> MarkdownBlock {
    var content = [lines.removeFirst().trimmed]
    while let line = lines.first, !line.trimmed.isEmpty, Shape(line).continuesParagraph {
      content.append(lines.removeFirst().trimmed)
    }
    return .paragraph(MarkdownInline.read(content.joined(separator: " ")))
  }

  /// Reads a code block; without a closing fence, it extends to the end (CommonMark 0.31.2).
  private mutating func code() -> MarkdownBlock {
    let language = lines.removeFirst().drop { $0 == "`" }.split(separator: " ").first
    let content = lines.prefix { $0 != Shape.fenceMark }
    lines = lines[content.endIndex...].dropFirst()
    return .code(language: String(language ?? ""), lines: content.map(String.init))
  }

  private mutating func list(startingAt start: Int?) -> MarkdownBlock {
    var items: [[MarkdownInline]] = []
    while let line = lines.first, case .item(let number, let text) = Shape(line),
      (number == nil) == (start == nil)
    {
      items.append(MarkdownInline.read(text))
      lines.removeFirst()
    }
    return .list(start: start, items: items)
  }

  /// Reads a folded part up to `</details>` outside a code block, or returns `nil` without one.
  private mutating func folded(_ summary: String) -> MarkdownBlock? {
    var isCode = false
    let end = lines.indices.first { index in
      if lines[index].hasPrefix(Shape.fenceMark) { isCode.toggle() }
      return !isCode && lines[index] == "</details>"
    }
    guard let end else { return nil }
    var inner = BlockReader(lines: lines[..<end].dropFirst())
    lines = lines[(end + 1)...]
    return .folded(summary: MarkdownInline.read(summary), inner.blocks())
  }

  /// Reads a table, or returns `nil` if the second row is not hyphens with as many cells.
  private mutating func table() -> MarkdownBlock? {
    guard lines.count > 1, let first = lines.first else { return nil }
    let header = Self.cells(in: first)
    let delimiters = Self.cells(in: lines[lines.startIndex + 1])
    guard header.count == delimiters.count,
      delimiters.allSatisfy({ !$0.isEmpty && $0.allSatisfy { $0 == "-" } })
    else { return nil }
    lines.removeFirst(2)
    var rows: [[[MarkdownInline]]] = []
    while let line = lines.first, case .row = Shape(line) {
      let row = Self.cells(in: line).map(MarkdownInline.read)
      rows.append(row + Array(repeating: [], count: max(0, header.count - row.count)))
      lines.removeFirst()
    }
    return .table(header: header.map(MarkdownInline.read), rows: rows)
  }

  /// Returns the cells between the bars of a row; a bar after a backslash is text.
  private static func cells(in line: Substring) -> [String] {
    var cells: [String] = []
    var cell = ""
    var isEscaped = false
    for character in line.trimmed.dropFirst() {
      if character == "|", !isEscaped {
        cells.append(cell[...].trimmed)
        cell = ""
      } else {
        // The backslash belongs to the table; in code it would be visible.
        if character == "|" { cell.removeLast() }
        cell.append(character)
      }
      isEscaped = character == "\\" && !isEscaped
    }
    return cell[...].trimmed.isEmpty ? cells : cells + [cell[...].trimmed]
  }
}

extension BlockReader {
  /// The kind of block that a line starts, with the line's text.
  private enum Shape {
    case heading(level: Int, text: String)
    case fence
    case item(number: Int?, text: String)
    case details(summary: String)
    case row
    case text

    static let fenceMark = "```"

    init(_ line: Substring) {
      self = Self.marked(line) ?? .text
    }

    /// Returns the shape of a line that starts with a mark, or `nil` if it has none.
    private static func marked(_ line: Substring) -> Shape? {
      switch line.first ?? " " {
      case "`": return line.hasPrefix(fenceMark) ? .fence : nil
      case "|": return .row
      case "#":
        return line.wholeMatch(of: /(#{1,6}) (.*)/).map {
          .heading(level: $0.1.count, text: $0.2.trimmed)
        }
      case "-", "0"..."9":
        return line.wholeMatch(of: /(?:-|(\d{1,9})\.) (.*)/).map {
          .item(number: $0.1.flatMap { Int($0) }, text: $0.2.trimmed)
        }
      case "<":
        return line.wholeMatch(of: /<details><summary>(.*)<\/summary>/).map {
          .details(summary: String($0.1))
        }
      default: return nil
      }
    }

    /// Whether the line continues a paragraph; of numbers, only 1 starts a list (CommonMark, lists).
    var continuesParagraph: Bool {
      switch self {
      case .text, .row: true
      case .item(let number?, _): number != 1
      case .heading, .fence, .item, .details: false
      }
    }
  }
}

extension Substring {
  /// The text without spaces at its ends.
  fileprivate var trimmed: String {
    var text = drop { $0 == " " }
    while text.last == " " { text.removeLast() }
    return String(text)
  }
}
