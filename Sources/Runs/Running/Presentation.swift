import HTTPMessages
package import Terminal
package import Transcript
import Vocabulary

/// The output of a run in the chosen format, step by step or at the end.
package struct Presentation {
  package let format: OutputFormat
  package let renderer: TextRenderer
  /// Whether a real server responds, so that every secret is real.
  private let isLive: Bool
  /// Whether the client secret is the user's own.
  private let hasRealSecret: Bool
  private let showsSecrets: Bool
  /// The file for the result, or `nil` for standard output.
  private let file: ResultFile?
  private let surroundings: Surroundings
  /// Whether a step that is longer than the terminal is shown in the pager.
  private let usesPager: Bool
  package var console: any Console { surroundings.console }

  package init(
    _ choices: Choices, style: TextStyle, telling: Telling, isLive: Bool, hasRealSecret: Bool,
    _ surroundings: Surroundings
  ) throws(CommandError) {
    format = choices.value(.format).flatMap(OutputFormat.init) ?? .text
    file = try ResultFile(choices.value(.outputFile), isPrivate: choices.has(.showSecrets))
    // A file gets no color codes unless the user asks for them.
    let usesColor = style.usesColor && (file == nil || choices.value(.color) == "always")
    renderer = TextRenderer(
      style: TextStyle(width: style.width, usesColor: usesColor), detail: telling.detail,
      breaksLines: telling.pauses)
    usesPager = telling.detail == .full && telling.staysOnScreen && !choices.has(.noPager)
    self.isLive = isLive
    self.hasRealSecret = hasRealSecret
    showsSecrets = choices.has(.showSecrets)
    self.surroundings = surroundings
  }

  /// Whether a step is shown as soon as it is done.
  package var showsAsItGoes: Bool { format == .text && file == nil }

  /// Whether the result ends with what to try next.
  package var showsWhatIsNext: Bool { format == .text || format == .html }

  /// Returns the mask for the secrets of a real server and of the user.
  ///
  /// All other secrets are recorded or from the practice server, and fake.
  private func mask(of steps: some Sequence<StepReport>) -> Mask {
    let coverage: Mask.Coverage =
      showsSecrets ? .nothing : isLive ? .everything : .brought(ownClientSecret: hasRealSecret)
    return Mask(Array(steps), coverage: coverage)
  }

  /// Shows the opening, before the first step.
  package func begin(_ subject: ReportSubject) throws(CommandError) {
    if showsAsItGoes { try console.write(renderer.opening(subject)) }
  }

  /// Shows a step as soon as it is done.
  ///
  /// - Parameters:
  ///   - step: The step.
  ///   - subject: The run that it is part of.
  ///   - earlier: The steps before it: a server may echo what they sent.
  ///   - detail: The level of detail, or `nil` for that of the other steps.
  /// - Throws: `CommandError` if the output cannot be written.
  package func show(
    _ step: StepReport, in subject: ReportSubject, after earlier: ArraySlice<StepReport>,
    detail: TextRenderer.Detail? = nil
  ) throws(CommandError) {
    guard showsAsItGoes else { return }
    let step = mask(of: earlier + [step])(step.within(subject.flow))
    let teller = TextRenderer(
      style: renderer.style, detail: detail ?? renderer.detail, breaksLines: renderer.breaksLines)
    try surroundings.show(teller.step(step, in: subject), through: usesPager || detail == .full)
  }

  /// Returns a step's request as a one-line curl command, or `nil` if the step sends none.
  package func line(of step: StepReport, after earlier: ArraySlice<StepReport>) -> String? {
    CurlRenderer.line(of: mask(of: earlier + [step])(step))
  }

  /// Shows the end, or the whole report if the format cannot be shown step by step.
  package func end(_ report: Report) throws(CommandError) {
    let report = mask(of: report.steps)(report)
    if let file {
      try file.replace(with: text(of: report))
      console.hint("Written to \(Harmless.line(file.path))\n")
    } else if showsAsItGoes {
      try console.write(renderer.closing(report))
    } else {
      try console.write(text(of: report))
    }
    explain(report)
  }

  /// The whole report.
  private func text(of report: Report) -> String {
    switch format {
    case .text: renderer.render(report)
    case .curl: CurlRenderer.render(report)
    case .http: HTTPFileRenderer.render(report)
    case .json: JSONRenderer.render(report)
    case .har: HARRenderer.render(report, version: Program.version)
    case .mermaid: MermaidRenderer.render(report)
    case .html: HTMLRenderer.render(report)
    }
  }

  /// Prints the reason for a failure on standard error if the result is not on the screen.
  private func explain(_ report: Report) {
    guard let failure = report.failure, !showsAsItGoes || !console.outputIsTerminal else { return }
    let message = Harmless.line(failure.message)
    console.hint(
      failure.step.isOneOfTheFive
        ? "workbench: step \(failure.step): \(message)\n" : "workbench: \(message)\n")
    for advice in failure.next { console.hint(advice.line + "\n") }
  }
}
