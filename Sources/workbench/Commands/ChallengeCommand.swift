import Diagnosis
import HTTPMessages
import Runs
import Step1CodeVerifier
import Terminal
import Transcript
import Vocabulary

/// `workbench challenge`: computes the challenge of a verifier, or finds what is wrong with one.
struct ChallengeCommand: Command {
  private let verifier: String?
  private let challenge: String?
  private let isRandom: Bool
  private let isExplained: Bool
  private let isQuiet: Bool
  private let isJSON: Bool
  private let surroundings: Surroundings
  private let renderer: TextRenderer

  init(_ choices: Choices, _ surroundings: Surroundings, _ style: TextStyle) throws(CommandError) {
    verifier = choices.operands.first
    challenge = choices.value(.compare)
    isRandom = choices.has(.randomPair)
    isExplained = choices.has(.explain)
    isQuiet = choices.has(.findingsOnly)
    isJSON = choices.value(.challengeFormat) == "json"
    self.surroundings = surroundings
    renderer = TextRenderer(style: style)
    let help = Advice("See", "help \(Self.name)")
    if isRandom, verifier != nil || challenge != nil {
      throw CommandError(
        .usage, "--random cannot be used with a verifier or --compare.",
        next: help)
    }
    if !isRandom, verifier == nil, challenge == nil {
      throw CommandError(
        .usage, "\(Self.name) needs \(Self.description.operandMeaning).", next: help)
    }
  }

  func run() throws(CommandError) -> ExitCode {
    guard let source = isRandom ? .randomOctets(surroundings.randomOctets(32)) : given else {
      return try show(form(of: challenge ?? ""))
    }
    do {
      return try show(report(on: try CodeVerifierStep(source: source).output(), source))
    } catch let error as CommandError {
      throw error
    } catch let error as StepFailure {
      return try diagnose(error)
    } catch {
      throw CommandError(.inputOutput, "Unexpected error: \(error)")
    }
  }

  private var given: CodeVerifierStep.Source? { verifier.map { .given($0) } }

  /// Reports an invalid verifier, and still compares it with the challenge.
  private func diagnose(_ failure: StepFailure) throws(CommandError) -> ExitCode {
    let run = RunPlace(flow: .usual, mode: .dryRun)
    guard let challenge, let verifier else {
      throw CommandError(
        .unreadableInput, failure.message,
        next: NextAction.after(failure, in: run).first?.advice(in: run))
    }
    surroundings.console.hint("workbench: \(Harmless.line(failure.message))\n")
    let pair = PairDiagnosis(verifier: verifier, challenge: challenge)
    _ = try show(
      ChallengeReport(
        .different, verifier: nil, challenge: nil, received: challenge, findings: pair.findings,
        derivation: [], notes: [], next: lesson(of: pair.findings)))
    return .unreadableInput
  }

  private func report(
    on proof: CodeVerifierStep.Proof, _ source: CodeVerifierStep.Source
  ) -> ChallengeReport {
    let step = CodeVerifierStep(source: source)
    let findings = challenge.map {
      PairDiagnosis(verifier: proof.verifier.value, challenge: $0).findings
    }
    let verdict: ChallengeReport.Verdict =
      challenge == nil ? .derived : challenge == proof.challenge.value ? .equal : .different
    let lines = Self.explanation(of: proof.verifier.value)
    let more =
      isExplained
      ? []
      : [
        surroundings.complete(
          Advice("To see every value from the verifier to the challenge", lines))
      ]
    return ChallengeReport(
      verdict, verifier: isRandom ? proof.verifier.value : nil, challenge: proof.challenge.value,
      received: challenge, findings: findings ?? [],
      derivation: isExplained ? step.outputs(of: proof) : [],
      notes: isExplained ? step.notes(on: proof) : [],
      next: verdict == .derived ? more : lesson(of: findings ?? []))
  }

  private func form(of challenge: String) -> ChallengeReport {
    let form = ChallengeForm(challenge)
    return ChallengeReport(
      form.isPossible ? .possible : .impossible, verifier: nil, challenge: nil, received: challenge,
      findings: form.findings, derivation: [], notes: [],
      next: [
        surroundings.complete(
          Advice(
            "Compare it with its verifier",
            "challenge VERIFIER --compare "
              + (challenge.utf8.count > 200 ? "CHALLENGE" : ShellQuoting.quote(challenge))))
      ] + lesson(of: form.findings.filter { $0.severity == .wrong }))
  }

  private func lesson(of findings: [Finding]) -> [Advice] {
    guard let number = findings.first?.lesson else { return [] }
    return [surroundings.complete(Advice("Lesson \(number) explains this", "lesson \(number)"))]
  }

  private func show(_ report: ChallengeReport) throws(CommandError) -> ExitCode {
    try surroundings.console.write(
      isJSON
        ? JSONRenderer.render(report)
        : isQuiet ? renderer.renderQuietly(report) : renderer.render(report))
    return report.verdict == .different || report.verdict == .impossible ? .stepFailed : .done
  }

  /// Returns the command that explains a verifier; only an initial `~` needs quotes.
  private static func explanation(of verifier: String) -> String {
    let word = verifier.hasPrefix("~") ? ShellQuoting.quote(verifier) : verifier
    return verifier.hasPrefix("--")
      ? "challenge --explain -- \(word)" : "challenge \(word) --explain"
  }
}

extension ChallengeCommand {
  static let name = "challenge"
  static let description = CommandDescription(
    name: name, group: .lookUp, operands: ["[VERIFIER]"],
    summary: "compute a code challenge, or find what is wrong with one",
    details: [
      "Prints the S256 code challenge of a code verifier. --compare checks a challenge, and finds "
        + "the mistakes that produce exactly this value. The exit code is 1 if the challenge is "
        + "wrong. Without a verifier, --compare checks only the form of a challenge. Nothing is "
        + "sent.",
      "If the verifier starts with --, put -- before it.",
    ],
    options: [
      .compare, .randomPair, .explain, .challengeFormat, .findingsOnly, .color, .help,
    ],
    examples: [
      .init(
        "workbench challenge dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk",
        "the example of RFC 7636, Appendix B"),
      .init(
        "workbench challenge dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk --compare "
          + "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM=", "find the mistake"),
      .init(
        "workbench challenge --compare "
          + "13d31e961a1ad8ec2f16b10c4c982e0876a878ad6df144566ee1894acb70f9c3",
        "check a challenge from a log, without its verifier"),
      .init("workbench challenge --random --format json", "generate a new pair"),
    ], operandMeaning: "a code verifier")
}
