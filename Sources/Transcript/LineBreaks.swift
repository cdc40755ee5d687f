/// Breaks lines that are too long for the terminal, without omitting anything.
enum LineBreaks {
  /// Breaks a URL or a form before `?`, `&` and an encoded space.
  static func url(_ line: String, columns: Int) -> [String] {
    guard TerminalColumns.count(line) > columns else { return [line] }
    var pieces: [Substring] = []
    var rest = line[...]
    while !rest.isEmpty {
      let inside = rest.dropFirst()
      let end =
        inside.indices.first { index in
          inside[index] == "?" || inside[index] == "&" || inside[index...].hasPrefix("%20")
        } ?? rest.endIndex
      pieces.append(rest[..<end])
      rest = rest[end...]
    }
    return filled(pieces, columns: columns) { $0.hasPrefix("?") }
  }

  /// Breaks JSON after commas, and a member that is too long at its spaces.
  static func members(_ text: String, columns: Int) -> [String] {
    var pieces: [Substring] = []
    for word in text.split(separator: " ", omittingEmptySubsequences: false) {
      pieces.append(pieces.isEmpty ? word : " " + word)
    }
    var members: [Substring] = []
    var isOpen = false
    for piece in pieces {
      if isOpen { members[members.count - 1] += piece } else { members.append(piece) }
      isOpen = !piece.hasSuffix(",")
    }
    let units = members.flatMap { member in
      TerminalColumns.count(member) <= columns
        ? [member]
        : member.split(separator: " ", omittingEmptySubsequences: false).enumerated().map {
          $0 == 0 ? $1 : " " + $1
        }
    }
    return filled(units, columns: columns) { _ in false }.map { line in
      line.first == " " ? String(line.dropFirst()) : line
    }
  }

  /// Fills lines with pieces; a piece that is too long gets its own line.
  private static func filled(
    _ pieces: [Substring], columns: Int, startsLine: (Substring) -> Bool
  ) -> [String] {
    var lines: [String] = []
    for piece in pieces {
      if let last = lines.last, !startsLine(piece),
        TerminalColumns.count(last) + TerminalColumns.count(piece) <= columns
      {
        lines[lines.count - 1] = last + piece
      } else {
        lines.append(String(piece))
      }
    }
    return lines
  }
}
