import Foundation

/// A snippet, cut into its slices.
package struct Snippet {
  /// The file's name without its ending.
  package let name: String
  /// The slices in the order in which they stand, without the indentation that all their lines share.
  package let slices: [(name: String, lines: [String])]

  /// What it says that it prints; `.ci/run` compares that with what it does print.
  package let promises: [String]

  /// Reads a snippet; `nil` if it is missing.
  package init?(named name: String) {
    guard let text = Repository.text(of: "Snippets/\(name).swift") else { return nil }
    self.name = name
    promises = text.split(separator: "\n").compactMap { line in
      line.wholeMatch(of: #/// Prints "(.*)"/#).map { String($0.output.1) }
    }
    var slices: [(name: String, lines: [String])] = []
    var isOpen = false
    var isHidden = false
    for line in text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) {
      let words = line.trimmingCharacters(in: .whitespaces)
      guard words.hasPrefix("// snippet.") else {
        if isOpen, !isHidden { slices[slices.count - 1].lines.append(line) }
        continue
      }
      switch words.dropFirst("// snippet.".count) {
      case "hide": isHidden = true
      case "show": isHidden = false
      case "end": isOpen = false
      case let slice:
        slices.append((String(slice), []))
        isOpen = true
      }
    }
    self.slices = slices.map { ($0.name, Self.trimmed($0.lines)) }
  }

  /// All snippets.
  package static let all = Repository.files(under: "Snippets", ending: ".swift")
    .compactMap { $0.split(separator: "/").last?.dropLast(".swift".count) }
    .compactMap { Snippet(named: String($0)) }

  /// The lines of a slice; `*` is all of them, one after the other.
  package func lines(of slice: String) -> [String]? {
    if slice == "*" { return Array(slices.map(\.lines).joined(separator: [""])) }
    return slices.first { $0.name == slice }?.lines
  }

  private static func trimmed(_ lines: [String]) -> [String] {
    let isEmpty = { (line: String) in line.allSatisfy(\.isWhitespace) }
    var lines = Array(lines.drop(while: isEmpty))
    while let last = lines.last, isEmpty(last) { lines.removeLast() }
    let margin = lines.filter { !isEmpty($0) }.map { $0.prefix { $0 == " " }.count }.min() ?? 0
    return lines.map { String($0.dropFirst(margin)) }
  }
}
