import Runs
import Step1CodeVerifier
import Terminal
import Transcript
import Vocabulary

/// `workbench challenge VERIFIER`: the derivation of any verifier, and what is wrong with a challenge.
struct ChallengeCommand: Command {
  private let verifier: String
  private let challenge: String?
  private let console: any Console
  private let renderer: TextRenderer

  init(_ choices: Choices, _ surroundings: Surroundings, _ style: TextStyle) {
    verifier = choices.operands.first ?? ""
    challenge = choices.value(.compare)
    console = surroundings.console
    renderer = TextRenderer(style: style)
  }

  func run() throws(CommandError) -> ExitCode {
    let step = CodeVerifierStep(source: .given(verifier))
    let proof: CodeVerifierStep.Proof
    do {
      proof = try step.output()
    } catch {
      let run = RunPlace(flow: .usual, mode: .dryRun)
      throw CommandError(
        .unreadableInput, error.message,
        next: NextAction.after(error, in: run).first?.advice(in: run))
    }
    try console.write(
      renderer.derivation(step.outputs(of: proof), notes: step.notes(on: proof)))
    guard let challenge else { return .done }
    let diagnosis = ChallengeDiagnosis(of: challenge, against: proof.derivation)
    try console.write(
      renderer.comparison(
        expected: proof.challenge.value, received: challenge, verdict: diagnosis.explanation,
        isEqual: diagnosis == .equal))
    return diagnosis == .equal ? .done : .stepFailed
  }
}

extension ChallengeCommand {
  static let name = "challenge"
  static let description = CommandDescription(
    name: name, operands: ["VERIFIER"],
    summary: "derive the code challenge of any code verifier",
    details: [
      "Prints every value between the two. With --compare it says whether a challenge is the right "
        + "one, or which mistake made it; the exit code is 1 when they differ.",
      "A verifier that begins with two hyphens goes behind a lone --.",
    ],
    options: [.compare, .color, .help],
    examples: [
      .init(
        "workbench challenge dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk",
        "the example of RFC 7636, Appendix B"),
      .init(
        "workbench challenge dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk --compare "
          + "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM=", "find the mistake"),
    ], operandMeaning: "a code verifier")
}
