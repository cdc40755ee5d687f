public import Vocabulary

/// The form of a challenge, judged without its verifier.
public struct ChallengeForm: Hashable, Sendable {
  /// The challenge as received.
  public let challenge: String

  /// Creates the form of a challenge.
  public init(_ challenge: String) {
    self.challenge = challenge
  }

  /// Whether it can be the S256 challenge of a verifier.
  public var isPossible: Bool { findings.allSatisfy { $0.severity != .wrong } }

  /// The faults of the challenge, or a note that it has none.
  public var findings: [Finding] {
    let faults = [illegalCharacters, fault].compactMap(\.self)
    guard faults.isEmpty else { return faults }
    return [
      Finding(
        .note, [], "This can be an S256 challenge: 43 characters of base64url.",
        why: "Only its verifier can confirm it.",
        reference: .rfc7636("4.2"), lesson: 1)
    ]
  }

  /// The finding about characters that no challenge can have, or `nil` if there are none.
  var illegalCharacters: Finding? {
    let found = IllegalCharacters(in: challenge)
    guard !found.isEmpty else { return nil }
    return Finding(
      .wrong, ["illegal_character"],
      "The challenge contains \(found.noun): \(found.list).",
      reference: .rfc7636("4.2"), lesson: 1)
  }

  /// The finding about length, alphabet, and encoding, or `nil` if the form is right.
  var fault: Finding? {
    guard challenge.utf8.count <= PairSearch.limit else {
      return finding(
        ["length"],
        "The challenge has \(challenge.utf8.count) bytes. An S256 challenge has 43 characters.")
    }
    let (text, damage) = Self.undamaged(Array(challenge.utf8))
    let alphabet = text.contains { "+/".utf8.contains($0) } ? [PairMistake.standardAlphabet] : []
    let named = damage + alphabet
    guard let shape = Self.shape(of: text) else {
      guard !named.isEmpty else { return nil }
      return finding(
        named.map(\.rawValue), Self.sentence(named), named.map { $0.words(subject: "").action },
        named[0].words(subject: "").reference)
    }
    let sentence =
      named.isEmpty
      ? shape.sentence
      : Self.sentence(named) + " Apart from that, " + shape.sentence.prefix(1).lowercased()
        + shape.sentence.dropFirst()
    return finding(
      named.map(\.rawValue) + [shape.cause], sentence,
      named.map { $0.words(subject: "").action } + [shape.action])
  }

  private func finding(
    _ causes: [String], _ sentence: String, _ actions: [String] = [],
    _ reference: Reference = .rfc7636("4.2")
  ) -> Finding {
    Finding(
      .wrong, causes, sentence, action: actions.filter { !$0.isEmpty }.joined(separator: " "),
      reference: reference, lesson: 1)
  }

  private static func sentence(_ mistakes: [PairMistake]) -> String {
    let text = IllegalCharacters.joined(mistakes.map { $0.words(subject: "").clause })
    return text.prefix(1).uppercased() + text.dropFirst() + "."
  }

  /// Returns the text without added characters and encodings, and the names of those.
  private static func undamaged(_ text: [UInt8]) -> (text: [UInt8], damage: [PairMistake]) {
    let repaired = UndoneText.all(of: text).filter {
      $0.mistakes.isDisjoint(with: [.oneMoreAtEnd, .oneMoreAtStart, .plusAsSpace])
    }
    // The best repair leaves the fewest illegal characters, and then removes the least damage.
    let best = repaired.min {
      let left = ($0.illegalCount, $0.mistakes.count)
      let right = ($1.illegalCount, $1.mistakes.count)
      return left < right
    }
    let mistakes = best?.mistakes ?? []
    return (best?.bytes ?? text, PairMistake.allCases.filter(mistakes.contains))
  }
}

extension UndoneText {
  /// The number of its characters that neither Base64 alphabet contains.
  fileprivate var illegalCount: Int { bytes.count { Base64.value(of: $0) == nil } }
}
