import Vocabulary

extension PairMistake {
  /// A mistake in words.
  struct Words {
    /// The mistake as a clause.
    let clause: String
    /// The way to avoid it, in the imperative.
    let action: String
    /// The section that says so.
    let reference: Reference
  }

  /// Returns the mistake in words.
  ///
  /// - Parameter subject: The noun for the encoded value: the digest, or the verifier if it was not
  ///   hashed.
  /// - Returns: The clause, the action, and the section.
  func words(subject: String) -> Words {
    ofTheVerifier ?? ofTheInput ?? ofTheHash ?? ofTheEncoding(subject) ?? ofTheTransport
  }

  /// The part to remove from the given verifier, or `nil` if the mistake is another one.
  var verifierPart: String? {
    switch self {
    case .verifierQuoted: "the quotation marks around it"
    case .verifierLineBreak: "the line break"
    case .verifierSpace: "the space"
    case .verifierPercentEncoded: "its percent-encoding"
    case .verifierPadded: "the = at its end"
    default: nil
    }
  }

  private var ofTheVerifier: Words? {
    if self == .exchanged {
      return Words(
        clause: "verifier and challenge were swapped",
        action: "Send the challenge in step 2 and the verifier in step 4 (RFC 7636 §4.3, §4.5).",
        reference: .rfc7636("4.2"))
    }
    return verifierPart.map { part in
      Words(
        clause: "the challenge was made from the verifier without \(part)",
        action: "Use the verifier without \(part), here and in step 4 (RFC 7636 §4.1).",
        reference: .rfc7636("4.1"))
    }
  }

  private var ofTheInput: Words? {
    let words: (clause: String, action: String)? =
      switch self {
      case .lineFeedHashed:
        (
          "a line feed after the verifier was hashed too",
          "Use printf %s instead of echo, or trim the text that you read."
        )
      case .lineBreakHashed:
        (
          "CR LF after the verifier was hashed too",
          "Trim the text that you read: a line from Windows ends in CR LF."
        )
      case .quotesHashed:
        (
          "quotation marks around the verifier were hashed too",
          "Hash the value of the string, not its JSON or source code form."
        )
      case .spaceHashed:
        (
          "a space before or after the verifier was hashed too",
          "Trim the text that you read."
        )
      case .verifierDecoded:
        (
          "the verifier was decoded from base64url before it was hashed",
          "Hash the ASCII characters of the verifier. Do not decode it."
        )
      case .verifierHexadecimalDecoded:
        (
          "the verifier was decoded from hexadecimal before it was hashed",
          "Hash the ASCII characters of the verifier. Do not decode it."
        )
      default: nil
      }
    return words.map { Words(clause: $0.clause, action: $0.action, reference: .rfc7636("4.2")) }
  }

  private var ofTheHash: Words? {
    let once = "Hash the ASCII characters of the verifier once."
    let words: (clause: String, action: String)? =
      switch self {
      case .sha1: ("SHA-1 was used instead of SHA-256", "Use SHA-256.")
      case .sha384: ("SHA-384 was used instead of SHA-256", "Use SHA-256.")
      case .sha512: ("SHA-512 was used instead of SHA-256", "Use SHA-256.")
      case .md5: ("MD5 was used instead of SHA-256", "Use SHA-256.")
      case .notHashed:
        ("the verifier was encoded but not hashed", "Hash the verifier with SHA-256 first.")
      case .digestHashed: ("the digest was hashed again", once)
      case .challengeHashed: ("the challenge was hashed again", once)
      case .hexadecimalHashed: ("the digest's hexadecimal text was hashed again", once)
      default: nil
      }
    if self == .plain {
      return Words(
        clause: "this is the verifier itself (method plain)",
        action: "Hash it, and send code_challenge_method=S256 (RFC 7636 §4.3).",
        reference: .rfc7636("4.2"))
    }
    return words.map { Words(clause: $0.clause, action: $0.action, reference: .rfc7636("4.2")) }
  }
}
