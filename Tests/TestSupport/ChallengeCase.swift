/// A challenge, its verifier, and the mistakes that turn the verifier into the challenge.
///
/// The values were computed with Python's hashlib and base64, or come from public reports.
package struct ChallengeCase: Sendable {
  package let name: String
  package let verifier: String?
  package let challenge: String
  /// The names of the mistakes: empty if the pair is right, `nil` if no known mistake fits.
  package let causes: [String]?
  /// The sections that the text must cite.
  package let sections: [String]

  private init(
    _ name: String, _ verifier: String?, _ challenge: String, _ causes: [String]?,
    _ sections: [String]
  ) {
    self.name = name
    self.verifier = verifier
    self.challenge = challenge
    self.causes = causes
    self.sections = sections
  }

  /// A verifier whose digest contains both + and / in standard Base64.
  package static let v = "2ISaJiHkTj0rLGlkoMXGjtEkDnNfribxUdl7dXTPyLs"
  /// The S256 challenge of `v`.
  package static let c = "hoqb1IvS0m3_7KUrL2N5bCNEWR7wBsNk-s6Qd1C3Qqc"

  /// The cases with a challenge and a verifier.
  package static let pairs: [ChallengeCase] = [
    .init("C1", v, c, [], ["RFC 7636 §4.6"]),
    .init(
      "C2", v, "868a9bd48bd2d26dffeca52b2f63796c2344591ef006c364face907750b742a7", ["hexadecimal"],
      ["RFC 7636 §4.2"]),
    .init(
      "C3", v, "868A9BD48BD2D26DFFECA52B2F63796C2344591EF006C364FACE907750B742A7",
      ["upper_case_hexadecimal"], ["RFC 7636 §4.2"]),
    .init(
      "C4", v,
      "ODY4YTliZDQ4YmQyZDI2ZGZmZWNhNTJiMmY2Mzc5NmMyMzQ0NTkxZWYwMDZjMzY0ZmFjZTkwNzc1MGI3NDJhNw",
      ["encoded_hexadecimal"], ["RFC 7636 §4.2"]),
    .init(
      "C5", v,
      "ODY4QTlCRDQ4QkQyRDI2REZGRUNBNTJCMkY2Mzc5NkMyMzQ0NTkxRUYwMDZDMzY0RkFDRTkwNzc1MEI3NDJBNw",
      ["encoded_upper_case_hexadecimal"], ["RFC 7636 §4.2"]),
    .init(
      "C6", v, "hoqb1IvS0m3_7KUrL2N5bCNEWR7wBsNk-s6Qd1C3Qqc=", ["padding_left_on"],
      ["RFC 7636 Appendix A"]),
    .init(
      "C7", v, "hoqb1IvS0m3/7KUrL2N5bCNEWR7wBsNk+s6Qd1C3Qqc", ["standard_alphabet"], ["RFC 4648 §5"]
    ),
    .init("C8", v, "hoqb1IvS0m3/7KUrL2N5bCNEWR7wBsNk-s6Qd1C3Qqc", ["slash_left"], ["RFC 4648 §5"]),
    .init("C9", v, "hoqb1IvS0m3_7KUrL2N5bCNEWR7wBsNk+s6Qd1C3Qqc", ["plus_left"], ["RFC 4648 §5"]),
    .init("C10", v, v, ["plain"], ["RFC 7636 §4.2", "RFC 7636 §4.3"]),
    .init(
      "C11", v, "1QdU25CX1uCICdtzl9jLxI6Cp4kcutB0buIiHxaRzkg", ["trailing_newline"],
      ["RFC 7636 §4.2"]),
    .init(
      "C12", v, "pKWIZ_qZkscIqncPs-lPJE1-5o2dYVpJKdn88bP5Cgc", ["trailing_crlf"], ["RFC 7636 §4.2"]),
    .init(
      "C13", v, "chkJgZ7yyatijpMrLls6UJEKJVfOZPAw6PxsNf_Ea70", ["quotation_marks_hashed"],
      ["RFC 7636 §4.2"]),
    .init(
      "C14", v, "3jEL291DKFqzXHe9ALI8xE-RGebMoz2dAw3NljH_sms", ["hashed_twice"], ["RFC 7636 §4.2"]),
    .init(
      "C15", v, "wX488CtGrH-jZuuZiOXpBaEG1XKGeXKARZ_nT0RNPcI", ["challenge_hashed"],
      ["RFC 7636 §4.2"]),
    .init(
      "C16", v, "_SQJNGS5U90SoQ2Aelao6rD0CaW6v-IqhVN53_8Rp3k", ["hexadecimal_hashed"],
      ["RFC 7636 §4.2"]),
    .init("C17", v, "jCRSyxijBSgFns6AkxaInllNBZg", ["sha1"], ["RFC 7636 §4.2"]),
    .init(
      "C18", v, "5_on7OgTBvCOlXc5DljKumkLrvu5zNeTaIfltjI7s4qyigaBRv6akEvMhYpsSuF6", ["sha384"],
      ["RFC 7636 §4.2"]),
    .init(
      "C19", v,
      "XMTaoZ7vv8ggcagaq94Y6D2RDXN8d2mG1rDNRvBrZfFIQ70OKsYaPF4k8e3yMOy0Fe8DAXqSOsI2SazUfD1hMw",
      ["sha512"], ["RFC 7636 §4.2"]),
    .init("C20", v, "hoqb1IvS0m3_7KUrL2N5bCNEWR7wBsNk-s6Qd1C3Qq", ["cut"], ["RFC 7636 §4.2"]),
    .init(
      "C21", v, "hoqb1IvS0m3_7KUrL2N5bCNEWR7wBsNk-s6Qd1C3Qqcc", ["one_character_more"],
      ["RFC 7636 §4.2"]),
    .init(
      "C22", v, "hoqb1ivs0m3_7kurl2n5bcnewr7wbsnk-s6qd1c3qqc", ["case_lost"], ["RFC 7636 §4.2"]),
    .init("C23", v, "aYCwNSWoISqei6ltk8ukS8mOdP5iTPTH_jyhJwg64xM", nil, ["RFC 7636 §4.2"]),
    .init(
      "C24", v, "\"hoqb1IvS0m3_7KUrL2N5bCNEWR7wBsNk-s6Qd1C3Qqc\"", ["quoted"], ["RFC 7636 §4.2"]),
    .init(
      "C25", v, "hoqb1IvS0m3_7KUrL2N5bCNEWR7wBsNk-s6Qd1C3Qqc\n", ["line_break_around"],
      ["RFC 7636 §4.2"]),
    .init(
      "C26", v, " hoqb1IvS0m3_7KUrL2N5bCNEWR7wBsNk-s6Qd1C3Qqc", ["space_around"], ["RFC 7636 §4.2"]),
    .init(
      "C27", v, "hoqb1IvS0m3_7KUrL2N5 bCNEWR7wBsNk-s6Qd1C3Qqc", ["space_inside"], ["RFC 7636 §4.2"]),
    .init(
      "C28", v, "hoqb1IvS0m3_7KUrL2N5\nbCNEWR7wBsNk-s6Qd1C3Qqc", ["wrapped"], ["RFC 7636 §4.2"]),
    .init(
      "C29", v, "hoqb1IvS0m3_7KUrL2N5bCNEWR7wBsNk-s6Qd1C3Qqc%3D",
      ["padding_left_on", "percent_encoded"], ["RFC 7636 Appendix A"]),
    .init(
      "C30", v, "hoqb1IvS0m3/7KUrL2N5bCNEWR7wBsNk+s6Qd1C3Qqc=",
      ["standard_alphabet", "padding_left_on"], ["RFC 4648 §5", "RFC 7636 Appendix A"]),
    .init(
      "C31", v, "hoqb1IvS0m3/7KUrL2N5bCNEWR7wBsNk s6Qd1C3Qqc=",
      ["standard_alphabet", "padding_left_on", "plus_as_space"],
      ["RFC 4648 §5", "RFC 6749 Appendix B"]),
    .init(
      "C32", v, "hoqb1IvS0m3/7KUrL2N5bCNEWR7wBsNk s6Qd1C3Qqc",
      ["standard_alphabet", "plus_as_space"], ["RFC 4648 §5", "RFC 6749 Appendix B"]),
    .init(
      "C33", v, "hoqb1IvS0m3%2F7KUrL2N5bCNEWR7wBsNk%2Bs6Qd1C3Qqc%3D",
      ["standard_alphabet", "padding_left_on", "percent_encoded"], ["RFC 4648 §5"]),
    .init(
      "C33, encoded twice", v, "hoqb1IvS0m3%252F7KUrL2N5bCNEWR7wBsNk%252Bs6Qd1C3Qqc%253D",
      ["standard_alphabet", "padding_left_on", "percent_encoded_twice"], ["RFC 4648 §5"]),
    .init(
      "C34", v,
      "ODY4YTliZDQ4YmQyZDI2ZGZmZWNhNTJiMmY2Mzc5NmMyMzQ0NTkxZWYwMDZjMzY0ZmFjZTkwNzc1MGI3NDJhNw==",
      ["encoded_hexadecimal", "padding_left_on"], ["RFC 7636 §4.2"]),
    .init(
      "C35", v, "1QdU25CX1uCICdtzl9jLxI6Cp4kcutB0buIiHxaRzkg=",
      ["trailing_newline", "padding_left_on"], ["RFC 7636 §4.2", "RFC 7636 Appendix A"]),
    .init(
      "C36", v, "d50754db9097d6e08809db7397d8cbc48e82a7891cbad0746ee2221f1691ce48",
      ["trailing_newline", "hexadecimal"], ["RFC 7636 §4.2"]),
    .init(
      "C37", v,
      "ZDUwNzU0ZGI5MDk3ZDZlMDg4MDlkYjczOTdkOGNiYzQ4ZTgyYTc4OTFjYmFkMDc0NmVlMjIyMWYxNjkxY2U0OA",
      ["trailing_newline", "encoded_hexadecimal"], ["RFC 7636 §4.2"]),
    .init(
      "C38", v, "a4a58867fa9992c708aa770fb3e94f244d7ee68d9d615a4929d9fcf1b3f90a07",
      ["trailing_crlf", "hexadecimal"], ["RFC 7636 §4.2"]),
    .init(
      "C39", v, "pKWIZ/qZkscIqncPs+lPJE1+5o2dYVpJKdn88bP5Cgc=",
      ["trailing_crlf", "standard_alphabet", "padding_left_on"], ["RFC 4648 §5"]),
    .init(
      "C40", v, "721909819ef2c9ab628e932b2e5b3a50910a2557ce64f030e8fc6c35ffc46bbd",
      ["quotation_marks_hashed", "hexadecimal"], ["RFC 7636 §4.2"]),
    .init(
      "C41", v, "chkJgZ7yyatijpMrLls6UJEKJVfOZPAw6PxsNf_Ea70=",
      ["quotation_marks_hashed", "padding_left_on"], ["RFC 7636 §4.2"]),
    .init(
      "C42", v, "8c2452cb18a30528059ece809316889e594d0598", ["sha1", "hexadecimal"],
      ["RFC 7636 §4.2"]),
    .init(
      "C43", v, "jCRSyxijBSgFns6AkxaInllNBZg=", ["sha1", "padding_left_on"], ["RFC 7636 §4.2"]),
    .init(
      "C44", v,
      "5cc4daa19eefbfc82071a81aabde18e83d910d737c776986d6b0cd46f06b65f14843bd0e2ac61a3c5e24f1edf230ecb415ef03017a923ac23649acd47c3d6133",
      ["sha512", "hexadecimal"], ["RFC 7636 §4.2"]),
    .init(
      "C45", v,
      "XMTaoZ7vv8ggcagaq94Y6D2RDXN8d2mG1rDNRvBrZfFIQ70OKsYaPF4k8e3yMOy0Fe8DAXqSOsI2SazUfD1hMw==",
      ["sha512", "padding_left_on"], ["RFC 7636 §4.2"]),
    .init("C46", v, "15e6fd4d801d67259102e97d6564a14f", ["md5", "hexadecimal"], ["RFC 7636 §4.2"]),
    .init(
      "C47", v, "\"hoqb1IvS0m3_7KUrL2N5bCNEWR7wBsNk-s6Qd1C3Qqc=\"", ["padding_left_on", "quoted"],
      ["RFC 7636 §4.2"]),
    .init("C48", c, v, ["exchanged"], ["RFC 7636 §4.2"]),
    .init(
      "C49", c, "2ISaJiHkTj0rLGlkoMXGjtEkDnNfribxUdl7dXTPyLs=", ["exchanged", "verifier_padded"],
      ["RFC 7636 §4.2"]),
    .init(
      "C50", "2ISaJiHkTj0rLGlkoMXGjtEkDnNfribxUdl7dXTPyLs=", c, ["verifier_padded"],
      ["RFC 7636 §4.1"]),
    .init("C51", "2ISaJiHkTj0rLGlkoMXGjtEkDnNfribxUdl7dXTPyL", c, nil, ["RFC 7636 §4.1"]),
    .init(
      "C52", "2ISaJiHkTj0rLGlkoMXGjtEkDnNfribxUdl7dXTPyLs\n", c, ["verifier_line_break"],
      ["RFC 7636 §4.1"]),
    .init(
      "C53", "\"2ISaJiHkTj0rLGlkoMXGjtEkDnNfribxUdl7dXTPyLs\"", c, ["verifier_quoted"],
      ["RFC 7636 §4.1"]),
    .init(
      "C54", "2ISaJiHkTj0rLGlkoMXGjtEkDnNfribxUdl7dXTPyLs=",
      "hoqb1IvS0m3_7KUrL2N5bCNEWR7wBsNk-s6Qd1C3Qqc=", ["verifier_padded", "padding_left_on"],
      ["RFC 7636 §4.1", "RFC 7636 Appendix A"]),
    .init(
      "C55", "ooYaingahhiewie2Oofaelie6chai7phaif1dai1eeg",
      "1854380fe9792fd611478d2f98a948a098efee3bb2ae38721efa6f69c696d00b",
      ["trailing_newline", "hexadecimal"], ["RFC 7636 §4.2"]),
    .init(
      "C56",
      "/0T2nBJfBvLbytrymN6TVBNmupxqUEYd4oSJO11MYH9FwZsmE0WUwXHU5oVOwq8QbPZAl1S0vJp9FmCWSYPJmaoI3J8762QkXB+dRywfMFCYG5e1+wFpEYB6W2q7xC6O",
      "jFtUhY/me1ri0Y5qAMJN7TbBpkpTKqSmbabxzkxO3 k=",
      ["standard_alphabet", "padding_left_on", "plus_as_space"],
      ["RFC 7636 §4.1", "RFC 7636 Appendix A"]),
    .init(
      "C57", "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk",
      "13d31e961a1ad8ec2f16b10c4c982e0876a878ad6df144566ee1894acb70f9c3", ["hexadecimal"],
      ["RFC 7636 §4.2"]),
  ]

  /// The cases with a challenge only, as found in a log.
  package static let alone: [ChallengeCase] = [
    .init(
      "C60", nil, "hoqb1IvS0m3_7KUrL2N5bCNEWR7wBsNk-s6Qd1C3Qqc=", ["padding_left_on"],
      ["RFC 7636 Appendix A"]),
    .init(
      "C61", nil, "hoqb1IvS0m3/7KUrL2N5bCNEWR7wBsNk+s6Qd1C3Qqc", ["standard_alphabet"],
      ["RFC 4648 §5"]),
    .init(
      "C62", nil, "868a9bd48bd2d26dffeca52b2f63796c2344591ef006c364face907750b742a7",
      ["hexadecimal"], ["RFC 7636 §4.2"]),
    .init(
      "C63", nil,
      "ODY4YTliZDQ4YmQyZDI2ZGZmZWNhNTJiMmY2Mzc5NmMyMzQ0NTkxZWYwMDZjMzY0ZmFjZTkwNzc1MGI3NDJhNw",
      ["encoded_hexadecimal"], ["RFC 7636 §4.2"]),
    .init("C64", nil, "hoqb1IvS0m3_7KUrL2N5bCNEWR7wBsNk-s6Qd1C3Qq", ["length"], ["RFC 7636 §4.2"]),
    .init("C65", nil, "jCRSyxijBSgFns6AkxaInllNBZg", ["other_hash"], ["RFC 7636 §4.2"]),
    .init("C66", nil, c, [], ["RFC 7636 §4.2"]),
  ]
}
