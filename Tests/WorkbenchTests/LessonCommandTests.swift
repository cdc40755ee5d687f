import Foundation
import Lessons
import TestSupport
import Testing

@testable import workbench

struct LessonCommandTests {
  static func run(
    _ words: [String], columns: Int? = nil, _ environment: [String: String] = [:]
  ) async throws -> Answer {
    let console = TestConsole()
    console.columns = columns
    return try await Bench().run(["lesson"] + words, environment: environment, console: console)
  }

  private func words(in text: String) -> [String] {
    text.split { $0.isWhitespace }.map(String.init)
  }

  @Test(arguments: [40, 80, 200])
  func `the list names every lesson, and what it answers`(columns: Int) async throws {
    let answer = try await Self.run([], columns: columns)
    expect(answer.exitCode == 0 && answer.errors == "")
    var rest = words(in: answer.output)[...]
    for lesson in Lesson.all {
      // Broken into lines or not, the words stand one behind the other.
      let name = lesson.number.map { "\($0) \(lesson.title)" } ?? lesson.name
      let wanted = words(in: name + " " + lesson.question)
      let place = rest.indices.first { rest[$0...].starts(with: wanted) }
      rest = rest[(try #require(place, "\(lesson.fileName)"))...]
    }
    expect(answer.output.contains("lesson 0"))
    for line in answer.output.split(separator: "\n") {
      expect(line.count <= max(columns, 24) && line.count <= 80, "\(line)")
    }
  }

  @Test(arguments: Lesson.all)
  func `a lesson is shown by each of its names, and colour changes nothing else`(lesson: Lesson)
    async throws
  {
    let answer = try await Self.run([lesson.name])
    expect(answer.exitCode == 0 && answer.errors == "")
    expect(answer.output.hasPrefix("━━ "))
    expect(answer.output.contains(lesson.title))
    for word in [lesson.stem, lesson.fileName] + (lesson.number.map { ["\($0)"] } ?? []) {
      expect(try await Self.run([word]), is: answer)
    }
    expect(!answer.output.contains("\u{1B}"))
    let colored = try await Self.run([lesson.name, "--color", "always"])
    expect(colored.output.contains("\u{1B}[1m"))
    expect(colored.output.replacing(#/\u{1B}\[[0-9;]*m/#, with: ""), is: answer.output)
    expect(try await Self.run([lesson.name, "--color", "always"], ["NO_COLOR": "1"]), is: colored)
  }

  @Test(arguments: Lesson.all, [24, 40, 80, 132])
  func `no line is wider than the terminal, but for a command, which stands whole on a line`(
    lesson: Lesson, columns: Int
  ) async throws {
    let output = try await Self.run([lesson.name], columns: columns).output
    for line in output.split(separator: "\n") where line.count > min(columns, 80) {
      // Code stands two columns further in; other lines that are too long have a single word, or
      // code, which may be a command to copy.
      let text = line.drop { " ━│-0123456789.".contains($0) }.replacing(#/`[^`]*`/#, with: "")
      expect(line.contains("  ") || !text.contains(" "), "\(line)")
    }
    let lines = Set(output.split(separator: "\n").map { $0.drop { $0 == " " } })
    for block in lesson.blocks(naming: "workbench") {
      guard case .code(_, let code) = block else { continue }
      for line in code where line.contains(where: { $0 != " " }) {
        expect(lines.contains(line.drop { $0 == " " }))
      }
    }
  }

  @Test(arguments: [
    ("nothing", ""), ("16", "They are numbered 0 to 15."),
    ("verifier", "Did you mean 'code-verifier'?"),
    ("3-authorisation-response", "Did you mean '3-authorization-response'?"),
    ("\u{1B}[31m", ""), ("", "They are numbered 0 to 15."),
    (String(repeating: "x", count: 5000), ""),
  ])
  func `an unknown lesson is told with what may be meant`(word: String, hint: String) async throws {
    let answer = try await Self.run([word])
    expect(answer.exitCode == 64 && answer.output == "")
    expect(answer.errors.hasPrefix("workbench: Unknown lesson '"))
    expect(answer.errors.contains(hint.isEmpty ? "'.\n" : "'. \(hint)\n"))
    expect(answer.errors.contains("List all lessons: workbench lesson"))
    expect(!answer.errors.contains("\u{1B}") && answer.errors.count < 300)
  }
}
