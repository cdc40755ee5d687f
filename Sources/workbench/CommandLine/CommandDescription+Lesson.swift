import Lessons

extension CommandDescription {
  static let lesson = CommandDescription(
    name: "lesson", operands: ["[LESSON]"],
    summary: "read a lesson, or list them: a path of 16, and what stands beside it",
    details: [
      "LESSON is a number, 0 to 15, or a name. The lessons of the steps have the steps' numbers.",
      "What a lesson asks stands where it is asked, and the answers at its end, so that one can think first.",
      "On a terminal a long one goes through PAGER, or through less; an empty PAGER, or cat, means none.",
    ],
    options: [.noPager, .color, .help],
    examples: [
      Example("workbench lesson", "all, a line each, with what each one answers"),
      Example("workbench lesson 3", "the one about step 3"),
      Example("workbench lesson authorization-response", "the same one, by its name"),
      Example("workbench lesson glossary > glossary.txt", "to be read elsewhere"),
    ], operandWords: words, isOperandChecked: false)

  private static let words =
    Lesson.all.compactMap(\.number).map(String.init) + Lesson.all.map(\.name)
}
