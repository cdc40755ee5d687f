import Lessons
import Runs
import Terminal
import Transcript

/// `workbench lesson [LESSON]`: the list of the lessons, or one to be read.
struct LessonCommand: Command {
  private let word: String?
  private let mayPage: Bool
  private let surroundings: Surroundings
  private let style: TextStyle

  init(_ choices: Choices, _ surroundings: Surroundings, _ style: TextStyle) {
    word = choices.operands.first
    mayPage = !choices.has(.noPager)
    self.surroundings = surroundings
    // Longer lines are hard to read, however wide the terminal is.
    self.style = TextStyle(width: min(style.width, 80), usesColor: style.usesColor)
  }

  func run() throws(CommandError) -> ExitCode {
    guard let word else {
      try surroundings.console.write(LessonList.text(surroundings.program, style))
      return .done
    }
    guard let lesson = Lesson.named(word) else { throw unknown(word) }
    // The files name the program as it is typed in the repository.
    let blocks = lesson.blocks(naming: surroundings.program)
    try surroundings.show(LessonPage.text(blocks, style), through: mayPage)
    LessonMark(beside: Run.sessionStore(surroundings)).write(lesson.name)
    return .done
  }

  private func unknown(_ word: String) -> CommandError {
    let list = Advice("All of them", "lesson")
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
      "LESSON is a number, 0 to 15, or a name. The lessons of the steps have the steps' numbers.",
      "What a lesson asks stands where it is asked, and the answers at its end, so that one can think first.",
      "On a terminal a long one goes through PAGER, or through less; an empty PAGER, or cat, means none.",
    ],
    options: [.noPager, .color, .help],
    examples: [
      .init("workbench lesson", "all, a line each, with what each one answers"),
      .init("workbench lesson 3", "the one about step 3"),
      .init("workbench lesson authorization-response", "the same one, by its name"),
      .init("workbench lesson glossary > glossary.txt", "to be read elsewhere"),
    ], operandWords: words, isOperandChecked: false,
    operandMeanings: .init(
      uniqueKeysWithValues: Lesson.all.compactMap { lesson in
        lesson.number.map { (String($0), lesson.name) }
      }))

  private static let words =
    Lesson.all.compactMap(\.number).map(String.init) + Lesson.all.map(\.name)
}
