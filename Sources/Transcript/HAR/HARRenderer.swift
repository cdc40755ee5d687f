import HTTPMessages
import Vocabulary

/// The report as an HTTP Archive 1.2, which browsers' network panels can open.
///
/// http://www.softwareishard.com/blog/har-12-spec/
public enum HARRenderer {
  /// Returns the archive, ending in a line feed.
  ///
  /// - Parameters:
  ///   - report: The run.
  ///   - version: The version of this program.
  /// - Returns: The JSON text. It omits a response whose request is not part of the run.
  public static func render(_ report: Report, version: String) -> String {
    let exchanges = HARExchange.all(in: report)
    var members: [JSONText.Member] = [
      .init("version", .string("1.2")),
      .init(
        "creator",
        .object([.init("name", .string("OAuth Workbench")), .init("version", .string(version))])),
      .init("entries", .array(exchanges.map(HAREntry.json))),
    ]
    members.append(.init("comment", .string(comment(on: report, exchanges))))
    return JSONText.object([.init("log", .object(members))]).text + "\n"
  }

  private static func comment(on report: Report, _ exchanges: [HARExchange]) -> String {
    var sentences = [
      "\(report.subject.flow.title), \(report.subject.server), \(report.subject.mode.rawValue)."
    ]
    if let failure = report.failure {
      sentences.append("\(failure.title): \(failure.message)")
    }
    let received = report.steps.filter { $0.received != nil }.count
    if received > exchanges.count(where: { $0.received != nil }) {
      sentences.append("One response is omitted: its request is not part of this run.")
    }
    return sentences.joined(separator: " ")
  }
}
