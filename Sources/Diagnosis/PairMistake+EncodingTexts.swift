import Vocabulary

extension PairMistake {
  func ofTheEncoding(_ subject: String) -> Words? {
    let bytes = "Encode the digest's 32 bytes in base64url: 43 characters."
    let clause: String? =
      switch self {
      case .hexadecimal: "\(subject) is written in hexadecimal"
      case .upperHexadecimal: "\(subject) is written in uppercase hexadecimal"
      case .encodedHexadecimal:
        "the hexadecimal text of \(subject) was encoded in base64url instead of its bytes"
      case .encodedUpperHexadecimal:
        "the uppercase hexadecimal text of \(subject) was encoded in base64url instead of its bytes"
      case .decimal: "\(subject) is written as a list of decimal numbers"
      case .encodedDecimal:
        "\(subject) was written as a list of decimal numbers, and the list was encoded in base64url"
      case .decimalNumber: "\(subject) is written as one decimal number"
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
        clause: "the challenge uses the standard Base64 alphabet, with + and / instead of - and _",
        action: replace, reference: .rfc4648("5"))
    case .slashLeft:
      Words(
        clause: "the challenge uses the standard Base64 alphabet, and only + was replaced",
        action: replace, reference: .rfc4648("5"))
    case .plusLeft:
      Words(
        clause: "the challenge uses the standard Base64 alphabet, and only / was replaced",
        action: replace, reference: .rfc4648("5"))
    case .paddingLeftOn:
      Words(
        clause: "the Base64 padding was left on",
        action: "Remove the = at the end (RFC 7636 Appendix A).", reference: .rfc7636("Appendix A"))
    default: nil
    }
  }

  /// The words for damage between the encoder and the comparison.
  var ofTheTransport: Words {
    let words = insertion ?? loss
    return Words(clause: words.clause, action: words.action, reference: .rfc7636("4.2"))
  }

  private var insertion: (clause: String, action: String)? {
    switch self {
    case .oneMoreAtEnd:
      (
        "the challenge has one character too many at the end",
        "Copy the value and nothing after it."
      )
    case .oneMoreAtStart:
      (
        "the challenge has one character too many at the start",
        "Copy the value and nothing before it."
      )
    case .wrapped:
      (
        "the challenge contains line breaks",
        "Write it on one line: turn off the encoder's line wrapping."
      )
    case .spaceInside: ("the challenge contains spaces", "Write it without spaces.")
    case .lineBreakAround:
      ("a line break is before or after the challenge", "Trim it: no challenge has a line break.")
    case .spaceAround:
      ("a space is before or after the challenge", "Trim it: no challenge has a space.")
    case .quoted:
      (
        "the challenge is in quotation marks",
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
        "Use base64url, which has no +. In a query or a form, + means a space (RFC 6749 Appendix B)."
      )
    case .percentEncoded:
      (
        "the challenge is percent-encoded",
        "Compare the decoded value. Encode it once for the query (RFC 6749 Appendix B)."
      )
    case .percentEncodedTwice:
      (
        "the challenge is percent-encoded twice",
        "Find out what encodes it again. Encode it once for the query (RFC 6749 Appendix B)."
      )
    default:
      (
        "the letter case was lost",
        "Keep the letter case: a and A are different characters of base64url."
      )
    }
  }
}
