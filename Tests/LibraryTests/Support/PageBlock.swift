/// A fenced block of a page.
struct PageBlock {
  /// The words behind the fence: the language first.
  let info: [String]
  /// The lines in it.
  let lines: [String]
  /// The index of its first line in the page.
  let start: Int

  /// The language; empty if none is named.
  var language: String { info.first ?? "" }
  /// The words behind the language.
  var remark: String { info.dropFirst().joined(separator: " ") }
}
