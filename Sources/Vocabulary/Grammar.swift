/// The characters that a value may have (RFC 6749 Appendix A).
///
/// Values of correct servers always pass. Others come from a server error, or from an attacker who
/// hopes that the value is inserted where the character has a special meaning.
public enum Grammar {
  /// Whether a code, token, or state is printable ASCII and not empty (VSCHAR).
  public static func isVisible(_ text: String) -> Bool {
    !text.isEmpty && text.utf8.allSatisfy { 0x20...0x7E ~= $0 }
  }

  /// Whether a text is allowed in `error` and `error_description` (NQSCHAR).
  ///
  /// A quotation mark and a backslash are not.
  ///
  /// - Parameter text: The text, or `nil` if it is missing.
  /// - Returns: Whether it is allowed. A missing text is.
  public static func isErrorText(_ text: String?) -> Bool {
    (text ?? "").utf8.allSatisfy { 0x20...0x7E ~= $0 && $0 != 0x22 && $0 != 0x5C }
  }

  /// Whether a token is allowed after Bearer in an Authorization header field (RFC 6750 §2.1).
  public static func isBearerToken(_ text: String) -> Bool {
    let body = text.utf8.reversed().drop { $0 == UInt8(ascii: "=") }
    return !body.isEmpty && body.allSatisfy(bearer.contains)
  }

  private static let bearer = Set(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~+/".utf8)
}
