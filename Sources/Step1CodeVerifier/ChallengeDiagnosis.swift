import Vocabulary

/// What made a given code challenge differ from the right one: the mistakes that are really made.
public enum ChallengeDiagnosis: String, CaseIterable, Hashable, Sendable {
  /// No mistake: it is the S256 challenge of the verifier.
  case equal
  /// base64url of the digest's hexadecimal text instead of its bytes.
  case encodedHexadecimal = "encoded_hexadecimal"
  /// The hexadecimal text of the digest itself.
  case hexadecimal
  /// The right base64url, with its padding left on.
  case paddingLeftOn = "padding_left_on"
  /// Standard Base64, `+` and `/` instead of `-` and `_`.
  case standardAlphabet = "standard_alphabet"
  /// The verifier itself: method `plain`.
  case plain
  /// The challenge, hashed and encoded once more.
  case hashedTwice = "hashed_twice"
  /// A line feed was hashed along, as `echo` appends one.
  case trailingNewline = "trailing_newline"
  /// Twenty bytes: as long as a SHA-1 digest.
  case sha1Length = "sha1_length"
  /// Base64url of some other number of bytes than 32.
  case otherLength = "other_length"
  /// None of the known mistakes.
  case unknown

  /// Compares a challenge with the right one.
  ///
  /// - Parameters:
  ///   - challenge: The challenge that somebody made.
  ///   - derivation: The right way from the verifier.
  public init(of challenge: String, against derivation: ChallengeDerivation) {
    self =
      Self.candidates(derivation).first { $0.made == challenge }?.diagnosis
      ?? Self.byLength(of: challenge)
  }

  /// What each mistake makes of this verifier; the right challenge first, so that a value which is
  /// both right and a mistake counts as right.
  private static func candidates(
    _ derivation: ChallengeDerivation
  ) -> [(diagnosis: ChallengeDiagnosis, made: String)] {
    let digest = derivation.digest
    let hex = Vocabulary.hexadecimal(digest)
    let again = SHA256.digest(of: Array(derivation.base64url.utf8))
    return [
      (.equal, derivation.base64url),
      (.encodedHexadecimal, Base64.urlSafe.encode(Array(hex.utf8))),
      (.encodedHexadecimal, Base64.standard.encode(Array(hex.utf8))),
      (.encodedHexadecimal, Base64.urlSafe.encode(Array(hex.uppercased().utf8))),
      (.hexadecimal, hex),
      (.hexadecimal, hex.uppercased()),
      (.paddingLeftOn, derivation.base64url + "="),
      (.standardAlphabet, derivation.base64),
      (.standardAlphabet, String(derivation.base64.dropLast())),
      (.plain, derivation.verifier.value),
      (.hashedTwice, Base64.urlSafe.encode(again)),
      (.hashedTwice, Base64.urlSafe.encode(SHA256.digest(of: digest))),
      (.trailingNewline, Base64.urlSafe.encode(SHA256.digest(of: derivation.ascii + [0x0A]))),
      (
        .trailingNewline, Base64.urlSafe.encode(SHA256.digest(of: derivation.ascii + [0x0D, 0x0A]))
      ),
    ]
  }

  /// What the length alone tells of a challenge that no known mistake makes.
  private static func byLength(of challenge: String) -> ChallengeDiagnosis {
    switch challenge.filter({ $0 != "=" }).count {
    case 27: .sha1Length
    case 43: .unknown
    default: .otherLength
    }
  }
}
