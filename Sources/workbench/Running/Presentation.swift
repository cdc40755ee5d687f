import HTTPMessages
import Terminal
import Transcript
import Vocabulary

/// Shows a run in the chosen format, as it goes on or at its end.
struct Presentation {
  let format: OutputFormat
  let renderer: TextRenderer
  /// Whether a real server answers, so that every secret is real.
  private let isLive: Bool
  /// Whether a client secret of the user's own is in play.
  private let hasRealSecret: Bool
  private let showsSecrets: Bool
  /// Where the result goes; `nil` for standard output.
  private let file: ResultFile?
  let console: any Console

  init(
    _ invocation: Invocation, style: TextStyle, isLive: Bool, hasRealSecret: Bool,
    console: any Console
  ) throws(Complaint) {
    format = invocation.value(.format).flatMap(OutputFormat.init) ?? .text
    if let path = invocation.value(.outputFile) {
      file = try ResultFile(path: path, isPrivate: invocation.has(.showSecrets))
    } else {
      file = nil
    }
    // The colours of a terminal are of no use in a file, unless somebody asks for them.
    let usesColor = style.usesColor && (file == nil || invocation.value(.color) == "always")
    renderer = TextRenderer(style: TextStyle(width: style.width, usesColor: usesColor))
    self.isLive = isLive
    self.hasRealSecret = hasRealSecret
    showsSecrets = invocation.has(.showSecrets)
    self.console = console
  }

  /// Whether a step is shown as soon as it is done.
  var showsAsItGoes: Bool { format == .text && file == nil }

  /// What is hidden: the user's own client secret, and what the user brought from a real server.
  ///
  /// All other secrets here are recorded, and fake.
  private func redaction(of steps: [StepReport]) -> Redaction {
    guard !showsSecrets else { return Redaction(names: []) }
    if isLive { return Redaction(names: Self.liveSecrets) }
    let issued = ["code", "access_token", "refresh_token"]
    let parameters = steps.flatMap { $0.inputs + $0.outputs }
    let brought = parameters.filter { $0.origin == .given && issued.contains($0.name) }
    var names = Set(brought.map(\.name))
    // An answer that cannot be read brings no parameters, and may hold tokens all the same.
    for step in steps where step.received?.origin == .given {
      names.formUnion(step.received.map { Self.secrets(in: $0.message) } ?? [])
    }
    if hasRealSecret { names.insert("client_secret") }
    return Redaction(names: names)
  }

  /// What is hidden where everything is real, by the names that the values have in any message.
  private static let liveSecrets: Set<String> = [
    "client_secret", "code_verifier", "code", "access_token", "refresh_token", "id_token", "token",
    "cookie",
  ]

  private static func secrets(in message: ReceivedMessage) -> [String] {
    switch message {
    // In the implicit flow the redirect carries the token itself.
    case .redirect: ["code", "access_token"]
    case .response: ["access_token", "refresh_token"]
    }
  }

  /// Shows what stands before the first step.
  func begin(_ subject: ReportSubject) throws(Complaint) {
    if showsAsItGoes { try console.write(renderer.opening(subject)) }
  }

  /// Shows a step as soon as it is done.
  ///
  /// - Parameters:
  ///   - step: The step.
  ///   - earlier: The steps before it: a server may echo what they sent.
  /// - Throws: `Complaint` if the output cannot be written.
  func show(_ step: StepReport, after earlier: ArraySlice<StepReport>) throws(Complaint) {
    guard showsAsItGoes else { return }
    let redaction = redaction(of: earlier + [step])
    let known = earlier.flatMap { $0.inputs + $0.outputs }
    try console.write(renderer.step(redaction(step, known: known)))
  }

  /// Shows the end, or the whole report in a format that has no pieces.
  func end(_ report: Report) throws(Complaint) {
    let report = redaction(of: report.steps)(report)
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
    case .har: HARRenderer.render(report, version: Workbench.version)
    case .mermaid: MermaidRenderer.render(report)
    case .html: HTMLRenderer.render(report)
    }
  }

  /// Says why a run stopped where the result does not say it on the screen.
  private func explain(_ report: Report) {
    guard let failure = report.failure, !showsAsItGoes || !console.outputIsTerminal else { return }
    let message = Harmless.line(failure.message)
    console.hint(
      1...5 ~= failure.step
        ? "workbench: step \(failure.step): \(message)\n" : "workbench: \(message)\n")
    for advice in failure.next { console.hint(advice.line + "\n") }
  }
}
