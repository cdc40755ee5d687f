/// A mistake that makes a code challenge differ from the right one; the raw values are part of the JSON output.
public enum PairMistake: String, CaseIterable, Hashable, Sendable {
  // The pair
  /// Verifier and challenge were exchanged.
  case exchanged

  // The verifier as given
  /// Quotation marks surround the verifier.
  case verifierQuoted = "verifier_quoted"
  /// A line break surrounds or divides the verifier.
  case verifierLineBreak = "verifier_line_break"
  /// A space surrounds or divides the verifier.
  case verifierSpace = "verifier_space"
  /// The verifier is percent-encoded.
  case verifierPercentEncoded = "verifier_percent_encoded"
  /// The verifier ends in `=`, the padding of Base64.
  case verifierPadded = "verifier_padded"

  // The text that was hashed
  /// A line feed was hashed with the verifier, as `echo` appends one.
  case lineFeedHashed = "trailing_newline"
  /// CR LF was hashed with the verifier, as a line from Windows has it.
  case lineBreakHashed = "trailing_crlf"
  /// Quotation marks were hashed with the verifier.
  case quotesHashed = "quotation_marks_hashed"
  /// A space was hashed with the verifier.
  case spaceHashed = "space_hashed"
  /// The octets that the verifier encodes in base64url were hashed.
  case verifierDecoded = "verifier_decoded"
  /// The octets that the verifier encodes in hexadecimal were hashed.
  case verifierHexadecimalDecoded = "verifier_hexadecimal_decoded"

  // The hash function
  /// SHA-1 instead of SHA-256.
  case sha1
  /// SHA-384 instead of SHA-256.
  case sha384
  /// SHA-512 instead of SHA-256.
  case sha512
  /// MD5 instead of SHA-256.
  case md5
  /// The verifier was encoded and never hashed.
  case notHashed = "not_hashed"
  /// The verifier itself: method `plain`.
  case plain
  /// The digest was hashed again.
  case digestHashed = "hashed_twice"
  /// The challenge was hashed again.
  case challengeHashed = "challenge_hashed"
  /// The digest's hexadecimal text was hashed again.
  case hexadecimalHashed = "hexadecimal_hashed"

  // The encoding
  /// The digest in hexadecimal.
  case hexadecimal
  /// The digest in upper-case hexadecimal.
  case upperHexadecimal = "upper_case_hexadecimal"
  /// base64url of the digest's hexadecimal text.
  case encodedHexadecimal = "encoded_hexadecimal"
  /// base64url of the digest's upper-case hexadecimal text.
  case encodedUpperHexadecimal = "encoded_upper_case_hexadecimal"
  /// The digest's bytes as a list of decimal numbers.
  case decimal
  /// base64url of the list of decimal numbers.
  case encodedDecimal = "encoded_decimal"
  /// The digest as one decimal number.
  case decimalNumber = "decimal_number"
  /// Standard Base64: `+` and `/` instead of `-` and `_`.
  case standardAlphabet = "standard_alphabet"
  /// Standard Base64 in which only `+` was replaced.
  case slashLeft = "slash_left"
  /// Standard Base64 in which only `/` was replaced.
  case plusLeft = "plus_left"
  /// The padding of Base64, `=`, at the end.
  case paddingLeftOn = "padding_left_on"

  // What happened to it on the way
  /// The letter case was lost.
  case caseLost = "case_lost"
  /// The end is missing.
  case cut
  /// One character was added at the end.
  case oneMoreAtEnd = "one_character_more"
  /// One character was added at the start.
  case oneMoreAtStart = "one_character_before"
  /// `+` was read as a space.
  case plusAsSpace = "plus_as_space"
  /// It was percent-encoded once more.
  case percentEncoded = "percent_encoded"
  /// It was percent-encoded twice more.
  case percentEncodedTwice = "percent_encoded_twice"
  /// Line breaks were inserted.
  case wrapped
  /// Spaces were inserted.
  case spaceInside = "space_inside"
  /// A line break before or after it.
  case lineBreakAround = "line_break_around"
  /// A space before or after it.
  case spaceAround = "space_around"
  /// Quotation marks around it.
  case quoted
}
