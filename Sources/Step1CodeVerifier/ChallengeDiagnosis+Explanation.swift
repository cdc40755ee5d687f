extension ChallengeDiagnosis {
  /// What happened and how to mend it, in a sentence or two.
  public var explanation: String {
    switch self {
    case .equal: "Equal: this is the S256 code challenge of the verifier."
    case .encodedHexadecimal:
      "The digest's hexadecimal text was encoded, not its 32 bytes. Ask the hash function for bytes, "
        + "and encode those."
    case .hexadecimal:
      "This is the digest in hexadecimal. Encode its 32 bytes as base64url instead: 43 characters."
    case .paddingLeftOn:
      "The padding was left on. Drop the = at the end: 43 characters remain (RFC 7636 Appendix A)."
    case .standardAlphabet:
      "This is standard Base64. Replace + by - and / by _, and drop the = (RFC 4648 §5). About one "
        + "challenge in four has neither + nor /, so this mistake sometimes goes unnoticed."
    case .plain:
      "This is the verifier itself, which is the method plain. Whoever sees the authorization "
        + "request then has the secret. Hash it, and send code_challenge_method=S256."
    case .hashedTwice: "It was hashed twice. Hash the verifier's ASCII bytes once."
    case .trailingNewline:
      "A line break was hashed along with the verifier, as echo appends one. Use printf %s, or trim "
        + "the text that you read."
    case .sha1Length:
      "It stands for 20 bytes, as many as SHA-1 gives. S256 is SHA-256: 32 bytes, 43 characters."
    case .otherLength:
      "It does not have the 43 characters that 32 bytes give in base64url: either another hash function "
        + "was used, or the value was cut or wrapped."
    case .unknown:
      "None of the known mistakes. It has the right length, so it may belong to another verifier: "
        + "each authorization has its own."
    }
  }
}
