import RecordedChannels
import Transcript
import Vocabulary

extension FailureReport {
  /// The report of a step that stopped.
  init(_ failure: StepFailure, step: Int, _ surroundings: Surroundings) {
    self.init(
      step: step, reason: failure.reason.rawValue, message: failure.message,
      comparison: [("expected", failure.expected), ("received", failure.received)],
      why: failure.why, reference: failure.reference,
      next: NextAction.after(failure.reason).map(surroundings.complete))
  }

  /// The report of a request that no recording was made from.
  init(_ mismatch: RecordingMismatch, _ surroundings: Surroundings) {
    let names = mismatch.differences.map(\.name)
    let list = names.joined(separator: ", ")
    self.init(
      step: mismatch.step, reason: "recording_differs",
      message: "The recording does not answer this request, which differs in: \(list).",
      comparison: mismatch.differences.flatMap { difference in
        [
          ("\(difference.name) (recorded)", difference.recorded ?? "not there"),
          ("\(difference.name) (yours)", difference.sent ?? "not there"),
        ]
      },
      why:
        "A recording is one real course of things. An answer to another request would be made up, "
        + "and a server might answer it quite differently.",
      reference: nil, next: Self.nextAfterMismatch(in: mismatch.step).map(surroundings.complete))
  }

  private static func nextAfterMismatch(in step: Int) -> [Advice] {
    guard step == 2 else {
      return [
        Advice(
          "Give step 4 what the recording has, or read an answer of your own",
          "step 5 --response FILE")
      ]
    }
    return [
      Advice("To go on with the recording, start again without your own values", "walk"),
      Advice(
        "The request itself is complete. Opened in a browser it brings a redirect, which is read with",
        "step 3 --redirect 'URL'"),
    ]
  }
}
