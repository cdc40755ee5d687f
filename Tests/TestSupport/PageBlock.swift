/// A fenced block of a page.
package struct PageBlock {
  /// The words after the fence, of which the first is the language.
  package let info: [String]
  /// The lines between the fences.
  package let lines: [String]
  /// The index of its first line in the page.
  package let start: Int

  /// The language, or empty if none is given.
  package var language: String { info.first ?? "" }
  /// The words after the language.
  package var remark: String { info.dropFirst().joined(separator: " ") }
}
