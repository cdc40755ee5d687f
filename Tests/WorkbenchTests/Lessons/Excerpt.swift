/// Part of a program's output as a lesson shows it.
///
/// Lines that follow each other in the lesson follow each other in the output. A line of `…` stands wherever
/// something was left out, and a `…` inside a line for any text, such as a random value.
struct Excerpt {
  /// The lines as the lesson has them.
  let lines: [String]

  /// A group of lines whose first one the program does not print.
  struct Missing: Error, CustomStringConvertible {
    let line: String
    var description: String { "the program does not print this line, or not here: \(line)" }
  }

  /// The excerpt with what the program prints now.
  ///
  /// A group whose first line is still there gets as many lines as it had.
  func renewed(from output: String) throws(Missing) -> [String] {
    let printed = output.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    var position = 0
    var renewed: [String] = []
    for group in groups {
      guard let isMark = group.first.map(Self.isMark), !isMark else {
        renewed += group
        continue
      }
      let starts = printed.indices.dropFirst(position)
      if let start = starts.first(where: { fits(group, printed[$0...]) }) {
        renewed += group
        position = start + group.count
      } else if let start = starts.first(where: { Self.fits(group[0], printed[$0]) }) {
        let end = min(start + group.count, printed.count)
        renewed += printed[start..<end]
        position = end
      } else {
        throw Missing(line: group[0])
      }
    }
    return renewed
  }

  /// The lines, cut before and behind each mark.
  private var groups: [[String]] {
    var groups: [[String]] = []
    for line in lines {
      if let last = groups.last?.last, Self.isMark(last) == Self.isMark(line) {
        groups[groups.count - 1].append(line)
      } else {
        groups.append([line])
      }
    }
    return groups
  }

  private static func isMark(_ line: String) -> Bool {
    line.allSatisfy { $0 == " " || $0 == "…" } && line.contains("…")
  }

  private func fits(_ group: [String], _ printed: ArraySlice<String>) -> Bool {
    printed.count >= group.count && zip(group, printed).allSatisfy { Self.fits($0, $1) }
  }

  /// Whether a shown line is the printed one.
  static func fits(_ shown: String, _ printed: String) -> Bool {
    var rest = Substring(printed)
    let parts = shown.split(separator: "…", omittingEmptySubsequences: false)
    guard let first = parts.first, rest.hasPrefix(first) else { return false }
    rest = rest.dropFirst(first.count)
    for part in parts.dropFirst().dropLast() {
      guard let range = rest.firstRange(of: part) else { return false }
      rest = rest[range.upperBound...]
    }
    guard parts.count > 1, let last = parts.last else { return rest.isEmpty }
    return rest.hasSuffix(last)
  }
}
