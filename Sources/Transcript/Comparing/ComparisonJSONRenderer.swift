import HTTPMessages
import Vocabulary

/// Renders a comparison as a JSON document.
///
/// `{"flows":[{"flow","title"}],"overview":SECTION,"sections":[SECTION]}`, where a section is
/// `{"title","rows":[{"title","differs","cells":[{"flow","items":[…],"meanings":[…],
/// "from":"run"|"standard","reference":null|…,"note":null|…}]}]}`.
public enum ComparisonJSONRenderer {
  /// Returns the document, ending in a line feed.
  public static func render(_ comparison: Comparison) -> String {
    let flows = comparison.flows.map { flow in
      JSONText.object([
        .init("flow", .string(flow.name)), .init("title", .string(flow.title)),
      ])
    }
    let document = JSONText.object([
      .init("flows", .array(flows)),
      .init("overview", section(comparison.overview, comparison.flows)),
      .init("sections", .array(comparison.sections.map { section($0, comparison.flows) })),
    ])
    return document.text + "\n"
  }

  private static func section(
    _ section: Comparison.Section, _ flows: [FlowDescription]
  ) -> JSONText {
    .object([
      .init("title", .string(section.title)),
      .init("rows", .array(section.rows.map { row($0, flows) })),
    ])
  }

  private static func row(_ row: Comparison.Row, _ flows: [FlowDescription]) -> JSONText {
    .object([
      .init("title", .string(row.title)), .init("differs", .boolean(row.differs)),
      .init("cells", .array(zip(flows, row.cells).map(cell))),
    ])
  }

  private static func cell(_ flow: FlowDescription, _ cell: Comparison.Cell) -> JSONText {
    .object([
      .init("flow", .string(flow.name)),
      .init("items", .array(cell.items.map { .string($0.text) })),
      .init("meanings", .array(cell.items.map { .string(orNull: $0.meaning?.rawValue) })),
      .init("from", .string(cell.isFromRun ? "run" : "standard")),
      .init("reference", .string(orNull: cell.reference?.text)),
      .init("note", .string(orNull: cell.note)),
    ])
  }
}
