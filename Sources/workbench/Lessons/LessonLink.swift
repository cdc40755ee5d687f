import Lessons

/// Where a link of a lesson leads.
enum LessonLink: Hashable {
  case lesson(Lesson)
  /// A file or folder of the repository, by its path from the root.
  case file(String)
  /// An address elsewhere.
  case elsewhere(String)
  /// Another place of the same page.
  case here

  /// Reads a target; the lessons lie in the folder Lessons.
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

  /// What stands behind the words of the link, in brackets; `nil` if they say it themselves.
  func note(behind words: String) -> String? {
    switch self {
    case .lesson(let lesson):
      let name = "lesson \(lesson.number.map(String.init) ?? lesson.name)"
      // Lesson 1 is not named by "lesson 12".
      let isNamed = words.lowercased().ranges(of: name).contains { range in
        !(words.lowercased()[range.upperBound...].first?.isNumber ?? false)
      }
      return isNamed ? nil : " (\(name))"
    case .file(let path): return words.contains(path) ? nil : " (\(path))"
    case .elsewhere(let address): return " <\(address)>"
    case .here: return nil
    }
  }
}
