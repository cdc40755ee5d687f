import Vocabulary

extension PairMistake {
  func ofTheEncoding(_ subject: String) -> Words? {
    let bytes = "Encode the 32 bytes of the digest in base64url: 43 characters."
    let clause: String? =
      switch self {
      case .hexadecimal: "\(subject) is in hexadecimal"
      case .upperHexadecimal: "\(subject) is in upper-case hexadecimal"
      case .encodedHexadecimal:
        "the hexadecimal text of \(subject) was encoded in base64url, not its bytes"
      case .encodedUpperHexadecimal:
        "the upper-case hexadecimal text of \(subject) was encoded in base64url, not its bytes"
      case .decimal: "the bytes of \(subject) are a list of decimal numbers"
      case .encodedDecimal:
        "the bytes of \(subject) were written as decimal numbers, and that list was encoded in base64url"
      case .decimalNumber: "\(subject) is one decimal number"
      default: nil
      }
    if let clause { return Words(clause: clause, action: bytes, reference: .rfc7636("4.2")) }
    return ofTheAlphabet
  }

  private var ofTheAlphabet: Words? {
    let replace = "Replace every + with - and every / with _ (RFC 4648 §5)."
    return switch self {
    case .standardAlphabet:
      Words(
        clause: "the challenge has the standard Base64 alphabet, with + and / instead of - and _",
        action: replace, reference: .rfc4648("5"))
    case .slashLeft:
      Words(
        clause: "the challenge has the standard Base64 alphabet, and only + was replaced",
        action: replace, reference: .rfc4648("5"))
    case .plusLeft:
      Words(
        clause: "the challenge has the standard Base64 alphabet, and only / was replaced",
        action: replace, reference: .rfc4648("5"))
    case .paddingLeftOn:
      Words(
        clause: "the padding of Base64 was left on",
        action: "Remove the = at the end (RFC 7636 Appendix A).", reference: .rfc7636("Appendix A"))
    default: nil
    }
  }

  /// Damage on the way from the encoder to the comparison.
  var ofTheTransport: Words {
    let words = insertion ?? loss
    return Words(clause: words.clause, action: words.action, reference: .rfc7636("4.2"))
  }

  private var insertion: (clause: String, action: String)? {
    switch self {
    case .oneMoreAtEnd:
      (
        "the challenge has one character too many at the end",
        "Copy the value without what follows it."
      )
    case .oneMoreAtStart:
      (
        "the challenge has one character too many at the start",
        "Copy the value without what precedes it."
      )
    case .wrapped:
      (
        "line breaks divide the challenge",
        "Write it on one line: switch off the encoder's line length."
      )
    case .spaceInside: ("spaces divide the challenge", "Write it without spaces.")
    case .lineBreakAround:
      ("a line break precedes or follows the challenge", "Trim it: no challenge has a line break.")
    case .spaceAround:
      ("a space precedes or follows the challenge", "Trim it: no challenge has a space.")
    case .quoted:
      (
        "quotation marks surround the challenge",
        "Send it without them: they are not part of the value."
      )
    default: nil
    }
  }

  private var loss: (clause: String, action: String) {
    switch self {
    case .cut:
      (
        "the end of the challenge is missing",
        "Copy the whole value. Check the length of the field that stores it."
      )
    case .plusAsSpace:
      (
        "+ was read as a space",
        "Use base64url, which has no +. In a query or a form + means a space (RFC 6749 Appendix B)."
      )
    case .percentEncoded:
      (
        "the challenge is percent-encoded",
        "Compare the decoded value, and encode it once for the query (RFC 6749 Appendix B)."
      )
    case .percentEncodedTwice:
      (
        "the challenge is percent-encoded twice",
        "Find what encodes it a second time: encode it once for the query (RFC 6749 Appendix B)."
      )
    default:
      (
        "the letter case was lost",
        "Keep the letter case: a and A are different characters of base64url."
      )
    }
  }
}
