import Attacks
import Flows
import HTTPMessages
import PracticeServer
import Runs
import Terminal
import Transcript
import Vocabulary

/// `workbench compare`: runs the flows and shows them side by side.
struct CompareCommand: Command {
  private let flows: [Flow]
  private let stage: StepNumber?
  private let format: ComparisonFormat
  /// Whether to show everything, and not only the overview.
  private let explains: Bool
  private let mayPage: Bool
  private let mode: Mode
  /// The output file, or `nil` for standard output.
  private let file: ResultFile?
  private let surroundings: Surroundings
  private let style: TextStyle

  init(_ choices: Choices, _ surroundings: Surroundings, _ style: TextStyle)
    throws(CommandError)
  {
    flows = try Self.flows(choices.operands)
    stage = choices.value(.stage).flatMap { Int($0) }.flatMap(StepNumber.init)
    format = choices.value(.comparisonFormat).flatMap(ComparisonFormat.init) ?? .text
    mayPage = !choices.has(.noPager)
    explains = choices.has(.explainComparison) || !choices.operands.isEmpty
    mode = choices.value(.mode).flatMap(Mode.init) ?? .dryRun
    file = try ResultFile(choices.value(.outputFile), isPrivate: false)
    self.surroundings = surroundings
    // A table uses the whole width. Only running text needs short lines.
    let columns =
      surroundings.console.columns ?? surroundings.variable("COLUMNS").flatMap { Int($0) }
    self.style = TextStyle(width: min(columns ?? 80, 240), usesColor: style.usesColor)
    if stage != nil, format != .text || choices.has(.explainComparison) {
      throw CommandError(
        .usage, "--stage prints one step, as text only: it accepts no --format and no --explain.",
        next: Advice("All steps, in any format", "compare --format \(format.rawValue)"))
    }
  }

  func run() async throws -> ExitCode {
    if let stage {
      let comparison = Comparison(try await evidence(in: mode, withAttempts: false))
      try show(StageRenderer(style: style).render(stage, of: comparison))
      return .done
    }
    let comparison = Comparison(try await evidence(in: .practice, withAttempts: true))
    try await checkRecordings(against: comparison)
    try show(text(of: comparison))
    return .done
  }

  private func text(of comparison: Comparison) -> String {
    switch format {
    case .text: screen(of: comparison)
    case .markdown: ComparisonMarkdownRenderer.render(comparison)
    case .html: ComparisonHTMLRenderer.render(comparison)
    case .json: ComparisonJSONRenderer.render(comparison)
    }
  }

  /// Returns the overview or everything, then the next commands.
  private func screen(of comparison: Comparison) -> String {
    let renderer = ComparisonTextRenderer(style: style)
    let next =
      explains
      ? [
        Advice("a stolen code, message by message", "attack interception"),
        Advice("which flow to use, and why", "lesson 7"),
      ]
      : [
        Advice("every cell with its source", "compare --explain"),
        Advice("two flows, differences marked", "compare pkce implicit"),
      ]
    return (explains ? renderer.render(comparison) : renderer.overview(of: comparison)) + "\n"
      + renderer.commands("More:", next.map(surroundings.complete))
  }

  private func show(_ text: String) throws(CommandError) {
    guard let file else {
      return try surroundings.show(text, through: format == .text && mayPage)
    }
    try file.replace(with: text)
    surroundings.console.hint("Written to \(Harmless.line(file.path))\n")
  }

  private func evidence(in mode: Mode, withAttempts: Bool) async throws -> [FlowEvidence] {
    try await FlowRun.evidence(of: flows, in: mode, withAttempts: withAttempts, surroundings)
  }

  /// Warns if the recorded runs send different requests than the practice runs.
  private func checkRecordings(against comparison: Comparison) async throws {
    let recorded = Comparison(try await evidence(in: .dryRun, withAttempts: false))
    guard recorded.sections.first?.rows.map(\.cells) != comparison.sections.first?.rows.map(\.cells)
    else { return }
    surroundings.console.hint(
      "workbench: the recorded runs and the practice runs send different requests. The table "
        + "shows the latter.\n"
    )
  }

  /// Returns the given flows, or all flows if none is given.
  private static func flows(_ operands: [String]) throws(CommandError) -> [Flow] {
    var flows: [Flow] = []
    for word in operands {
      guard let named = Flow(rawValue: word) else {
        throw .unknown(
          "flow", word, among: Flow.allCases.map(\.rawValue), list: Advice("See", "help compare"))
      }
      if !flows.contains(named) { flows.append(named) }
    }
    if operands.count == 2, flows.count == 1 {
      let other = Flow.allCases.first { $0 != flows[0] } ?? .usual
      throw CommandError(
        .usage, "Both flows are \(flows[0].rawValue): a comparison needs two different ones.",
        next: Advice("For example", "compare \(flows[0].rawValue) \(other.rawValue)"))
    }
    guard flows.count != 1 else {
      let other = Flow.allCases.first { $0 != flows[0] } ?? .usual
      throw CommandError(
        .usage, "A comparison needs two flows, or none for all four.",
        next: Advice("For example", "compare \(flows[0].rawValue) \(other.rawValue)"))
    }
    return flows.isEmpty ? Flow.allCases : flows
  }
}

extension CompareCommand {
  static let name = "compare"
  static let description = CommandDescription(
    name: name, group: .see, isFeatured: true, operands: ["[FLOW]", "[FLOW]"],
    summary: "compare four flows side by side",
    details: [
      "Runs each flow in dry-run mode and against a practice server in this process, steals its "
        + "values, and attacks the flow with them. Each mark is the result of such an attempt. "
        + "The other cells were observed in these runs, except the recommendations, which cite "
        + "their sections.",
      "--format json prints {\"flows\": [{\"flow\", \"title\"}], \"overview\": SECTION, "
        + "\"sections\": [SECTION]}, where a SECTION is {\"title\", \"rows\": [{\"title\", "
        + "\"differs\", \"cells\": [{\"flow\", \"items\": […], \"meanings\": […], \"from\": "
        + "\"run\" or \"standard\", \"reference\", \"note\"}]}]}. A meaning is exposed, direct, "
        + "works (the attack), refused, or null.",
    ],
    options: [
      .explainComparison, .comparisonFormat, .stage, .comparisonMode, .outputFile, .noPager, .color,
      .help,
    ],
    examples: [
      .init("workbench compare", "all four on one screen"),
      .init("workbench compare --explain", "every message, attempt, and source"),
      .init("workbench compare pkce implicit", "two, with the differences marked"),
      .init("workbench compare --stage 4", "the token requests, side by side"),
      .init("workbench compare --format html --output flows.html", "a page, also for printing"),
      .init("workbench compare --format markdown > flows.md", "for your own page"),
    ], operandWords: Flow.allCases.map(\.rawValue),
    operandMeanings: .init(
      uniqueKeysWithValues: Flow.allCases.map { ($0.rawValue, $0.about.title) }),
    operandKind: "flow",
    operandMeaning: "a flow: " + Flow.names)
}

extension Option {
  static let explainComparison = Option(
    "--explain", nil, "print every message, attempt, and source (implied if you name two flows)")
}

/// The output format of a comparison.
enum ComparisonFormat: String, CaseIterable {
  case text, markdown, json, html
}
