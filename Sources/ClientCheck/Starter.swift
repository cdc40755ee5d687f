import EmbeddedTexts

/// A client with gaps: the finished client of a language without its solutions.
///
/// In the finished client, a comment that starts with `>` begins a gap with its task, one with `=` is a
/// line that replaces the solution, and one with `<` ends the gap.
public enum Starter: String, CaseIterable, Sendable {
  /// A client in Python, with its standard library only.
  case python
  /// A client in JavaScript for Node.js, without packages.
  case javascript
  /// A client in Go, with its standard library only.
  case go

  /// The name of the file that it is usually stored in.
  public var fileName: String {
    switch self {
    case .python: "client.py"
    case .javascript: "client.js"
    case .go: "client.go"
    }
  }

  /// The command that starts the client, as the words after `check --`.
  public var command: String {
    switch self {
    case .python: "python3 client.py"
    case .javascript: "node client.js"
    case .go: "./client"
    }
  }

  /// The command that must run before, or `nil` if there is none.
  public var build: String? { self == .go ? "go build client.go" : nil }

  /// The client with its gaps open.
  public var text: String {
    let comment = self == .python ? "#" : "//"
    var lines: [Substring] = []
    var isGap = false
    for line in finished.split(separator: "\n", omittingEmptySubsequences: false) {
      let code = line.drop { $0 == " " || $0 == "\t" }
      let indentation = line[..<code.startIndex]
      if code.hasPrefix(comment + "> ") {
        isGap = true
        lines.append(indentation + comment + " " + code.dropFirst(comment.count + 2))
      } else if code.hasPrefix(comment + "= ") {
        lines.append(indentation + code.dropFirst(comment.count + 2))
      } else if code == comment + "<" {
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
