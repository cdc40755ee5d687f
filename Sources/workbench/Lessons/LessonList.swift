import Lessons
import Transcript

/// The screen of `workbench lesson` alone: the lessons and the next commands.
enum LessonList {
  static func text(_ program: String, _ style: TextStyle) -> String {
    let path = Lesson.all.filter { $0.number != nil }
    let others = Lesson.all.filter { $0.number == nil }
    let rows = path.map { lesson in
      let number = lesson.number.map(String.init) ?? ""
      let gap = String(repeating: " ", count: max(1, 4 - number.count))
      return (number + gap + lesson.title, lesson.question)
    }
    let next = [
      ("\(program) lesson 0", "the first lesson"),
      ("\(program) lesson 3", "about step 3; steps and lessons share numbers"),
    ]
    return style.heading("Lessons") + "\n" + HelpText.table(rows, style) + "\n"
      + style.heading("Other pages") + "\n"
      + HelpText.table(others.map { ($0.name, $0.question) }, style) + "\n"
      + style.heading("Try next") + "\n" + HelpText.table(next, style)
  }
}
