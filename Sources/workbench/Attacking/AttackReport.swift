import Transcript
import Vocabulary

/// What happened in a demonstration: the same attack without the defence, and with it.
struct AttackReport {
  /// Something that somebody did, or that the server answered.
  struct Event {
    let who: String
    let deed: String
    /// The message or value itself, to be looked at; `nil` if there is nothing to see.
    let detail: String?

    /// What the server answered to an attempt.
    static func answer(_ attempt: Attempt) -> Event {
      Event("Server", attempt.succeeded ? "gives tokens" : "refuses", attempt.answer)
    }

    init(_ who: String, _ deed: String, _ detail: String? = nil) {
      self.who = who
      self.deed = deed
      self.detail = detail
    }
  }

  /// The attack once.
  struct Run {
    /// With or without which defence.
    let title: String
    let events: [Event]
    /// Whether the attacker got what they wanted.
    let succeeded: Bool
    /// What that means, in one sentence.
    let outcome: String
  }

  /// The name, as it is given to `workbench attack`.
  let name: String
  let title: String
  /// Who is there, and what the attacker wants.
  let setting: String
  /// The runs, without the defence first.
  let runs: [Run]
  /// The one check that made the difference.
  let difference: String
  let reference: Reference
  /// How to see the same at a practice server of one's own; the commands lack the program's name.
  let tryIt: String
}
