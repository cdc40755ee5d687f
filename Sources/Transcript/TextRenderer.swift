import HTTPMessages
import Vocabulary

/// The report as text for a person at a terminal, piece by piece, as the run goes on.
public struct TextRenderer: Sendable {
  /// How the terminal wants it.
  public let style: TextStyle

  /// Makes a renderer.
  public init(style: TextStyle) {
    self.style = style
  }

  /// The whole report at once.
  public func render(_ report: Report) -> String {
    opening(report.subject) + report.steps.map { step($0.within(report.subject.flow)) }.joined()
      + closing(report)
  }

  /// What stands before the first step.
  public func opening(_ subject: ReportSubject) -> String {
    var lines = style.wrap(title(of: subject), indentation: 0, paint: style.heading)
    if let story = subject.story { lines += style.wrap(story, indentation: 0) }
    lines += [""]
    lines += subject.flow.introduction(subject.server)
      .flatMap { style.wrap($0, indentation: 0) }
    lines += style.wrap(whoAnswers(in: subject.mode), indentation: 0, paint: style.quiet)
    return joined(lines)
  }

  private func title(of subject: ReportSubject) -> String {
    let scenario = subject.scenario.map { ", scenario \($0)" } ?? ""
    return subject.mode == .practice
      ? "\(subject.flow.title): practice mode, the practice server answers"
      : "\(subject.flow.title), \(subject.server): \(subject.mode.rawValue)\(scenario)"
  }

  /// Where the answers of a mode come from, and what stands in brackets behind a name.
  private func whoAnswers(in mode: Mode) -> String {
    let brackets =
      "In brackets behind a name stands where its value comes from: given (by you or by the "
      + "example), computed (here) or "
    switch mode {
    case .dryRun:
      return
        "Nothing is sent: every answer is a recording, some of them reconstructed, and says where it comes "
        + "from. Every secret in it is fake. "
        + brackets + "recorded."
    case .practice:
      return "The practice server is part of the workbench: it really answers, with fresh values "
        + "each time, and its secrets are fake. \(brackets)practice (from that server)."
    case .live:
      return
        "A real server answers, and everything is real. Secrets are hidden; --show-secrets shows them. "
        + "Header fields stand in an order of the workbench's own, which means nothing (RFC 9110 §5.3). "
        + brackets + "live (from that server)."
    }
  }

  /// One step.
  public func step(_ step: StepReport) -> String {
    let heading = step.heading
    var lines = [""] + style.rule(step.title)
    lines += style.wrap(heading.purpose, indentation: 0)
    let parts = step.parts
    lines += inputs(of: step, explainedBelow: parts)
    lines += traffic(of: step, parts: parts)
    lines += section(
      "Outputs",
      step.outputs.flatMap { output in
        parameter(output, isExplained: !parts.contains { $0.name == output.name })
      })
    lines += deviations(of: step)
    lines += step.notes.flatMap(note)
    return joined(lines)
  }

  func joined(_ lines: [String]) -> String { lines.map { $0 + "\n" }.joined() }

  func section(_ title: String, _ lines: [String]) -> [String] {
    lines.isEmpty ? [] : ["", style.heading(title)] + lines
  }
}
