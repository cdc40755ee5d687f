import Lessons
import Transcript

/// What `workbench lesson` alone says: which lessons there are, and what to type next.
enum LessonList {
  static func text(_ program: String, _ style: TextStyle) -> String {
    let path = Lesson.all.filter { $0.number != nil }
    let beside = Lesson.all.filter { $0.number == nil }
    let rows = path.map { lesson in
      let number = lesson.number.map(String.init) ?? ""
      let gap = String(repeating: " ", count: max(1, 4 - number.count))
      return (number + gap + lesson.title, lesson.question)
    }
    let next = [
      ("\(program) lesson 0", "the first one"),
      ("\(program) lesson 3", "the one about step 3; each step has the number of its lesson"),
    ]
    return style.heading("The lessons, in order") + "\n" + HelpText.table(rows, style) + "\n"
      + style.heading("Beside the path") + "\n"
      + HelpText.table(beside.map { ($0.name, $0.question) }, style) + "\n"
      + style.heading("What to type next") + "\n" + HelpText.table(next, style)
  }
}
