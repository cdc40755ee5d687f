/// A redirect whose parameters can be changed without touching the rest.
///
/// The client's own query may contain a parameter of the same name. It precedes the server's, so
/// the last one is changed.
struct RedirectText {
  private let before: Substring
  private var pieces: [Substring]
  private let after: Substring

  init(_ url: String) {
    let hash = url.firstIndex(of: "#") ?? url.endIndex
    let fragment = url[hash...].dropFirst()
    let names = fragment.split(separator: "&").map { $0.prefix { $0 != "=" } }
    if names.contains(where: { ["access_token", "code", "error"].contains($0) }) {
      before = url[...hash]
      pieces = fragment.split(separator: "&")
      after = ""
    } else {
      let mark = url[..<hash].firstIndex(of: "?") ?? hash
      before = url[..<mark] + "?"
      pieces = url[mark..<hash].dropFirst().split(separator: "&")
      after = url[hash...]
    }
  }

  var text: String { before + pieces.joined(separator: "&") + after }

  func has(_ name: String) -> Bool { index(of: name) != nil }

  /// Sets a parameter to a value that needs no encoding.
  mutating func set(_ name: String, to value: String) {
    let piece = Substring(name + "=" + value)
    if let index = index(of: name) { pieces[index] = piece } else { pieces.append(piece) }
  }

  mutating func remove(_ name: String) {
    if let index = index(of: name) { pieces.remove(at: index) }
  }

  private func index(of name: String) -> Int? {
    pieces.lastIndex { $0.prefix { $0 != "=" } == name }
  }
}
