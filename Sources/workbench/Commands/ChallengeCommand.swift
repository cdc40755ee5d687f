import Step1CodeVerifier
import Terminal
import Transcript
import Vocabulary

/// `workbench challenge VERIFIER`: the derivation of any verifier, and what is wrong with a challenge.
struct ChallengeCommand {
  private let verifier: String
  private let challenge: String?
  private let console: any Console
  private let renderer: TextRenderer

  init(_ invocation: Invocation, _ surroundings: Surroundings, _ style: TextStyle) {
    verifier = invocation.operands.first ?? ""
    challenge = invocation.value(.compare)
    console = surroundings.console
    renderer = TextRenderer(style: style)
  }

  func run() throws(Complaint) -> ExitCode {
    let step = CodeVerifierStep(source: .given(verifier))
    let proof: CodeVerifierStep.Proof
    do {
      proof = try step.output()
    } catch {
      let run = RunPlace(flow: .usual, mode: .dryRun)
      throw Complaint(
        .unreadableInput, error.message,
        next: NextAction.after(error.reason, in: run).first?.advice(in: run))
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
