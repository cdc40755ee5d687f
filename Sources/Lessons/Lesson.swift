import EmbeddedTexts

/// A text of the folder Lessons, as it was when the program was built.
public struct Lesson: Hashable, Sendable {
  /// The file's name in the folder Lessons, such as `3-authorization-response.md`.
  public let fileName: String
  /// Its row in the table of embedded lessons.
  private let row: Int

  /// The file's name without its ending, such as `3-authorization-response`.
  public var stem: String { String(fileName.dropLast(".md".count)) }

  /// Its place on the path, 0 to 15; `nil` for what stands beside it, such as the glossary.
  public var number: Int? { stem.split(separator: "-").first.flatMap { Int($0) } }

  /// Its name without the number, such as `authorization-response`.
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

  /// Every lesson: the path from 0 to 15, then the glossary, the workshop and the handout.
  public static let all: [Lesson] = files.enumerated().map { row, file in
    Lesson(fileName: String(cString: file.name), row: row)
  }

  /// The lesson that somebody asks for.
  ///
  /// - Parameter word: Its number (`3`), its name (`authorization-response`), both
  ///   (`3-authorization-response`), or the latter two with `.md` behind.
  /// - Returns: The lesson; `nil` if there is none.
  public static func named(_ word: String) -> Lesson? {
    let bare = word.hasSuffix(".md") ? String(word.dropLast(".md".count)) : word
    return all.first { [$0.name, $0.stem].contains(bare) }
      ?? all.first { $0.number.map(String.init) == word }
  }
}
