import HTTPMessages
import Vocabulary

/// The report as an HTTP Archive 1.2, which the network panels of browsers open:
/// http://www.softwareishard.com/blog/har-12-spec/.
public enum HARRenderer {
  /// The archive, ending in a line feed.
  ///
  /// - Parameters:
  ///   - report: What happened.
  ///   - version: The version of the program that says so.
  /// - Returns: The JSON text. An answer whose request is not part of the run has no place in it.
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
      sentences.append("Stopped in step \(failure.step): \(failure.message)")
    }
    let received = report.steps.filter { $0.received != nil }.count
    if received > exchanges.count(where: { $0.received != nil }) {
      sentences.append("An answer is left out: its request is not part of this run.")
    }
    return sentences.joined(separator: " ")
  }
}
