/// A table of a Markdown text.
public struct MarkdownTable: Hashable, Sendable {
  /// What stands above the columns.
  public let header: [[MarkdownInline]]
  /// The rows; one with fewer cells than the header was filled up, one with more keeps them.
  public let rows: [[[MarkdownInline]]]

  /// Describes a table.
  public init(header: [[MarkdownInline]], rows: [[[MarkdownInline]]]) {
    self.header = header
    self.rows = rows
  }
}
