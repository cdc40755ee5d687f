/// The member names of every object in a JSON text, in the order in which they stand there.
///
/// Foundation's parser forgets the order, so this looks at the text itself.
struct MemberOrder {
  /// A list of names for each object; an inner object comes before the one around it.
  private(set) var objects: [[String]] = []

  init(_ json: String) {
    var open: [[String]] = []
    var rest = json.unicodeScalars[...]
    var string = ""
    while let scalar = rest.popFirst() {
      switch scalar {
      case "\"": string = Self.string(from: &rest)
      case ":": open[open.count - 1].append(string)
      case "{": open.append([])
      case "}": objects.append(open.removeLast())
      default: break
      }
    }
  }

  private static func string(from rest: inout String.UnicodeScalarView.SubSequence) -> String {
    var string = ""
    while let scalar = rest.popFirst(), scalar != "\"" {
      string.unicodeScalars.append(scalar)
      if scalar == "\\", let escaped = rest.popFirst() { string.unicodeScalars.append(escaped) }
    }
    return string
  }
}
