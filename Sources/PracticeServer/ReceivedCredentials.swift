import HTTPMessages
import Vocabulary

/// HTTP Basic credentials (RFC 7617 §2) in the form encoding of RFC 6749 §2.3.1.
enum ReceivedCredentials {
  /// Returns the identifier and the secret, which may be empty, or `nil` if the field is malformed.
  static func read(_ field: String) -> (identifier: String, secret: String)? {
    let scheme = field.prefix { $0 != " " }
    // RFC 9110 §11.4: one or more spaces follow.
    let credentials = field.dropFirst(scheme.count).drop { $0 == " " }
    guard scheme.lowercased() == "basic", let bytes = Base64.standard.decode(credentials),
      let colon = bytes.firstIndex(of: UInt8(ascii: ":")), let identifier = text(bytes[..<colon]),
      let secret = text(bytes[colon...].dropFirst())
    else { return nil }
    return (identifier, secret)
  }

  /// Returns the decoded text, or `nil` if the bytes are not form-encoded UTF-8.
  private static func text(_ bytes: ArraySlice<UInt8>) -> String? {
    let text = String(decoding: bytes, as: UTF8.self)
    return text.utf8.elementsEqual(bytes) ? try? Form.decode(text) : nil
  }
}
