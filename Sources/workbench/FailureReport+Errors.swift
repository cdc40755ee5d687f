import RecordedChannels
import Transcript
import Vocabulary

extension FailureReport {
  /// The report of a step that stopped.
  init(_ failure: StepFailure, step: Int) {
    self.init(
      step: step, reason: failure.reason.rawValue, message: failure.message,
      comparison: [("expected", failure.expected), ("received", failure.received)],
      why: failure.why, reference: failure.reference, next: NextAction.after(failure.reason))
  }

  /// The report of a request that no recording was made from.
  init(_ mismatch: RecordingMismatch) {
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
      reference: nil, next: Self.nextAfterMismatch(in: mismatch.step, names))
  }

  private static func nextAfterMismatch(in step: Int, _ names: [String]) -> String {
    guard step == 2 else {
      return "Give step 4 what the recording has, or read an answer of your own: "
        + "workbench step 5 --response FILE"
    }
    return
      "The request above is complete: it can be opened in a browser, and the redirect read with: "
      + "workbench step 3 --redirect 'URL'. To go on with the recording, leave out the option that "
      + "changed \(names.joined(separator: ", ")), and start again: workbench walk"
  }
}
