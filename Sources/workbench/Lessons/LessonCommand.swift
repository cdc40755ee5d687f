import Lessons
import Runs
import Terminal
import Transcript

/// `workbench lesson [LESSON]`: lists the lessons, or shows one.
struct LessonCommand: Command {
  private let word: String?
  private let mayPage: Bool
  private let surroundings: Surroundings
  private let style: TextStyle

  init(_ choices: Choices, _ surroundings: Surroundings, _ style: TextStyle) {
    word = choices.operands.first
    mayPage = !choices.has(.noPager)
    self.surroundings = surroundings
    // Longer lines are hard to read, even on a wide terminal.
    self.style = TextStyle(width: min(style.width, 80), usesColor: style.usesColor)
  }

  func run() throws(CommandError) -> ExitCode {
    guard let word else {
      try surroundings.console.write(LessonList.text(surroundings.program, style))
      return .done
    }
    guard let lesson = Lesson.named(word) else { throw unknown(word) }
    // The files contain the command as typed in the repository.
    let blocks = lesson.blocks(naming: surroundings.program)
    try surroundings.show(LessonPage.text(blocks, style), through: mayPage)
    LessonMark(nextTo: Run.sessionStore(surroundings)).write(lesson.name)
    return .done
  }

  private func unknown(_ word: String) -> CommandError {
    let list = Advice("List all lessons", "lesson")
    guard !word.allSatisfy(\.isNumber) else {
      let last = Lesson.all.compactMap(\.number).max() ?? 0
      return CommandError(
        .usage, "Unknown lesson '\(word.prefix(60))'. They are numbered 0 to \(last).", next: list)
    }
    return .unknown(
      "lesson", word.hasSuffix(".md") ? String(word.dropLast(3)) : word,
      among: Lesson.all.map(\.name) + Lesson.all.map(\.stem), list: list)
  }
}

extension LessonCommand {
  static let name = "lesson"
  static let description = CommandDescription(
    name: name, group: .see, isFeatured: true, operands: ["[LESSON]"],
    summary: "read a lesson, or list all 16",
    details: [
      "LESSON is a number, 0 to 15, or a name. A step and its lesson have the same number.",
      "Questions appear where they arise. The answers are at the end, so you can think first.",
      "On a terminal, the program in PAGER shows a long lesson. The default is less. If PAGER is "
        + "empty or cat, there is no pager.",
    ],
    options: [.noPager, .color, .help],
    examples: [
      .init("workbench lesson", "all, each with its question"),
      .init("workbench lesson 3", "the lesson about step 3"),
      .init("workbench lesson authorization-response", "the same lesson, by name"),
      .init("workbench lesson glossary > glossary.txt", "save it to a file"),
    ], operandWords: words, isOperandChecked: false,
    operandMeanings: .init(
      uniqueKeysWithValues: Lesson.all.compactMap { lesson in
        lesson.number.map { (String($0), lesson.name) }
      }))

  private static let words =
    Lesson.all.compactMap(\.number).map(String.init) + Lesson.all.map(\.name)
}
