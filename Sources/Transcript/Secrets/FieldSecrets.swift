import HTTPMessages
import Vocabulary

/// Finds credentials in header fields, each of which has its own way of holding them.
enum FieldSecrets {
  /// The credentials in a field, with the names that they go by.
  static func values(in field: HTTPField) -> [NamedValue] {
    let bytes = Array(field.value.utf8)
    switch field.name.lowercased() {
    case "cookie", "set-cookie": return cookies(field.name, bytes)
    case "authorization", "proxy-authorization": return credentials(field.name, bytes)
    default:
      let whole = NamedValue(
        name: field.name, value: field.value, place: 0..<bytes.count, kind: .field)
      return SecretCollection.wants(whole) == true ? [whole] : []
    }
  }

  /// The value of every cookie, as RFC 6265 has them.
  private static func cookies(_ name: String, _ bytes: [UInt8]) -> [NamedValue] {
    let pairs = bytes.split(separator: UInt8(ascii: ";"))
    // Behind the first pair of a Set-Cookie stand attributes.
    let count = name.lowercased() == "set-cookie" ? 1 : pairs.count
    return pairs.prefix(count).compactMap { pair in
      let value = pair.drop { $0 != UInt8(ascii: "=") }.dropFirst()
      let text = value.isEmpty ? pair : value
      return NamedValue(
        name: "cookie", value: String(decoding: text, as: UTF8.self), place: text.indices,
        kind: .field)
    }
  }

  /// What stands behind the scheme, of a Basic header the password alone: RFC 9110 §11.4.
  private static func credentials(_ name: String, _ bytes: [UInt8]) -> [NamedValue] {
    let rest = bytes.drop { $0 != UInt8(ascii: " ") }.drop { $0 == UInt8(ascii: " ") }
    let value = rest.isEmpty ? bytes[...] : rest
    if bytes.prefix(6).map(\.lowercased).elementsEqual("basic ".utf8) {
      let pair = Base64.decodeLeniently(value)
      let password = pair.drop { $0 != UInt8(ascii: ":") }.dropFirst()
      let text = String(decoding: password, as: UTF8.self)
      if text.utf8.elementsEqual(password), !password.isEmpty {
        let plain = (try? Form.decode(text)) ?? text
        return [
          NamedValue(name: "client_secret", value: plain, place: value.indices, kind: .field)
        ]
      }
    }
    return [
      NamedValue(
        name: "authorization", value: String(decoding: value, as: UTF8.self), place: value.indices,
        kind: .field)
    ]
  }
}
