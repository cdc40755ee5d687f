import Foundation
import Lessons
import TestSupport
import Testing

struct LessonTests {
  private static let folder = Repository.root.appending(path: "Lessons")

  @Test func `the lessons are the files of the folder, and their path goes from 0 to 15`() throws {
    // But for its own README.
    let files = try FileManager.default.contentsOfDirectory(
      atPath: Self.folder.path(percentEncoded: false))
    // Finder leaves a .DS_Store behind.
    expect(
      Set(files.filter { !$0.hasPrefix(".") }), is: Set(Lesson.all.map(\.fileName) + ["README.md"]))
    expect(Set(Lesson.all).count, is: Lesson.all.count)
    // The rest stands behind the path.
    expect(Lesson.all.compactMap(\.number), is: Array(0...15))
    expect(Lesson.all.prefix(16).allSatisfy { $0.number != nil })
    expect(Lesson.all.dropFirst(16).map(\.name), is: ["glossary", "workshop", "handout"])
  }

  @Test(arguments: Lesson.all)
  func `a lesson is found by every name that it has, has a title and says what it answers`(
    lesson: Lesson
  ) throws {
    let stem = lesson.fileName.replacing(".md", with: "")
    for word in [lesson.name, lesson.name + ".md", stem, lesson.fileName] {
      expect(Lesson.named(word), is: lesson, "\(word)")
    }
    if let number = lesson.number { expect(Lesson.named("\(number)"), is: lesson) }
    // A lesson has a title without its number, and says what it answers.
    expect(!lesson.title.isEmpty && lesson.title.first?.isNumber == false)
    expect(!lesson.question.isEmpty, "\(lesson.fileName)")
    let heading = lesson.number.map { "# \($0). \(lesson.title)\n" } ?? "# \(lesson.title)\n"
    expect(lesson.text.hasPrefix(heading))
    // What was compiled in is what lies in the folder.
    let data = try Data(contentsOf: Self.folder.appending(path: lesson.fileName))
    expect(Data(lesson.text.utf8), is: data, "\(lesson.fileName)")
  }

  @Test(arguments: ["", "16", "-1", "03", "3.md", "README", "README.md", ".md", "code verifier"])
  func `what is no lesson is not found`(word: String) {
    expect(Lesson.named(word), is: nil)
  }
}
