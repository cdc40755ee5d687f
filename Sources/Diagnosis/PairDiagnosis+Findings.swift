public import Vocabulary

extension PairDiagnosis {
  /// The faults of the pair, illegal characters first, or notes for a pair that matches.
  public var findings: [Finding] {
    if isEqual { return Self.remaining }
    let form = ChallengeForm(received)
    return [verifierFinding, form.illegalCharacters].compactMap(\.self)
      + (explanations.isEmpty
        ? [unexplained(form)] : zip(explanations, 1...).map { explained($0, number: $1) })
  }

  /// The fault of the verifier, with every illegal character.
  private var verifierFinding: Finding? {
    guard let verifierFault else { return nil }
    let illegal = IllegalCharacters(in: verifier)
    let length = verifier.unicodeScalars.count
    let sentence =
      illegal.isEmpty
      ? "The verifier has \(length) characters; 43 to 128 are allowed."
      : "The verifier contains \(illegal.noun): \(illegal.list)."
    let cause = if case .length = verifierFault { "verifier_length" } else { "verifier_character" }
    let isRepaired = explanations.contains { $0.contains { $0.verifierPart != nil } }
    let isBase64 =
      !illegal.isEmpty && illegal.places.allSatisfy { "+/=".unicodeScalars.contains($0.character) }
    return Finding(
      .wrong, [cause], sentence,
      why: isBase64
        ? "Standard Base64 contains +, /, and =; base64url without padding does not." : "",
      action: isRepaired ? "" : "Generate a new verifier: 32 random bytes in base64url.",
      reference: .rfc7636("4.1"), lesson: 1)
  }

  /// Returns the finding for one set of mistakes.
  private func explained(_ mistakes: [PairMistake], number: Int) -> Finding {
    let subject = mistakes.contains(.notHashed) ? "the verifier" : "the digest"
    var words = mistakes.map { $0.words(subject: subject) }
    if mistakes.contains(.cut), mistakes.contains(.oneMoreAtEnd) {
      // The value does not show whether its last character was changed or added.
      words = mistakes.filter { $0 != .cut && $0 != .oneMoreAtEnd }.map {
        $0.words(subject: subject)
      }
      words.append(
        PairMistake.Words(
          clause: "the challenge starts correctly, but its last character is wrong",
          action: "Copy the whole value and nothing else.", reference: .rfc7636("4.2")))
    }
    // The most specific section says most: RFC 7636 §4.2 applies to every mistake.
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
      return "The challenge was computed from this verifier, but the verifier is not valid."
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
      return
        "This value contains neither - nor _, so the standard Base64 alphabet would give the same value."
    }
    if mistakes.contains(.plain) {
      return "An attacker who sees a plain challenge has the verifier."
    }
    if mistakes.contains(.exchanged) {
      return "The first value is the S256 challenge of the second."
    }
    return ""
  }

  /// Returns the finding for a value that no known mistake gives.
  private func unexplained(_ form: ChallengeForm) -> Finding {
    let limit = PairSearch.limit
    let ruledOut =
      received.utf8.count > limit || verifier.utf8.count > limit
      ? ""
      : "Ruled out: SHA-1, SHA-384, SHA-512, MD5, and hashing twice; hexadecimal, decimal, and standard Base64; "
        + "a line break, space, or quotation mark that was hashed or added; a missing end; a lost letter case; "
        + "and swapped values."
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

  /// The notes on mistakes that can follow a correct pair.
  private static var remaining: [Finding] {
    [
      Finding(
        .note, ["method"],
        "Without code_challenge_method, the server assumes plain, and this pair does not match.",
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
        "The server compares the verifier with the challenge of the same transaction.",
        action:
          "Keep each verifier with its transaction. Another verifier does not match.",
        reference: .rfc7636("4.6"), lesson: 5),
    ]
  }

  private static func capitalized(_ text: String) -> String {
    text.prefix(1).uppercased() + text.dropFirst()
  }
}
