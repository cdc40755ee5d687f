import HTTPMessages

/// The forms in which programs write a secret: in a URL, a JSON text, or unchanged.
enum SecretText {
  /// The least length of a secret: a shorter one could be an ordinary word.
  private static let least = 6

  /// Whether a text contains one of the secrets.
  static func isFound(_ secrets: Set<String>, in text: String) -> Bool {
    masked(text, secrets) != text
  }

  /// The text without the secrets, compared byte for byte.
  static func masked(_ text: String, _ secrets: Set<String>) -> String {
    // A longer form can contain a shorter one.
    let forms = secrets.filter { $0.utf8.count >= least }.flatMap { Self.forms(of: $0) }
      .map { Array($0.utf8) }.sorted { $0.count > $1.count }
    let byFirst = Dictionary(grouping: forms) { $0.first ?? 0 }
    let bytes = Array(text.utf8)
    var (result, index): ([UInt8], Int) = ([], 0)
    while index < bytes.count {
      if let form = byFirst[bytes[index]]?.first(where: { bytes[index...].starts(with: $0) }) {
        result += "(hidden)".utf8
        index += form.count
      } else {
        result.append(bytes[index])
        index += 1
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  private static func forms(of secret: String) -> Set<String> {
    let form = Form.encode(secret)
    // RFC 3986 §2.3 leaves other characters than a form does.
    let strict = form.replacing("*", with: "%2A").replacing("%7E", with: "~")
      .replacing("+", with: "%20")
    let encoded = [secret, form, strict, strict.replacing("%2F", with: "/")]
    let lowercase = encoded.map(lowercasedEscapes)
    return Set(encoded + lowercase + [secret.replacing("/", with: "\\/")])
  }

  /// The same text with `%2f` instead of `%2F`.
  private static func lowercasedEscapes(_ text: String) -> String {
    var rest = 0
    let bytes = text.utf8.map { byte -> UInt8 in
      if byte == UInt8(ascii: "%") { rest = 3 }
      defer { rest = max(0, rest - 1) }
      return rest > 0 && UInt8(ascii: "A")...UInt8(ascii: "F") ~= byte ? byte | 0x20 : byte
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
