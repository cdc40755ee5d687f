public import Vocabulary

extension PairDiagnosis {
  /// What is wrong with the pair, illegal characters first; for an equal pair, what can still fail.
  public var findings: [Finding] {
    if isEqual { return Self.remaining }
    let form = ChallengeForm(received)
    return [verifierFinding, form.illegalCharacters].compactMap(\.self)
      + (explanations.isEmpty
        ? [unexplained(form)] : zip(explanations, 1...).map { explained($0, number: $1) })
  }

  /// The fault of the verifier, with every character that it cannot have.
  private var verifierFinding: Finding? {
    guard let verifierFault else { return nil }
    let illegal = IllegalCharacters(in: verifier)
    let length = verifier.unicodeScalars.count
    let sentence =
      illegal.isEmpty
      ? "The verifier has \(length) characters; 43 to 128 are allowed."
      : "The verifier contains \(illegal.noun) that no verifier can contain: \(illegal.list)."
    let cause = if case .length = verifierFault { "verifier_length" } else { "verifier_character" }
    let isRepaired = explanations.contains { $0.contains { $0.verifierPart != nil } }
    let isBase64 =
      !illegal.isEmpty && illegal.places.allSatisfy { "+/=".unicodeScalars.contains($0.character) }
    return Finding(
      .wrong, [cause], sentence,
      why: isBase64
        ? "Standard Base64 contains +, /, and =; base64url without padding does not." : "",
      action: isRepaired ? "" : "Make a new verifier from 32 random bytes in base64url.",
      reference: .rfc7636("4.1"), lesson: 1)
  }

  /// One set of mistakes in words.
  private func explained(_ mistakes: [PairMistake], number: Int) -> Finding {
    let subject = mistakes.contains(.notHashed) ? "the verifier" : "the digest"
    var words = mistakes.map { $0.words(subject: subject) }
    if mistakes.contains(.cut), mistakes.contains(.oneMoreAtEnd) {
      // Whether the last character was changed or added, the value does not tell.
      words = mistakes.filter { $0 != .cut && $0 != .oneMoreAtEnd }.map {
        $0.words(subject: subject)
      }
      words.append(
        PairMistake.Words(
          clause: "the challenge starts correctly, and its last character does not belong to it",
          action: "Copy the whole value and nothing else.", reference: .rfc7636("4.2")))
    }
    // The section of the rarest mistake says most: RFC 7636 §4.2 is about all of them.
    let general = Reference.rfc7636("4.2")
    let reference = words.map(\.reference).first { $0 != general } ?? general
    var actions: [String] = []
    for word in words where !actions.contains(word.action) { actions.append(word.action) }
    return Finding(
      .wrong, mistakes.map(\.rawValue), sentence(mistakes, words, number), why: why(mistakes),
      action: actions.joined(separator: " "), reference: reference, lesson: 1)
  }

  private func sentence(
    _ mistakes: [PairMistake], _ words: [PairMistake.Words], _ number: Int
  ) -> String {
    let count = explanations.count
    let several = count > 1 ? "Explanation \(number) of \(count): " : ""
    guard !mistakes.isEmpty else {
      return "The challenge was made from the verifier as given, which no server may accept."
    }
    let parts = mistakes.compactMap(\.verifierPart)
    if parts.count == mistakes.count {
      return Self.capitalized(
        several
          + "without \(IllegalCharacters.joined(parts)), the verifier gives exactly this challenge."
      )
    }
    let clauses = words.map(\.clause)
    let names = [2: "two", 3: "three", 4: "four"]
    let start =
      clauses.count > 1
      ? "\(names[clauses.count] ?? "\(clauses.count)") mistakes together give exactly this value: "
      : ""
    return Self.capitalized(several + start + clauses.joined(separator: "; ") + ".")
  }

  private func why(_ mistakes: [PairMistake]) -> String {
    if mistakes.contains(.standardAlphabet) {
      return
        "About one challenge in four has neither + nor /, so this mistake sometimes goes unnoticed."
    }
    if mistakes.contains(.paddingLeftOn),
      !received.utf8.contains(where: { "+/-_".utf8.contains($0) })
    {
      return "This value has neither - nor _: the standard Base64 alphabet would give it, too."
    }
    if mistakes.contains(.plain) {
      return "An attacker who sees a plain challenge has the verifier."
    }
    if mistakes.contains(.exchanged) {
      return "The S256 challenge of the second value is the first."
    }
    return ""
  }

  /// The honest answer if no known mistake gives the value.
  private func unexplained(_ form: ChallengeForm) -> Finding {
    let limit = PairSearch.limit
    let ruledOut =
      received.utf8.count > limit || verifier.utf8.count > limit
      ? ""
      : "Ruled out: SHA-1, SHA-384, SHA-512, MD5, and hashing twice; hexadecimal, decimal, and standard Base64; "
        + "a line break, space, or quotation mark that was hashed or added; a missing end; a lost letter case; "
        + "and an exchange of the two."
    let start = "None of the known mistakes gives this value."
    if let fault = form.fault {
      return Finding(
        .wrong, fault.causes,
        "\(start) It cannot be the S256 challenge of another verifier. \(fault.sentence)",
        why: ruledOut, action: fault.action, reference: fault.reference, lesson: 1)
    }
    return Finding(
      .wrong, [],
      "\(start) It has the form of an S256 challenge, so it may belong to another verifier.",
      why: ruledOut,
      action: "Check that both values are from the same transaction: each has its own verifier.",
      reference: .rfc7636("4.2"), lesson: 1)
  }

  /// What can still fail if the pair is right.
  private static var remaining: [Finding] {
    [
      Finding(
        .note, ["method"],
        "A server that finds no code_challenge_method assumes plain, and then this pair does not match.",
        action:
          "Send code_challenge_method=S256 in step 2, with a capital S: s256 is not a method.",
        reference: .rfc7636("4.3"), lesson: 2),
      Finding(
        .note, ["challenge_as_verifier"],
        "The token request needs the verifier, not the challenge.",
        action: "Send the verifier as code_verifier in step 4.", reference: .rfc7636("4.5"),
        lesson: 4),
      Finding(
        .note, ["other_transaction"],
        "The server compares with the challenge of the transaction that the code belongs to.",
        action:
          "Keep each verifier with its transaction: the verifier of another one does not match.",
        reference: .rfc7636("4.6"), lesson: 5),
    ]
  }

  private static func capitalized(_ text: String) -> String {
    text.prefix(1).uppercased() + text.dropFirst()
  }
}
