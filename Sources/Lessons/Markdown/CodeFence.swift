/// The line above a block of code.
struct CodeFence: Hashable {
  private let mark: Character
  private let count: Int
  /// How far it is indented; its lines lose as much.
  private let indentation: Int
  /// The first word behind it; empty if there is none.
  let language: String

  /// CommonMark, fenced code blocks: three or more backticks or tildes; behind backticks stand none.
  init?(_ text: String, indentation: Int) {
    guard let mark = text.first, "`~".contains(mark) else { return nil }
    count = text.prefix { $0 == mark }.count
    let words = text.dropFirst(count)
    guard count >= 3, mark == "~" || !words.contains("`") else { return nil }
    self.mark = mark
    self.indentation = indentation
    language = words.split(whereSeparator: \.isBlank).first.map(String.init) ?? ""
  }

  /// Whether a line ends the block: as many marks at least, and nothing else.
  func isClosed(by line: String) -> Bool {
    let text = line.drop { $0.isBlank }
    let marks = text.prefix { $0 == mark }.count
    return line.count - text.count <= 3 && marks >= count
      && text.dropFirst(marks).allSatisfy(\.isBlank)
  }

  /// A line of the block without the indentation of the fence.
  func content(of line: String) -> String {
    String(line.dropFirst(line.prefix(indentation).prefix { $0 == " " }.count))
  }
}
