import EmbeddedTexts

/// A file of the folder Lessons, embedded when the program was built.
public struct Lesson: Hashable, Sendable {
  /// The file's name in the folder Lessons, such as `3-authorization-response.md`.
  public let fileName: String
  /// The row in the table of embedded lessons.
  private let row: Int

  /// The file's name without its ending, such as `3-authorization-response`.
  public var stem: String { String(fileName.dropLast(".md".count)) }

  /// The number in the course, 0 to 15, or `nil` for other pages, such as the glossary.
  public var number: Int? { stem.split(separator: "-").first.flatMap { Int($0) } }

  /// The file's name without number and ending, such as `authorization-response`.
  public var name: String {
    number.map { String(stem.dropFirst("\($0)-".count)) } ?? stem
  }

  /// The whole file, in Markdown.
  public var text: String {
    let file = Self.files[row]
    return String(
      decoding: UnsafeBufferPointer(start: file.bytes, count: Int(file.count)), as: UTF8.self)
  }

  private static var files: UnsafeBufferPointer<EmbeddedText> {
    let table = embeddedLessons()
    return UnsafeBufferPointer(start: table.first, count: Int(table.count))
  }

  /// All lessons: 0 to 15, then the glossary, the workshop, and the handout.
  public static let all: [Lesson] = files.enumerated().map { row, file in
    Lesson(fileName: String(cString: file.name), row: row)
  }

  /// Returns the lesson that a word names, or `nil` if there is none.
  ///
  /// - Parameter word: Its number (`3`), its name (`authorization-response`), both
  ///   (`3-authorization-response`), or one of the last two with `.md`.
  /// - Returns: The lesson.
  public static func named(_ word: String) -> Lesson? {
    let bare = word.hasSuffix(".md") ? String(word.dropLast(".md".count)) : word
    return all.first { [$0.name, $0.stem].contains(bare) }
      ?? all.first { $0.number.map(String.init) == word }
  }
}
