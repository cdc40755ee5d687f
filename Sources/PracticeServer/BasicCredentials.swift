import HTTPMessages
import Vocabulary

/// Reads a Basic header: RFC 7617 §2, with the form encoding of RFC 6749 §2.3.1.
enum BasicHeader {
  /// The identifier and the secret, which may be empty; `nil` if the header is malformed.
  static func read(_ header: String) -> (identifier: String, secret: String)? {
    let scheme = header.prefix { $0 != " " }
    // RFC 9110 §11.4: one or more blanks follow.
    let credentials = header.dropFirst(scheme.count).drop { $0 == " " }
    guard scheme.lowercased() == "basic", let bytes = Base64.standard.decode(credentials),
      let colon = bytes.firstIndex(of: UInt8(ascii: ":")), let identifier = text(bytes[..<colon]),
      let secret = text(bytes[colon...].dropFirst())
    else { return nil }
    return (identifier, secret)
  }

  /// The text that was form-encoded; `nil` if it was not, or is no UTF-8.
  private static func text(_ bytes: ArraySlice<UInt8>) -> String? {
    let text = String(decoding: bytes, as: UTF8.self)
    return text.utf8.elementsEqual(bytes) ? try? Form.decode(text) : nil
  }
}
