import Lessons

/// The target of a link in a lesson.
enum LessonLink: Hashable {
  case lesson(Lesson)
  /// A file or folder of the repository, by its path from the root.
  case file(String)
  /// A URL.
  case elsewhere(String)
  /// Another section of the same lesson.
  case here

  /// Creates the target of a link, which is relative to the folder Lessons.
  init(_ target: String) {
    // RFC 3986 §3: a scheme is followed by a colon, which comes before any slash.
    if target.prefix(while: { $0 != "/" }).contains(":") {
      self = .elsewhere(target)
      return
    }
    let path = target.prefix { $0 != "#" }
    var parts = ["Lessons"]
    for part in path.split(separator: "/") where part != "." {
      if part == ".." { _ = parts.popLast() } else { parts.append(String(part)) }
    }
    if path.isEmpty {
      self = .here
    } else if parts.count == 2, parts[0] == "Lessons",
      let lesson = Lesson.all.first(where: { $0.fileName == parts[1] })
    {
      self = .lesson(lesson)
    } else {
      self = .file(parts.joined(separator: "/"))
    }
  }

  /// Returns a note in parentheses that names the target, or `nil` if the link's words name it.
  func note(after words: String) -> String? {
    switch self {
    case .lesson(let lesson):
      let name = "lesson \(lesson.number.map(String.init) ?? lesson.name)"
      // "lesson 12" does not name lesson 1.
      let isNamed = words.lowercased().ranges(of: name).contains { range in
        !(words.lowercased()[range.upperBound...].first?.isNumber ?? false)
      }
      return isNamed ? nil : " (\(name))"
    case .file(let path): return words.contains(path) ? nil : " (\(path))"
    case .elsewhere(let url): return " <\(url)>"
    case .here: return nil
    }
  }
}
