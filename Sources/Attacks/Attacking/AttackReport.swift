import Runs
package import Transcript
package import Vocabulary

/// What happened in a demonstration: the same attack without the defence, and with it.
package struct AttackReport {
  /// Something that somebody did, or that the server answered.
  package struct Event {
    package let who: String
    package let deed: String
    /// The message or value itself, to be looked at; `nil` if there is nothing to see.
    package let detail: String?

    /// What the server answered to an attempt.
    package static func answer(_ attempt: Attempt) -> Event {
      Event("Server", attempt.succeeded ? "gives tokens" : "refuses", attempt.answer)
    }

    package init(_ who: String, _ deed: String, _ detail: String? = nil) {
      self.who = who
      self.deed = deed
      self.detail = detail
    }
  }

  /// The attack once.
  package struct Run {
    /// With or without which defence.
    package let title: String
    package let events: [Event]
    /// Whether the attacker got what they wanted.
    package let succeeded: Bool
    /// What that means, in one sentence.
    package let outcome: String
  }

  /// The name, as it is given to `workbench attack`.
  package let name: String
  package let title: String
  /// Who is there, and what the attacker wants.
  package let setting: String
  /// The runs, without the defence first.
  package let runs: [Run]
  /// The one check that made the difference.
  package let difference: String
  package let reference: Reference
  /// How to see the same at a practice server of one's own; the commands lack the program's name.
  let tryIt: String
}
