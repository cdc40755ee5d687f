import Flows
import Lessons
import Runs
import Terminal
import Transcript
import Vocabulary

/// The user's progress in a folder, and the next command.
struct Progress {
  let session: Session
  /// The last lesson that was read, or `nil` for none.
  let lesson: Lesson?
  private let surroundings: Surroundings

  /// Reads the session and the name of the last lesson next to it.
  ///
  /// - Throws: `CommandError` for a file that is not a session.
  init(in store: SessionStore, _ surroundings: Surroundings) throws(CommandError) {
    session = try store.read()
    lesson = LessonMark(nextTo: store).read().flatMap(Lesson.named)
    self.surroundings = surroundings
  }

  /// Whether there is neither a session nor a last lesson.
  var isFirstTime: Bool { session.isEmpty && lesson == nil }

  /// The next command.
  var next: Suggestion {
    if session.isEmpty, let number = lesson?.number,
      let following = Lesson.all.first(where: { $0.number == number + 1 })
    {
      return Suggestion("The next lesson", .plain("lesson \(following.number ?? 0)"))
    }
    return NextAction.next(in: session, place)
  }

  /// The flow, mode, server, and client of the session.
  var place: RunPlace {
    let nothing = Choices(command: NextCommand.name, operands: [], given: [])
    let settings = try? Settings(
      nothing, session: session, surroundings: surroundings, needsSecret: false, needsScope: false)
    return RunPlace(
      flow: session.flow, mode: session.mode, server: settings?.server, client: settings?.client,
      hasRefreshToken: session.hasRefreshToken)
  }

  /// The rows of the overview.
  var rows: [(String, String)] {
    let lessons = lesson.map { lesson in
      (lesson.number.map { "\($0), " } ?? "") + lesson.title
    }
    return [
      ("session", session.isEmpty ? "none yet" : sessionText),
      ("last lesson", lessons ?? "none yet"),
    ]
  }

  private var sessionText: String {
    let failed = session.failure.map { failure in
      failure.step.isOneOfTheFive ? "; step \(failure.step) failed" : "; the last command failed"
    }
    let use = session.lastUse.map { "; last command: \($0)" }
    return "\(session.flow.about.title), \(modeText); \(doneText)" + (use ?? "") + (failed ?? "")
  }

  private var modeText: String {
    switch session.mode {
    case .dryRun: "dry-run" + (session.scenario.map { ", scenario \($0)" } ?? "")
    case .practice: "practice server"
    case .live: "live, " + (session.server ?? .fitbit).name
    }
  }

  private var doneText: String {
    let steps = session.flow.about.steps
    let done = steps.filter { $0 <= session.lastDone ?? .before }
    switch done.count {
    case 0: return "no step is done"
    case steps.count: return "all steps are done"
    case 1: return "step \(done[0]) is done"
    case 2: return "steps \(done[0]) and \(done[1]) are done"
    default: return "steps \(done[0]) to \(done[done.count - 1]) are done"
    }
  }
}
