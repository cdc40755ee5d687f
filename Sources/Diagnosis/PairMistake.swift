/// A mistake that makes a code challenge wrong; the raw values are part of the JSON output.
public enum PairMistake: String, CaseIterable, Hashable, Sendable {
  // The pair
  /// Verifier and challenge were swapped.
  case exchanged

  // The verifier as given
  /// The verifier is in quotation marks.
  case verifierQuoted = "verifier_quoted"
  /// The verifier has a line break in, before, or after it.
  case verifierLineBreak = "verifier_line_break"
  /// The verifier has a space in, before, or after it.
  case verifierSpace = "verifier_space"
  /// The verifier is percent-encoded.
  case verifierPercentEncoded = "verifier_percent_encoded"
  /// The verifier ends in `=`, the padding of Base64.
  case verifierPadded = "verifier_padded"

  // The text that was hashed
  /// A line feed was hashed too, such as the one that `echo` appends.
  case lineFeedHashed = "trailing_newline"
  /// CR LF was hashed too, the line ending of Windows.
  case lineBreakHashed = "trailing_crlf"
  /// Quotation marks around the verifier were hashed too.
  case quotesHashed = "quotation_marks_hashed"
  /// A space before or after the verifier was hashed too.
  case spaceHashed = "space_hashed"
  /// The verifier was decoded from base64url before it was hashed.
  case verifierDecoded = "verifier_decoded"
  /// The verifier was decoded from hexadecimal before it was hashed.
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
  /// The verifier was encoded but not hashed.
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
  /// The digest in uppercase hexadecimal.
  case upperHexadecimal = "upper_case_hexadecimal"
  /// base64url of the digest's hexadecimal text.
  case encodedHexadecimal = "encoded_hexadecimal"
  /// base64url of the digest's uppercase hexadecimal text.
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

  // Damage between the encoder and the comparison
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
  /// The challenge is percent-encoded.
  case percentEncoded = "percent_encoded"
  /// The challenge is percent-encoded twice.
  case percentEncodedTwice = "percent_encoded_twice"
  /// Line breaks were inserted.
  case wrapped
  /// Spaces were inserted.
  case spaceInside = "space_inside"
  /// A line break is before or after the challenge.
  case lineBreakAround = "line_break_around"
  /// A space is before or after the challenge.
  case spaceAround = "space_around"
  /// The challenge is in quotation marks.
  case quoted
}
