import HTTPMessages
import Vocabulary

extension JSONRenderer {
  /// Returns the result of `explain` as one JSON document, ending in a line feed.
  public static func render(_ report: ExplanationReport) -> String {
    JSONText.object([
      .init("messages", .array(report.messages.map(message))),
      .init("findings", .array(report.findings.map(item))),
      .init("unrecognized", .number(report.unrecognized)),
      .init("skipped", .number(report.skipped)),
      .init("hidden", .array(report.hidden.map(JSONText.string))),
    ]).text + "\n"
  }

  private static func message(_ message: ExplanationReport.Message) -> JSONText {
    .object([
      .init("kind", .string(message.kind)),
      .init("title", .string(message.title)),
      .init("form", .string(message.form)),
      .init("parts", .array(message.parts.map(parameter))),
    ])
  }

  private static func item(_ item: ExplanationReport.Item) -> JSONText {
    let numbers = JSONText.Member("messages", .array(item.messages.map(JSONText.number)))
    guard case .object(let members) = finding(item.finding) else { return .null }
    return .object([numbers] + members)
  }
}
