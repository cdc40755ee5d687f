extension BlockReader {
  /// Whether a table begins here: a row, and below it one of hyphens with as many cells.
  var beginsTable: Bool {
    guard lines.count > 1, let line = lines.first, line.contains("|") else { return false }
    let header = Self.cells(in: line)
    let delimiters = Self.cells(in: lines[lines.startIndex + 1])
    return header.count == delimiters.count && delimiters.allSatisfy(Self.isDelimiter)
  }

  /// The table that begins here; `nil` if none does.
  mutating func table() -> MarkdownBlock? {
    guard beginsTable else { return nil }
    let header = Self.cells(in: lines.removeFirst()).map(MarkdownInline.read)
    lines.removeFirst()
    var rows: [[[MarkdownInline]]] = []
    // GitHub's Markdown, tables: it ends at a blank line, or where another block begins.
    while let line = lines.first, LineShape(line) == .text {
      var row = Self.cells(in: line).map(MarkdownInline.read)
      while row.count < header.count { row.append([]) }
      rows.append(row)
      lines.removeFirst()
    }
    return .table(MarkdownTable(header: header, rows: rows))
  }

  /// The cells of a row; a bar that belongs to a text has a backslash before it, in code too.
  private static func cells(in line: String) -> [String] {
    var cells: [String] = []
    var cell = ""
    var isEscaped = false
    for character in line.trimmed {
      if character == "|", isEscaped {
        cell.removeLast()
        cell.append(character)
      } else if character == "|" {
        cells.append(cell.trimmed)
        cell = ""
      } else {
        cell.append(character)
      }
      isEscaped = character == "\\" && !isEscaped
    }
    // The bars at both ends may be left out.
    if line.trimmed.hasPrefix("|") { cells.removeFirst() }
    return cell.trimmed.isEmpty && !cells.isEmpty ? cells : cells + [cell.trimmed]
  }

  /// Hyphens, with a colon at either end that says how the column is set.
  private static func isDelimiter(_ cell: String) -> Bool {
    let hyphens = cell.drop { $0 == ":" }.prefix { $0 == "-" }
    let colons = cell.count - hyphens.count
    return !hyphens.isEmpty && colons <= 2
      && cell.dropFirst().dropLast().allSatisfy { $0 == "-" }
      && cell.allSatisfy { "-:".contains($0) }
  }
}
