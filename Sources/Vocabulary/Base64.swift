/// Base64 in the two alphabets of RFC 4648.
///
/// PKCE uses the URL-safe one without padding (RFC 7636 Appendix A), and HTTP Basic authentication
/// the standard one with padding (RFC 7617 §2). Confusing the two is a common PKCE mistake.
public struct Base64: Hashable, Sendable {
  /// The standard alphabet with padding (RFC 4648 §4).
  public static let standard = Base64(lastTwo: "+/", padding: true)
  /// The URL-safe alphabet (RFC 4648 §5) without padding (§3.2).
  public static let urlSafe = Base64(lastTwo: "-_", padding: false)

  let alphabet: [UInt8]
  let padding: Bool

  private init(lastTwo: String, padding: Bool) {
    let letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789"
    alphabet = Array((letters + lastTwo).utf8)
    self.padding = padding
  }

  /// Encodes every three bytes as four characters of six bits each.
  public func encode(_ bytes: [UInt8]) -> String {
    var text: [UInt8] = []
    text.reserveCapacity((bytes.count + 2) / 3 * 4)
    for start in stride(from: 0, to: bytes.count, by: 3) {
      let group = bytes[start..<min(start + 3, bytes.count)]
      var bits: UInt32 = 0
      for offset in 0..<3 {
        bits = bits << 8 | (offset < group.count ? UInt32(group[start + offset]) : 0)
      }
      // One byte needs two characters, two bytes need three, and three need four.
      for position in 0...group.count {
        let sextet = bits >> (18 - 6 * position) & 0x3F
        text.append(alphabet[Int(sextet)])
      }
      if padding {
        text.append(contentsOf: repeatElement(UInt8(ascii: "="), count: 3 - group.count))
      }
    }
    return String(decoding: text, as: UTF8.self)
  }
}
