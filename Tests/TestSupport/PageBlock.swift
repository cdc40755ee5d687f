/// A fenced block of a page.
package struct PageBlock {
  /// The words behind the fence: the language first.
  package let info: [String]
  /// The lines in it.
  package let lines: [String]
  /// The index of its first line in the page.
  package let start: Int

  /// The language; empty if none is named.
  package var language: String { info.first ?? "" }
  /// The words behind the language.
  package var remark: String { info.dropFirst().joined(separator: " ") }
}
