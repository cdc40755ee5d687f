import HTTPMessages

/// Finds secrets behind their name in a form, as it stands in a body, in a URL or within other text.
///
/// Nobody may have read the form: it can be cut off, or have come where something else was expected.
struct FormSecrets {
  /// The names of the parameters whose value is a secret, whatever it is.
  let names: Set<String>

  /// The text with every such value replaced.
  func callAsFunction(_ text: String) -> String {
    names.sorted().reduce(text) { text, name in hide(name, in: text) }
  }

  private func hide(_ name: String, in text: String) -> String {
    var result = String.UnicodeScalarView()
    var rest = text.unicodeScalars[...]
    let start = Array((name + "=").unicodeScalars)
    while let first = rest.first {
      let isName = rest.starts(with: start) && !(result.last.map(Self.isPartOfName) ?? false)
      guard isName else {
        result.append(first)
        rest = rest.dropFirst()
        continue
      }
      rest = rest.dropFirst(start.count)
      let value = rest.prefix { !Self.ends.contains($0) }
      rest = rest[value.endIndex...]
      result += start
      result += value.isEmpty ? value : Redaction.placeholder(for: name).unicodeScalars[...]
    }
    return String(result)
  }

  /// What ends a value; the bracket is that of a placeholder, which may stand here already.
  private static let ends: Set<Unicode.Scalar> = ["&", "#", " ", "\n", "\r", "\t", "\"", "'", "<"]

  private static func isPartOfName(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "_" || scalar.properties.isAlphabetic
  }
}
