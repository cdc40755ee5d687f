import Step1CodeVerifier
import TestSupport
import Testing
import Vocabulary

/// Every value here was made from the guide's verifier with Python's hashlib and base64, never with
/// the workbench.
struct ChallengeDiagnosisTests {
  static let cases: [(made: String, diagnosis: ChallengeDiagnosis)] = [
    (Guide.challenge, .equal),
    // urlsafe_b64encode(sha256(v).hexdigest().encode()).rstrip("="), then with padding, upper case.
    (
      "ZmI4NzFmZjhjY2U4ZmVhODNkZmFlYWI0MTc4NDMwNWExNDYxZTAwOGRjMDJhMzcxZWQyNmQ4NTZjNzY2YzkwMw",
      .encodedHexadecimal
    ),
    (
      "ZmI4NzFmZjhjY2U4ZmVhODNkZmFlYWI0MTc4NDMwNWExNDYxZTAwOGRjMDJhMzcxZWQyNmQ4NTZjNzY2YzkwMw==",
      .encodedHexadecimal
    ),
    (
      "RkI4NzFGRjhDQ0U4RkVBODNERkFFQUI0MTc4NDMwNUExNDYxRTAwOERDMDJBMzcxRUQyNkQ4NTZDNzY2QzkwMw",
      .encodedHexadecimal
    ),
    // sha256(v).hexdigest(), and in upper case.
    ("fb871ff8cce8fea83dfaeab41784305a1461e008dc02a371ed26d856c766c903", .hexadecimal),
    ("FB871FF8CCE8FEA83DFAEAB41784305A1461E008DC02A371ED26D856C766C903", .hexadecimal),
    // urlsafe_b64encode(sha256(v)), the padding left on.
    ("-4cf-Mzo_qg9-uq0F4QwWhRh4AjcAqNx7SbYVsdmyQM=", .paddingLeftOn),
    // b64encode(sha256(v)), with padding and without.
    ("+4cf+Mzo/qg9+uq0F4QwWhRh4AjcAqNx7SbYVsdmyQM=", .standardAlphabet),
    ("+4cf+Mzo/qg9+uq0F4QwWhRh4AjcAqNx7SbYVsdmyQM", .standardAlphabet),
    (Guide.verifier, .plain),
    // The challenge's text hashed again, and the digest's bytes hashed again.
    ("eUKXebQWW8v7YDFYaR6MCLIXLQ01hJ1lWGR8pvFbOlg", .hashedTwice),
    ("tCk7-og-UF0VTBTl2lmd-_cBvi2xvbl55pc5U5AEk44", .hashedTwice),
    // sha256(v + "\n") and sha256(v + "\r\n").
    ("F5wc4jj41z72_3dqvVG60GDHCBDA-BLLE5Z5KiikoEU", .trailingNewline),
    ("aUBFEASje6U72kQTW1TqPzT5-B8nGRDO6JSrEEpcn3M", .trailingNewline),
    // sha1(v), 20 bytes.
    ("lXj5UZVdN_ILYBwmWR4mDB5Tib8", .sha1Length),
    ("lXj5UZVdN/ILYBwmWR4mDB5Tib8=", .sha1Length),
    // sha512(v) has 86 characters too, as the encoded hexadecimal text; then sha384, md5, nothing.
    (
      "JwnvoNSzda_R1zwz80cosRvlWfd5cnChPlINyjAApkgtyE6Zs4083xUxnLCnbcEk1SRPQRQYiLtIqNQKna7V_A",
      .otherLength
    ),
    ("uh2LY8aKBu5244Pk9SlTEySMoYH8eeVdbKZ2n-VvErUk3aPi8_3g20Re4cHVhYFt", .otherLength),
    ("uu0AUwAjTz0VA8UKSM6Obw", .otherLength),
    ("", .otherLength),
    ("=", .otherLength),
    ("-4cf-Mzo_qg9-uq0F4QwWhRh4AjcAqNx7SbYVsdmyQ", .otherLength),
    // sha256(v + "x"): the right length, another verifier.
    ("mGCjIeYyVJBGEc6LdHKMxpOKOqJaHGQaxY6BrsqGWEM", .unknown),
    ("-4CF-MZO_QG9-UQ0F4QWWHRH4AJCAQNX7SBYVSDMYQM", .unknown),
  ]

  @Test func `each known mistake is named`() throws {
    let derivation = ChallengeDerivation(of: try CodeVerifier(Guide.verifier))
    for (made, diagnosis) in Self.cases {
      expect(ChallengeDiagnosis(of: made, against: derivation), is: diagnosis, "\(made)")
    }
    // A digest that looks the same in both alphabets counts as right.
    // printf %s VERIFIER | openssl dgst -sha256 -binary | base64: neither + nor / in it.
    let verifier = "a-verifier-of-forty-three-characters-or-more-04"
    let even = ChallengeDerivation(of: try CodeVerifier(verifier))
    let standard = "F0QMzBcib72qNv23C2unVb9tZIW6FArtMlWYMNbyMhQ"
    expect(ChallengeDiagnosis(of: standard, against: even), is: .equal)
    expect(ChallengeDiagnosis(of: standard + "=", against: even), is: .paddingLeftOn)
  }

  @Test func `every diagnosis has a case here, and an explanation of its own`() {
    let tested = Set(Self.cases.map(\.diagnosis))
    expect(tested, is: Set(ChallengeDiagnosis.allCases))
    let explanations = ChallengeDiagnosis.allCases.map(\.explanation)
    expect(Set(explanations).count, is: ChallengeDiagnosis.allCases.count)
    for explanation in explanations { expect(explanation.count > 20) }
  }
}
