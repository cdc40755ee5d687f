extension JSONOutline {
  /// Returns the names that an object contains more than once, each listed once.
  ///
  /// Names should be unique: parsers differ on which value counts (RFC 8259 §4).
  ///
  /// - Parameter path: The path of this value, a prefix of each name.
  /// - Returns: Paths such as `scope`, `user.id`, or `errors[].message`, in order of repetition.
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
  /// Returns the repeated names in a JSON text, or an empty list if it is not JSON.
  ///
  /// - Parameter bytes: The text, as for `init(parsing:)`.
  /// - Returns: Paths in the format of `JSONOutline.repeatedNames(path:)`.
  package static func repeatedNames(in bytes: [UInt8]) -> [String] {
    (try? JSONOutline(withoutMark(bytes), isStrict: true))?.repeatedNames() ?? []
  }

  /// Removes a leading byte order mark, which a parser may ignore (RFC 8259 §8.1).
  static func withoutMark(_ bytes: [UInt8]) -> [UInt8] {
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    return bytes.starts(with: mark) ? Array(bytes.dropFirst(mark.count)) : bytes
  }
}
