import Diagnosis
import TestSupport
import Testing
import Vocabulary

struct StateDiagnosisTests {
  @Test func `an equal state that needs encoding is a note, another one is nothing`() {
    let findings = StateDiagnosis(sent: "n+eB==", received: "n+eB==").findings
    expect(findings.map(\.severity), is: [.note])
    expect(findings.map(\.causes), is: [["encoded"]])
    expect(StateDiagnosis(sent: "rY3dJ8wq-_", received: "rY3dJ8wq-_").findings, is: [])
  }

  @Test func `what happened to a + is told from how the redirect is written`() {
    func sentence(_ written: String?) -> String {
      StateDiagnosis(sent: "a+b", received: "a b", written: written).findings.first?.sentence ?? ""
    }
    expect(sentence("a+b").contains("taken literally"))
    expect(sentence("a%20b").contains("encoded the space again"))
    expect(sentence(nil).contains(", or something"))
  }

  @Test(arguments: [
    ("a b", "a+b", "encoded_twice"), ("a%2Bb", "a+b", "decoded_twice"),
    ("abcdefgh", "ABCDEFGH", "case_lost"), ("abcdefgh", "abcdefg", "cut"),
    ("abcdefgh", "abcdefghi", "one_character_more"), ("abcdefgh", "\"abcdefgh\"", "quoted"),
  ])
  func `one change is named`(sent: String, received: String, cause: String) {
    expect(StateDiagnosis(sent: sent, received: received).findings.map(\.causes), is: [[cause]])
  }

  @Test(arguments: [
    // One decoding was done already.
    ("n+eB==", "n%2BeB%3D%3D", ["encoded_twice"], "decoded again"),
    ("n+eB==", "n%252BeB%253D%253D", ["encoded_three_times"], "two more times"),
    ("n+eB==", "n%25252BeB%25253D%25253D", ["encoded_four_times"], "three more times"),
    ("n+e==", "n%2520e%253D%253D", ["encoded_three_times", "plus_as_space"], "each space is a +"),
    ("n+eB==", "n eB%3D%3D", ["encoded_twice", "plus_as_space"], "each space is a +"),
    ("a b", "a%2Bb", ["encoded_three_times"], "two more times"),
    ("a%252Bb", "a+b", ["decoded_three_times"], "twice too often"),
  ])
  func `encoding that is repeated is counted`(
    sent: String, received: String, causes: [String], words: String
  ) {
    let findings = StateDiagnosis(sent: sent, received: received).findings
    expect(findings.map(\.causes), is: [causes])
    expect(findings.first?.sentence.contains(words), is: true)
  }

  @Test(arguments: [
    ("n+eB==", "n%2525252BeB%2525253D"), ("abcdefgh", "ab%63defgx"), ("a+b", "a%20%20b"),
    ("abcdefgh", "a"), ("abcdefgh", "hgfedcba"), ("abcdefgh", "AbCdEfGx"), ("", "x"),
    ("e\u{301}tat-composed", "\u{E9}tat-composed"),
  ])
  func `what no known cause gives has none`(sent: String, received: String) {
    expect(StateDiagnosis(sent: sent, received: received).findings, is: [])
  }
}
