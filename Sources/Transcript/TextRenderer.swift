import HTTPMessages
import Vocabulary

/// Renders a report as text for a terminal, piece by piece while the run continues.
public struct TextRenderer: Sendable {
  /// The level of detail of a step.
  public enum Detail: Hashable, Sendable {
    /// The new values, the message, and the results: one screen per step.
    case story
    /// Every part with its meaning, its audience, and the section.
    case full
  }

  /// The width and colors of the terminal.
  public let style: TextStyle
  /// The level of detail of each step.
  public let detail: Detail
  /// Whether long message lines may be broken, which makes them unfit for copying.
  public let breaksLines: Bool

  /// Creates a renderer for a terminal or a pipe.
  public init(style: TextStyle, detail: Detail = .full, breaksLines: Bool = false) {
    self.style = style
    self.detail = detail
    self.breaksLines = breaksLines
  }

  /// Returns the whole report.
  public func render(_ report: Report) -> String {
    opening(report.subject)
      + report.steps.map { step($0.within(report.subject.flow), in: report.subject) }.joined()
      + closing(report)
  }

  /// Returns the text before the first step.
  public func opening(_ subject: ReportSubject) -> String {
    var lines = header(subject.flow.title, subject.serverAndMode)
    lines += [subject.story].compactMap(\.self).flatMap { style.wrap($0, indentation: 0) }
    lines += subject.flow.introduction(subject.server)
      .flatMap { style.wrap($0, indentation: 0) }
    lines += style.wrap(sources(of: subject), indentation: 0, paint: style.quiet)
    return joined(lines)
  }

  /// Returns the origin of the responses, and the meaning of the word after a value.
  private func sources(of subject: ReportSubject) -> String {
    let origins =
      "Each value is followed by its origin: computed here, given by you or the example, or"
    return switch subject.mode {
    case .dryRun:
      "Nothing is sent: the responses are recordings"
        + (subject.scenario == nil ? "" : ", reconstructed from published sources")
        + ". \(origins) recorded."
    case .practice:
      "The practice server runs inside this command and decides for the user. \(origins) issued by that server "
        + "(practice)."
    case .live:
      "A real server responds. Secrets are hidden; --show-secrets shows them. \(origins) live."
    }
  }

  /// Returns one step, with its flow, server, and mode in the heading.
  public func step(_ step: StepReport, in subject: ReportSubject) -> String {
    let heading = header(step.title, subject.place)
    let purpose = style.wrap(step.heading.purpose, indentation: 0)
    return joined(
      [""]
        + (detail == .story
          ? screen([heading, purpose] + story(of: step))
          : heading + [""] + purpose + explanation(of: step)))
  }

  /// Returns a title and, to its right or below it, the place.
  private func header(_ title: String, _ place: String) -> [String] {
    let room = style.width - TerminalColumns.count(title) - TerminalColumns.count(place)
    guard room >= 2 else {
      return style.wrap(title, indentation: 0, paint: style.heading)
        + style.wrap(place, indentation: 0, paint: style.quiet)
    }
    return [style.heading(title) + String(repeating: " ", count: room) + style.quiet(place)]
  }

  func joined(_ lines: [String]) -> String { lines.map { $0 + "\n" }.joined() }

  func section(_ title: String, _ lines: [String]) -> [String] {
    lines.isEmpty ? [] : ["", style.heading(title)] + lines
  }
}
