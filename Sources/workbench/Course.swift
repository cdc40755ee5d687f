import Channels
import HTTPMessages
import PracticeServer
import RecordedChannels
import Vocabulary

/// The two channels of a run, and what is to be known of what comes over them.
struct Course {
  /// Where the answers come from.
  let origin: Origin
  let front: any FrontChannel
  let back: any BackChannel
  /// The clock, in seconds since 1970-01-01 00:00 UTC.
  let now: () -> Int64
  /// The recorded answer that a step reads, by the step's number.
  let recordings: [Int: Recording]
  /// The practice server, whose ledger has to be kept between runs.
  let practiceServer: PracticeServer?

  /// Recorded answers.
  static func recorded(_ scenario: Scenario) throws -> Course {
    let front = try scenario.frontChannel
    let back = try scenario.backChannel
    return Course(
      origin: .recorded, front: front, back: back, now: { Scenario.recordedAt },
      recordings: [3: front.answer, 5: back.answer], practiceServer: nil)
  }

  /// Answers of a practice server in this process.
  static func practised(
    _ server: PracticeServer, decision: @escaping @Sendable (Scope) -> UserDecision,
    now: @escaping () -> Int64
  ) -> Course {
    Course(
      origin: .practice, front: PracticeFrontChannel(server: server, decision: decision),
      back: PracticeBackChannel(server: server), now: now, recordings: [:],
      practiceServer: server)
  }
}
