import HTTPMessages
import Vocabulary

/// The report as one JSON document, for programs.
///
/// The members and their order are a contract that `workbench help json` documents.
public enum JSONRenderer {
  /// Returns the document, ending in a line feed.
  public static func render(_ report: Report) -> String {
    JSONText.object([
      .init("flow", .string(report.subject.flow.name)),
      .init("mode", .string(report.subject.mode.rawValue)),
      .init("scenario", .string(orNull: report.subject.scenario)),
      .init("server", .string(report.subject.server)),
      .init("steps", .array(report.steps.map(step))),
      .init("outcome", .string(report.outcome.rawValue)),
      .init("failure", report.failure.map(failure) ?? .null),
    ]).text + "\n"
  }

  private static func step(_ step: StepReport) -> JSONText {
    .object([
      .init("number", .number(step.heading.number.rawValue)),
      .init("name", .string(step.heading.name)),
      .init("title", .string(step.heading.title)),
      .init("sends", step.sends.map(request) ?? .null),
      .init("received", step.received.map(response) ?? .null),
      .init("inputs", .array(step.inputs.map(parameter))),
      .init("outputs", .array(step.outputs.map(parameter))),
      .init("deviations", .array(step.departures.map(departure))),
    ])
  }

  private static func departure(_ departure: Departure) -> JSONText {
    .object([
      .init("text", .string(departure.text)),
      .init("reference", .string(departure.reference.text)),
    ])
  }

  private static func request(_ request: HTTPRequest) -> JSONText {
    .object([
      .init("channel", .string(request.channel.rawValue)),
      .init("method", .string(request.method)),
      .init("url", .string(request.url)),
      .init("fields", fields(request.fields)),
      .init("body", body(request.body)),
    ])
  }

  private static func response(_ received: ReceivedReport) -> JSONText {
    let (status, lines, bytes): (Int?, [HTTPField], [UInt8]) =
      switch received.message {
      case .redirect(let redirect):
        (redirect.status, [HTTPField("Location", redirect.url)], [])
      case .response(let response): (response.status, response.fields, response.body)
      }
    return .object([
      .init("status", status.map(JSONText.number) ?? .null),
      .init("fields", fields(lines)),
      .init("body", body(bytes)),
      .init("origin", .string(received.origin.rawValue)),
    ])
  }

  private static func fields(_ fields: [HTTPField]) -> JSONText {
    .array(
      fields.map {
        .object([.init("name", .string($0.name)), .init("value", .string($0.value))])
      })
  }

  private static func body(_ bytes: [UInt8]) -> JSONText {
    .string(String(decoding: bytes, as: UTF8.self))
  }

  static func parameter(_ parameter: Parameter) -> JSONText {
    .object([
      .init("name", .string(parameter.name)),
      .init("value", .string(parameter.value)),
      .init("meaning", .string(parameter.meaning)),
      .init("reference", .string(orNull: parameter.reference?.text)),
      .init("origin", .string(parameter.origin.rawValue)),
      .init("secret", .boolean(parameter.isSecret)),
    ])
  }

  private static func failure(_ failure: FailureReport) -> JSONText {
    .object([
      .init("step", .number(failure.step.rawValue)),
      .init("reason", .string(failure.reason)),
      .init("message", .string(failure.message)),
      .init("next", .string(failure.next.map(\.line).joined(separator: " "))),
      .init(
        "findings",
        .array(([failure.cause].compactMap(\.self) + failure.findings).map(finding))),
    ])
  }
}
