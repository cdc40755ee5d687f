/// The result of one case.
public enum Verdict: String, CaseIterable, Sendable {
  /// The client behaved as expected.
  case passed
  /// The client did what the case forbids, or did not do what it requires.
  case failed
  /// The situation never arose, because the client stopped before it: never a pass.
  case notReached = "not_reached"
  /// The case does not apply to this client, for the reason in the note.
  case skipped
}

/// A verdict with its proof.
struct Judgment: Sendable {
  let verdict: Verdict
  /// The proof, or a remark on a pass; empty if there is nothing to add.
  let text: String
  /// The change that fits this failure better than that of the case; `nil` if there is none.
  var advice: String?

  static func passed(_ note: String = "") -> Judgment { Judgment(verdict: .passed, text: note) }
  static func failed(_ received: String, advice: String? = nil) -> Judgment {
    Judgment(verdict: .failed, text: received, advice: advice)
  }
  static func notReached(_ reason: String, advice: String? = nil) -> Judgment {
    Judgment(verdict: .notReached, text: reason, advice: advice)
  }
  static func skipped(_ reason: String) -> Judgment { Judgment(verdict: .skipped, text: reason) }
}

/// The result of one case as the report shows it.
public struct CaseResult: Sendable {
  /// The case.
  public let checked: CheckCase
  /// The level for this client.
  public let level: CheckCase.Level
  /// The verdict.
  public let verdict: Verdict
  /// A remark on a pass, or the reason why a case was not reached or skipped.
  public let note: String
  /// The proof of a failure; empty otherwise.
  public let received: String
  /// The change that makes the client pass.
  public let advice: String
  /// The duration in seconds.
  public let seconds: Double
  /// The processes that the client left behind.
  public let strays: [String]
  /// The client's output if the case failed or was not reached, its secrets hidden; otherwise empty.
  public let output: String
}
