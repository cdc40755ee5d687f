/// The secret that the client creates for one transaction (RFC 7636 §4.1).
///
/// 43 to 128 characters of the unreserved set: letters, digits, `-`, `.`, `_`, and `~`.
public struct CodeVerifier: Secret {
  /// The number of characters that a verifier may have.
  public static let allowedLength = 43...128

  /// The verifier's characters.
  public let value: String

  /// Creates a verifier from a text, which is checked.
  ///
  /// - Parameter value: The text.
  /// - Throws: `Fault` for the first character outside the unreserved set, or else for the length.
  public init(_ value: String) throws(Fault) {
    for (offset, character) in value.enumerated() where !Self.isUnreserved(character) {
      throw .character(character, position: offset + 1)
    }
    guard Self.allowedLength ~= value.count else { throw .length(value.count) }
    self.value = value
  }

  /// Creates a verifier from random octets: their base64url text.
  ///
  /// - Parameter octets: 32 octets give the 43 characters that RFC 7636 §4.1 recommends.
  /// - Throws: `Fault` for fewer than 32 or more than 96 octets.
  public init(randomOctets octets: [UInt8]) throws(Fault) {
    try self.init(Base64.urlSafe.encode(octets))
  }

  /// RFC 7636 §4.1: unreserved = ALPHA / DIGIT / "-" / "." / "_" / "~".
  private static func isUnreserved(_ character: Character) -> Bool {
    guard let byte = character.asciiValue, character.utf8.count == 1 else { return false }
    return switch byte {
    case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."),
      UInt8(ascii: "_"), UInt8(ascii: "~"):
      true
    default: false
    }
  }
}

extension CodeVerifier {
  /// The reason why a text is not a code verifier.
  public enum Fault: Error, Hashable, CustomStringConvertible {
    /// A character outside the unreserved set, with its position, counted from 1.
    case character(Character, position: Int)
    /// Too few or too many characters.
    case length(Int)

    /// The expected and the received form, in one sentence.
    public var description: String {
      switch self {
      case .character(let character, let position):
        "a code verifier contains only A-Z a-z 0-9 - . _ ~, and character \(position) is "
          + character.harmlessName
      case .length(let count):
        "a code verifier has 43 to 128 characters, and this one has \(count)"
      }
    }
  }
}
