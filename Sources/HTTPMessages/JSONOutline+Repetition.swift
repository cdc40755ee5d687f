extension JSONOutline {
  /// The names that an object has more than once, each once, in the order in which they are repeated.
  ///
  /// RFC 8259 §4: names should be unique, and readers do not agree on which of the values counts.
  ///
  /// - Parameter path: The path of this value, in front of each name.
  /// - Returns: Paths such as `scope`, `user.id` or `errors[].message`.
  package func repeatedNames(path: String = "") -> [String] {
    switch self {
    case .leaf: return []
    case .array(let values, _):
      var seen: Set<String> = []
      return values.flatMap { $0.repeatedNames(path: path + "[]") }
        .filter { seen.insert($0).inserted }
    case .object(let members, _):
      var (seen, told): (Set<String>, Set<String>) = ([], [])
      return members.flatMap { member in
        let name = path.isEmpty ? member.name : path + "." + member.name
        let own = seen.insert(member.name).inserted ? [] : [name]
        return (own + member.value.repeatedNames(path: name)).filter { told.insert($0).inserted }
      }
    }
  }
}

extension JSONValue {
  /// The names that an object of a JSON text has more than once; empty for a text that is not JSON.
  ///
  /// - Parameter bytes: The text, as `init(parsing:)` takes it.
  /// - Returns: Paths, as `JSONOutline.repeatedNames(path:)` gives them.
  package static func repeatedNames(in bytes: [UInt8]) -> [String] {
    (try? JSONOutline(withoutMark(bytes), isStrict: true))?.repeatedNames() ?? []
  }

  /// The text without the mark that RFC 8259 §8.1 lets a reader pass over.
  static func withoutMark(_ bytes: [UInt8]) -> [UInt8] {
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    return bytes.starts(with: mark) ? Array(bytes.dropFirst(mark.count)) : bytes
  }
}
