/// Which characters a value may have: RFC 6749 Appendix A.
///
/// A server that keeps to it never notices; what does not comes from a fault, or from an attacker who hopes
/// that a value is pasted into something where the character means more.
public enum Grammar {
  /// Whether a text has printable ASCII only, and is not empty: a code, a token, a state (VSCHAR).
  public static func isVisible(_ text: String) -> Bool {
    !text.isEmpty && text.utf8.allSatisfy { 0x20...0x7E ~= $0 }
  }

  /// Whether a text may stand in `error` and `error_description`: no quotation mark and no backslash (NQSCHAR).
  ///
  /// - Parameter text: The text; `nil` for one that is not there.
  /// - Returns: Whether it may; what is not there may.
  public static func isErrorText(_ text: String?) -> Bool {
    (text ?? "").utf8.allSatisfy { 0x20...0x7E ~= $0 && $0 != 0x22 && $0 != 0x5C }
  }

  /// Whether a token can stand in a Bearer header: RFC 6750 §2.1.
  public static func isBearerToken(_ text: String) -> Bool {
    let body = text.utf8.reversed().drop { $0 == UInt8(ascii: "=") }
    return !body.isEmpty && body.allSatisfy(bearer.contains)
  }

  private static let bearer = Set(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~+/".utf8)
}
