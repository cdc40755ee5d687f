/// A list of a Markdown text.
public struct MarkdownList: Hashable, Sendable {
  /// The number of the first item; `nil` for a list without numbers.
  public let start: Int?
  /// What stands in each item.
  public let items: [[MarkdownBlock]]

  /// Describes a list.
  public init(start: Int?, items: [[MarkdownBlock]]) {
    self.start = start
    self.items = items
  }
}
