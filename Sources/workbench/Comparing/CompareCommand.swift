import Attacks
import Flows
import HTTPMessages
import PracticeServer
import Runs
import Terminal
import Transcript
import Vocabulary

/// `workbench compare`: the flows side by side, after each was walked.
struct CompareCommand: Command {
  private let flows: [Flow]
  private let stage: StepNumber?
  private let format: ComparisonFormat
  /// Whether everything is shown, and not the overview alone.
  private let explains: Bool
  private let mayPage: Bool
  private let mode: Mode
  /// Where the result goes; `nil` for standard output.
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
    // A table uses all the room there is, where running text is easier to read in short lines.
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

  /// The overview, or everything; then what to type next.
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

  /// The recorded walks must send the same as those that a server answered.
  private func checkRecordings(against comparison: Comparison) async throws {
    let recorded = Comparison(try await evidence(in: .dryRun, withAttempts: false))
    guard recorded.sections.first?.rows.map(\.cells) != comparison.sections.first?.rows.map(\.cells)
    else { return }
    surroundings.console.hint(
      "workbench: the recordings and the practice server differ in what is sent. The table shows the latter.\n"
    )
  }

  /// The flows that were named: none means all, and one is compared with nothing.
  private static func flows(_ operands: [String]) throws(CommandError) -> [Flow] {
    var flows: [Flow] = []
    for word in operands {
      guard let named = Flow(rawValue: word) else {
        throw CommandError(
          .usage, "There is no flow \(word).", next: Advice("Type", "help compare"))
      }
      if !flows.contains(named) { flows.append(named) }
    }
    if operands.count == 2, flows.count == 1 {
      let other = Flow.allCases.first { $0 != flows[0] } ?? .usual
      throw CommandError(
        .usage, "Both flows are \(flows[0].rawValue): a comparison needs two different ones.",
        next: Advice("Type", "compare \(flows[0].rawValue) \(other.rawValue)"))
    }
    guard flows.count != 1 else {
      let other = Flow.allCases.first { $0 != flows[0] } ?? .usual
      throw CommandError(
        .usage, "A comparison needs two flows or all of them.",
        next: Advice("Type", "compare \(flows[0].rawValue) \(other.rawValue)"))
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
      "Walks each flow, in dry-run and against the practice server in this process, steals its values, and "
        + "attacks the flow with them. Each mark is such an attempt, made just now. The other cells are read "
        + "from the runs; only the judgments of the standards come from a list, with their sections.",
      "--format json prints {\"flows\": [{\"flow\", \"title\"}], \"overview\": SECTION, \"sections\": [SECTION]}, "
        + "where a SECTION is {\"title\", \"rows\": [{\"title\", \"differs\", \"cells\": [{\"flow\", \"items\": […], "
        + "\"meanings\": […], \"from\": \"run\" or \"standard\", \"reference\", \"note\"}]}]}. A meaning is exposed, "
        + "direct, works (the attack), refused, or null.",
    ],
    options: [
      .explainComparison, .comparisonFormat, .stage, .comparisonMode, .outputFile, .noPager, .color,
      .help,
    ],
    examples: [
      .init("workbench compare", "all four on one screen"),
      .init("workbench compare --explain", "every message, attempt and source"),
      .init("workbench compare pkce implicit", "two, with the differences marked"),
      .init("workbench compare --stage 4", "the token requests, message beside message"),
      .init("workbench compare --format html --output flows.html", "a page, also for printing"),
      .init("workbench compare --format markdown > flows.md", "for a page of your own"),
    ], operandWords: Flow.allCases.map(\.rawValue),
    operandMeanings: .init(
      uniqueKeysWithValues: Flow.allCases.map { ($0.rawValue, $0.about.title) }),
    operandKind: "flow",
    operandMeaning: "a flow: " + Flow.names)
}

extension Option {
  static let explainComparison = Option(
    "--explain", nil, "print every message, attempt and source (always with two flows)")
}

/// In which form a comparison is written.
enum ComparisonFormat: String, CaseIterable {
  case text, markdown, json, html
}
