import EmbeddedTexts

/// A client with gaps: the finished client of a language without its solutions.
///
/// In the finished client, `#>` begins a gap with its task, `#=` is the line that replaces the
/// solution, and `#<` ends the gap.
public enum Starter: String, CaseIterable, Sendable {
  /// A client in Python, with its standard library only.
  case python

  /// The name of the file that it is usually stored in.
  public var fileName: String {
    switch self {
    case .python: "client.py"
    }
  }

  /// The client with its gaps open.
  public var text: String {
    var lines: [Substring] = []
    var isGap = false
    for line in finished.split(separator: "\n", omittingEmptySubsequences: false) {
      let code = line.drop { $0 == " " }
      let indentation = line[..<code.startIndex]
      if code.hasPrefix("#> ") {
        isGap = true
        lines.append(indentation + "# " + code.dropFirst(3))
      } else if code.hasPrefix("#= ") {
        lines.append(indentation + code.dropFirst(3))
      } else if code == "#<" {
        isGap = false
      } else if !isGap {
        lines.append(line)
      }
    }
    return lines.joined(separator: "\n")
  }

  private var finished: String {
    let table = embeddedStarters()
    let files = UnsafeBufferPointer(start: table.first, count: Int(table.count))
    guard let file = files.first(where: { String(cString: $0.name) == fileName }) else { return "" }
    return String(
      decoding: UnsafeBufferPointer(start: file.bytes, count: Int(file.count)), as: UTF8.self)
  }
}
