import HTTPMessages
import Vocabulary

/// A comparison as a JSON document.
///
/// `{"flows":[{"flow","title"}],"sections":[{"title","rows":[{"title","differs","cells":[{"flow",
/// "items":[…],"from":"run"|"standard","reference":null|…}]}]}]}`
public enum ComparisonJSONRenderer {
  /// The document.
  public static func render(_ comparison: Comparison) -> String {
    let flows = comparison.flows.map { flow in
      JSONText.object([
        .init("flow", .string(flow.name)), .init("title", .string(flow.title)),
      ])
    }
    let sections = comparison.sections.map { section in
      JSONText.object([
        .init("title", .string(section.title)),
        .init("rows", .array(section.rows.map { row($0, comparison.flows) })),
      ])
    }
    let document = JSONText.object([
      .init("flows", .array(flows)), .init("sections", .array(sections)),
    ])
    return document.text + "\n"
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
      .init("from", .string(cell.isFromRun ? "run" : "standard")),
      .init("reference", .string(orNull: cell.reference?.text)),
    ])
  }
}
