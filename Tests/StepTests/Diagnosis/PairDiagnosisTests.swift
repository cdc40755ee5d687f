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

  @Test func `a challenge alone is judged by its form`() {
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
    let even = "a-verifier-of-forty-three-characters-or-more-04"
    let right = "F0QMzBcib72qNv23C2unVb9tZIW6FArtMlWYMNbyMhQ"
    expect(PairDiagnosis(verifier: even, challenge: right).isEqual)
    let padded = PairDiagnosis(verifier: even, challenge: right + "=")
    expect(padded.explanations, is: [[.paddingLeftOn]])
    expect(padded.findings.last?.why.contains("standard Base64 alphabet") == true)
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
