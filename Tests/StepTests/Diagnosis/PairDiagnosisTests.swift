import Diagnosis
import TestSupport
import Testing
import Vocabulary

struct PairDiagnosisTests {
  @Test func `exactly the mistakes that give the value are named`() {
    for row in ChallengeCase.pairs {
      let pair = PairDiagnosis(verifier: row.verifier ?? "", challenge: row.challenge)
      let found = pair.explanations.map { Set($0.map(\.rawValue)) }
      expect(found, is: row.causes.map { [Set($0)] } ?? [], "\(row.name)")
      expect(pair.isEqual, is: row.causes == [], "\(row.name)")
    }
  }

  @Test func `a challenge alone is checked by its form`() {
    for row in ChallengeCase.alone {
      let form = ChallengeForm(row.challenge)
      let causes = Set(form.findings.flatMap(\.causes)).subtracting(["illegal_character"])
      expect(causes, is: Set(row.causes ?? []), "\(row.name)")
      expect(form.isPossible, is: row.causes == [], "\(row.name)")
    }
    // 43 characters that 32 bytes never give: the last one has a bit that RFC 4648 §3.5 wants to be zero.
    let verifier = ChallengeForm(ChallengeCase.c.dropLast() + "d")
    expect(verifier.findings.flatMap(\.causes), is: ["last_character"])
  }

  @Test func `an illegal character comes before any cause, with its position`() throws {
    let places: [(name: String, text: String)] = [
      ("C24", "a quotation mark at positions 1 and 45"), ("C25", "a line feed at position 44"),
      ("C26", "a space at position 1"), ("C27", "a space at position 21"),
      ("C28", "a line feed at position 21"), ("C31", "a space at position 33"),
      ("C50", "'=' at position 44"), ("C52", "a line feed at position 44"),
      ("C53", "a quotation mark at positions 1 and 45"), ("C56", "'/' at position 1"),
    ]
    for (name, text) in places {
      let row = try #require(ChallengeCase.pairs.first { $0.name == name })
      let pair = PairDiagnosis(verifier: row.verifier ?? "", challenge: row.challenge)
      expect(pair.findings.first?.sentence.contains(text) == true, "\(name)")
    }
  }

  @Test func `every explanation is given where several give the same value`() {
    // printf %s VERIFIER | openssl dgst -sha256 -binary | base64: + and no /, then neither.
    let plus = PairDiagnosis(
      verifier: "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk",
      challenge: "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw+cM")
    expect(plus.explanations, is: [[.plusLeft], [.standardAlphabet]])
    expect(plus.summary, is: "plus_left, or standard_alphabet")
    let even = "a-verifier-of-forty-three-characters-or-more-04"
    let right = "F0QMzBcib72qNv23C2unVb9tZIW6FArtMlWYMNbyMhQ"
    expect(PairDiagnosis(verifier: even, challenge: right).isEqual)
    let padded = PairDiagnosis(verifier: even, challenge: right + "=")
    expect(padded.explanations, is: [[.paddingLeftOn]])
    expect(padded.findings.last?.why.contains("standard Base64 alphabet") == true)
  }

  @Test func `an exchange is named together with the mistakes of the challenge`() throws {
    for (name, mistakes) in [
      ("C2", [PairMistake.exchanged, .hexadecimal]), ("C11", [.exchanged, .lineFeedHashed]),
      ("C20", [.exchanged, .cut]), ("C36", [.exchanged, .lineFeedHashed, .hexadecimal]),
    ] {
      let row = try #require(ChallengeCase.pairs.first { $0.name == name })
      let pair = PairDiagnosis(verifier: row.challenge, challenge: ChallengeCase.v)
      expect(pair.explanations, is: [mistakes], "\(name)")
    }
  }

  @Test func `a last character that differs is not called cut and lengthened`() {
    let pair = PairDiagnosis(
      verifier: ChallengeCase.v, challenge: ChallengeCase.c.dropLast() + "d")
    expect(pair.explanations, is: [[.cut, .oneMoreAtEnd]])
    expect(
      pair.findings.last?.sentence.contains("its last character is wrong") == true)
    expect(ChallengeForm("").findings.map(\.causes), is: [["empty"]])
  }

  @Test func `texts of any kind and length have an answer`() {
    let long = String(repeating: "a", count: 100_000)
    for text in ["", "=", "%", "%4", "\"", " ", "\r\n", "é", "e\u{301}", "\u{0}", "☃☃☃☃☃☃", long] {
      for (verifier, challenge) in [(text, ChallengeCase.c), (ChallengeCase.v, text), (text, text)]
      {
        let pair = PairDiagnosis(verifier: verifier, challenge: challenge)
        expect(!pair.isEqual)
        expect(!pair.findings.isEmpty)
      }
      expect(!ChallengeForm(text).isPossible)
    }
  }

  @Test func `every mistake has words, an action and a section`() {
    var clauses: Set<String> = []
    for mistake in PairMistake.allCases {
      let finding = Finding(of: mistake)
      expect(clauses.insert(finding.sentence).inserted, "\(mistake)")
      expect(!finding.action.isEmpty)
      expect(finding.reference?.heading.isEmpty == false)
    }
  }
}
