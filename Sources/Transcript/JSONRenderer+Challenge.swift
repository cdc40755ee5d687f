import HTTPMessages
import Vocabulary

extension JSONRenderer {
  /// Returns the result of `challenge` as one JSON document, ending in a line feed.
  public static func render(_ report: ChallengeReport) -> String {
    JSONText.object([
      .init("verdict", .string(report.verdict.rawValue)),
      .init("code_verifier", .string(orNull: report.verifier)),
      .init("code_challenge", .string(orNull: report.challenge)),
      .init("code_challenge_method", .string("S256")),
      .init("received", .string(orNull: report.received)),
      .init("findings", .array(report.findings.map(finding))),
      .init("derivation", .array(report.derivation.map(parameter))),
    ]).text + "\n"
  }

  /// Returns a finding as a JSON object.
  static func finding(_ finding: Finding) -> JSONText {
    .object([
      .init("severity", .string(finding.severity.rawValue)),
      .init("causes", .array(finding.causes.map(JSONText.string))),
      .init("text", .string(finding.sentence)),
      .init("why", .string(finding.why)),
      .init("action", .string(finding.action)),
      .init("reference", .string(orNull: finding.reference?.text)),
      .init("lesson", .number(finding.lesson)),
    ])
  }
}
