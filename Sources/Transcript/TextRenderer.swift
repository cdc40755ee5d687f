import HTTPMessages
import Vocabulary

/// The report as text for a person at a terminal, piece by piece, as the run continues.
public struct TextRenderer: Sendable {
  /// How much is said of a step.
  public enum Detail: Hashable, Sendable {
    /// What is new, the message, and the results: a screen for each step.
    case story
    /// Every part, with its meaning, the parties that can read it, and the section.
    case full
  }

  /// How the terminal wants it.
  public let style: TextStyle
  /// How much is said of a step.
  public let detail: Detail
  /// Whether a long line of a message may be broken, which makes it unfit for copying.
  public let breaksLines: Bool

  /// Creates a renderer.
  public init(style: TextStyle, detail: Detail = .full, breaksLines: Bool = false) {
    self.style = style
    self.detail = detail
    self.breaksLines = breaksLines
  }

  /// The whole report at once.
  public func render(_ report: Report) -> String {
    opening(report.subject)
      + report.steps.map { step($0.within(report.subject.flow), in: report.subject) }.joined()
      + closing(report)
  }

  /// What comes before the first step.
  public func opening(_ subject: ReportSubject) -> String {
    var lines = header(subject.flow.title, subject.serverAndMode)
    lines += [subject.story].compactMap(\.self).flatMap { style.wrap($0, indentation: 0) }
    lines += subject.flow.introduction(subject.server)
      .flatMap { style.wrap($0, indentation: 0) }
    lines += style.wrap(sources(of: subject), indentation: 0, paint: style.quiet)
    return joined(lines)
  }

  /// Where the responses come from, and what the word after a value means.
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

  /// One step, and what it is part of.
  public func step(_ step: StepReport, in subject: ReportSubject) -> String {
    let heading = header(step.title, subject.place)
    let purpose = style.wrap(step.heading.purpose, indentation: 0)
    return joined(
      [""]
        + (detail == .story
          ? screen([heading, purpose] + story(of: step))
          : heading + [""] + purpose + explanation(of: step)))
  }

  /// A title on the left and the place on the right, or below it on a narrow terminal.
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
