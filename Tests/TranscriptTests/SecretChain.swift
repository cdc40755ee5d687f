import Foundation

/// Encodings that are put one around the other, by Foundation.
enum SecretChain {
  enum Link: CaseIterable {
    case percent, percentAll, json, html, base64, hexadecimal

    /// Whether it makes digits of the text; two of these within each other are searched.
    var isOpaque: Bool { self == .base64 || self == .hexadecimal }

    func encode(_ text: String) -> String {
      switch self {
      case .percent: text.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? text
      case .percentAll: text.utf8.map { String(format: "%%%02x", $0) }.joined()
      case .json: text.unicodeScalars.map { String(format: "\\u%04x", $0.value) }.joined()
      case .html: text.unicodeScalars.map { "&#\($0.value);" }.joined()
      case .base64: Data(text.utf8).base64EncodedString()
      case .hexadecimal: text.utf8.map { String(format: "%02x", $0) }.joined()
      }
    }
  }
}
