import HTTPMessages

/// Finds secrets in the string literals of a JSON text, however they are written there.
///
/// The text may be cut off or malformed: what a server sent must not show a secret merely because it
/// cannot be read.
struct JSONSecrets {
  /// The names of the members whose value is a secret, whatever it is.
  let names: Set<String>
  /// What hides secrets in a text without escapes.
  let hide: (String) -> String

  /// The text with every literal replaced that is a secret or holds one.
  func callAsFunction(_ text: String) -> String {
    var result = ""
    var name: String?
    var rest = text.unicodeScalars[...]
    while let quote = rest.firstIndex(of: "\"") {
      let between = String(rest[..<quote])
      if between.contains(",") || between.contains("}") { name = nil }
      rest = rest[rest.index(after: quote)...]
      let literal = Literal(taking: &rest)
      let isSecret = name.map { names.contains($0) } ?? false
      let shown =
        isSecret ? Redaction.placeholder(for: name ?? "") : literal.shown(hide(literal.decoded))
      result += between + "\"" + shown + (literal.isEnded ? "\"" : "")
      let next = rest.first { !" \n\t\r".unicodeScalars.contains($0) }
      name = next == ":" ? literal.decoded : nil
    }
    return result + String(rest)
  }

  /// A string literal: RFC 8259 §7.
  private struct Literal {
    private var raw = String.UnicodeScalarView()
    private var value = String.UnicodeScalarView()
    /// Whether its closing quotation mark is there.
    private(set) var isEnded = false

    var decoded: String { String(value) }

    /// The literal as it was written, unless something in it had to be hidden.
    func shown(_ hidden: String) -> String {
      hidden == decoded ? String(raw) : String(JSONText.quote(hidden).dropFirst().dropLast())
    }

    /// Takes a literal from the front of a text, without its quotation marks.
    init(taking rest: inout Substring.UnicodeScalarView) {
      while let scalar = rest.popFirst() {
        if scalar == "\"" {
          isEnded = true
          return
        }
        raw.append(scalar)
        guard scalar == "\\", let escaped = rest.popFirst() else {
          value.append(scalar)
          continue
        }
        raw.append(escaped)
        let short: [Unicode.Scalar: Unicode.Scalar] = ["n": "\n", "r": "\r", "t": "\t"]
        if escaped != "u" {
          value.append(short[escaped] ?? escaped)
          continue
        }
        let digits = rest.prefix(4)
        raw.append(contentsOf: digits)
        rest = rest.dropFirst(4)
        UInt32(String(digits), radix: 16).flatMap(Unicode.Scalar.init).map { value.append($0) }
      }
    }
  }
}
