import Foundation

/// A snippet, divided into its slices.
package struct Snippet {
  /// The file name without its extension.
  package let name: String
  /// The slices in order, without the indentation that all their lines share.
  package let slices: [(name: String, lines: [String])]

  /// The output that its comments promise; `.ci/run` compares it with the actual output.
  package let promises: [String]

  /// Creates a snippet by reading its file, or `nil` if it does not exist.
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

  /// Every snippet in the repository.
  package static let all = Repository.files(under: "Snippets", ending: ".swift")
    .compactMap { $0.split(separator: "/").last?.dropLast(".swift".count) }
    .compactMap { Snippet(named: String($0)) }

  /// Returns the lines of a slice, or of all slices in order for `*`.
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
