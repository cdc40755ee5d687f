import Runs
package import Transcript
package import Vocabulary

/// The report of one attack, run without and with its defense.
package struct AttackReport {
  /// An action of one party, or a response of the server.
  package struct Event {
    package let who: String
    package let action: String
    /// The message or value itself, or `nil` if there is none to show.
    package let detail: String?

    /// Returns the event of the server's response to an attempt.
    package static func response(to attempt: Attempt) -> Event {
      Event("Server", attempt.succeeded ? "issues tokens" : "rejects it", attempt.result)
    }

    package init(_ who: String, _ action: String, _ detail: String? = nil) {
      self.who = who
      self.action = action
      self.detail = detail
    }
  }

  /// One run of the attack.
  package struct Run {
    /// The title, which names the defense that is on or off.
    package let title: String
    package let events: [Event]
    /// Whether the attacker succeeded.
    package let succeeded: Bool
    /// The consequence, in one or two sentences.
    package let outcome: String
  }

  /// The operand of `workbench attack`.
  package let name: String
  package let title: String
  /// The parties and the attacker's aim.
  package let setting: String
  /// The runs, starting with one without the defense.
  package let runs: [Run]
  /// The one check that made the difference.
  package let difference: String
  package let reference: Reference
  /// The command that shows the same at a practice server, without the program's name.
  let tryIt: String
}
