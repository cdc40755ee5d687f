import Diagnosis
import HTTPMessages
import PracticeServer
import Runs
import Terminal
import Transcript
import Vocabulary

/// `workbench explain`: identifies a pasted message and finds what is wrong with it.
struct ExplainCommand: Command {
  private let server: AuthorizationServer?
  private let choices: Choices
  private let surroundings: Surroundings
  private let renderer: TextRenderer

  init(
    _ choices: Choices, _ surroundings: Surroundings, _ style: TextStyle
  ) async throws(CommandError) {
    server = try await ServerChoice(choices: choices, surroundings: surroundings)
      .chosen(asksServer: false)?.server
    self.choices = choices
    self.surroundings = surroundings
    renderer = TextRenderer(style: style)
  }

  func run() throws(CommandError) -> ExitCode {
    let (texts, archives) = try ExplainInput(choices.operands, surroundings).read()
    let explanation = Explanation(texts, archives: archives, in: context)
    guard !explanation.messages.isEmpty else {
      let skipped = ExplanationReport.entries(explanation.skipped).map { " \($0)" } ?? ""
      throw CommandError(
        .unreadableInput,
        "No OAuth message was recognized.\(skipped) explain recognizes "
          + "\(PastedMessage.Kind.recognized).",
        next: Advice("See examples", "help \(Self.name)"))
    }
    let full = report(on: explanation)
    let report = choices.has(.showSecrets) ? full : full.withoutSecrets
    let text =
      switch choices.value(.explanationFormat) {
      case "json": JSONRenderer.render(report)
      case "html": HTMLRenderer.render(report)
      default:
        choices.has(.explanationFindings)
          ? renderer.renderQuietly(report) : renderer.render(report)
      }
    try surroundings.console.write(text)
    return report.isWrong ? .stepFailed : .done
  }

  private var context: ExplanationContext {
    let practice = AuthorizationServer.practice(at: Defaults.practiceURL)
    let uris = PracticeClient.standard.flatMap(\.redirectURIs)
    let unique = uris.indices.filter { uris.firstIndex(of: uris[$0]) == $0 }
    return ExplanationContext(
      server: server, known: KnownServers.all.map(\.server),
      registeredRedirectURIs: [practice.authorizationEndpoint: unique.map { uris[$0] }],
      now: surroundings.now())
  }

  private func report(on explanation: Explanation) -> ExplanationReport {
    let lesson = explanation.findings.first.map { $0.finding.lesson }
    return ExplanationReport(
      messages: explanation.messages.map {
        .init(
          kind: $0.kind.rawValue, title: $0.kind.title, form: $0.form, parts: $0.parts,
          fieldCount: $0.fieldCount)
      },
      findings: explanation.findings.map { .init(messages: $0.messages, finding: $0.finding) },
      unrecognized: explanation.unrecognized, skipped: explanation.skipped,
      next: lesson.map {
        [surroundings.complete(Advice("Lesson \($0) explains this", "lesson \($0)"))]
      } ?? [])
  }
}

extension Option {
  static let explanationFormat = Option(
    "--format", "FORMAT", "text (default), json, or html", words: ["text", "json", "html"])
  static let explanationFindings = Option("--quiet", nil, "print only the findings")
  static let explainedServer = Option(
    "--server", "SERVER",
    "the server of the messages: fitbit, google-health, practice, or a JSON file",
    words: KnownServers.all.map(\.name), takesOthers: true, list: "servers")
}

extension ExplainCommand {
  static let name = "explain"
  static let description = CommandDescription(
    name: name, group: .tryOut, isFeatured: true, operands: ["[FILE ...]"],
    summary: "find out what is wrong with a URL, request, or response",
    details: [
      "Identifies pasted messages and explains their parts. Recognizes "
        + PastedMessage.Kind.recognized + ".",
      "Reads files, a URL, or standard input. Several messages are compared with each other: "
        + "separate them with an empty line, or pass several files. HAR entries without an OAuth "
        + "message are skipped. Nothing is sent.",
      "Pass real codes and tokens in a file or on standard input: other users of the machine can "
        + "see arguments. Put a URL in single quotes, because a shell cuts it at &.",
      "The exit code is 1 if something is wrong, 0 if not, and 65 if nothing was recognized.",
    ],
    options: [
      .explainedServer, .showSecrets, .explanationFormat, .explanationFindings, .color, .help,
    ],
    examples: [
      .init(
        "workbench explain 'https://server.example/authorize?response_type=code&client_id=ID'",
        "check an authorization URL"),
      .init("workbench explain invalid_grant", "look up an error code"),
      .init(
        "curl --include -d grant_type=client_credentials https://server.example/token | workbench "
          + "explain",
        "explain a server's response"),
      .init(
        "workbench explain request.txt redirect.txt curl.txt", "compare the messages of one run"),
      .init(
        "workbench explain --format html session.har > report.html",
        "explain a browser's export, as a page"),
    ])
}
