import Transcript

/// Shows a run in the chosen format, as it goes on or at its end.
struct Presentation {
  let format: OutputFormat
  let renderer: TextRenderer
  let redaction: Redaction
  let console: any Console

  init(
    _ invocation: Invocation, style: TextStyle, hasRealSecret: Bool, console: any Console
  ) {
    format = invocation.value(.format).flatMap(OutputFormat.init) ?? .text
    renderer = TextRenderer(style: style)
    let hides = hasRealSecret && !invocation.has(.showSecrets)
    redaction = Redaction(names: hides ? ["client_secret"] : [])
    self.console = console
  }

  /// Shows what stands before the first step.
  func begin(_ subject: ReportSubject) throws(Complaint) {
    if format == .text { try console.write(renderer.opening(subject)) }
  }

  /// Shows a step as soon as it is done.
  func show(_ step: StepReport) throws(Complaint) {
    if format == .text { try console.write(renderer.step(redaction(step))) }
  }

  /// Shows the end, or the whole report in a format that has no pieces.
  func end(_ report: Report) throws(Complaint) {
    let report = redaction(report)
    switch format {
    case .text: try console.write(renderer.closing(report))
    case .curl: try console.write(CurlRenderer.render(report))
    case .http: try console.write(HTTPFileRenderer.render(report))
    case .json: try console.write(JSONRenderer.render(report))
    case .mermaid: try console.write(MermaidRenderer.render(report))
    }
    guard let failure = report.failure, format != .text || !console.outputIsTerminal else { return }
    let message = Harmless.line(failure.message)
    console.hint("workbench: step \(failure.step): \(message)\n")
    for advice in failure.next { console.hint(advice.line + "\n") }
  }
}
