import Vocabulary

@testable import Diagnosis

extension Finding {
  /// A mistake in words, as a finding.
  init(of mistake: PairMistake) {
    let words = mistake.words(subject: "the digest")
    self.init(
      .wrong, [mistake.rawValue], words.clause, action: words.action, reference: words.reference,
      lesson: 1)
  }
}
