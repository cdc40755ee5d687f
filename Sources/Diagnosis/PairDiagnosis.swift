public import Vocabulary
import Step1CodeVerifier

/// The comparison of a challenge with a verifier, and the mistakes that explain the difference.
///
/// A mistake is reported only if it gives exactly the received challenge. If several do, all are
/// reported.
public struct PairDiagnosis: Hashable, Sendable {
  /// The challenge as received.
  public let received: String
  /// The S256 challenge of the verifier, or `nil` if the verifier is not valid.
  public let expected: String?
  /// The fault of the verifier (RFC 7636 §4.1), or `nil` if it has none.
  public let verifierFault: CodeVerifier.Fault?
  /// Every set of known mistakes that gives the received challenge, the smallest first.
  public let explanations: [[PairMistake]]
  let verifier: String

  /// Creates a comparison of a challenge with a verifier; neither needs to be valid.
  public init(verifier: String, challenge: String) {
    self.verifier = verifier
    received = challenge
    do {
      expected = ChallengeDerivation(of: try CodeVerifier(verifier)).base64url
      verifierFault = nil
    } catch {
      expected = nil
      verifierFault = error
    }
    explanations =
      expected == challenge
      ? [[]] : Self.explanations(of: Array(challenge.utf8), verifier: Array(verifier.utf8))
  }

  /// Whether the challenge is the S256 challenge of the verifier, and the verifier is valid.
  public var isEqual: Bool { expected == received }

  /// The result for a program, such as `equal`, `unknown`, or `trailing_newline + hexadecimal`.
  public var summary: String {
    if isEqual { return "equal" }
    let all = explanations.map {
      $0.isEmpty ? "verifier_invalid" : $0.map(\.rawValue).joined(separator: " + ")
    }
    return all.isEmpty ? "unknown" : all.joined(separator: ", or ")
  }

  private static func explanations(of received: [UInt8], verifier: [UInt8]) -> [[PairMistake]] {
    let limit = PairSearch.limit
    guard received.count <= limit, verifier.count <= limit else { return [] }
    let undone = UndoneText.all(of: received)
    var found: Set<Set<PairMistake>> = []
    for base in bases(of: verifier, isGiven: true) {
      let search = PairSearch(of: base.bytes, includesVerbatim: true)
      found.formUnion(search.explanations(of: undone).map { $0.union(base.mistakes) })
    }
    if found.isEmpty {
      let other = UndoneText.all(of: verifier)
      for base in bases(of: received, isGiven: false) {
        // Only a hash proves that the two were swapped.
        let search = PairSearch(of: base.bytes, includesVerbatim: false)
        found.formUnion(
          search.explanations(of: other).map { $0.union(base.mistakes).union([.exchanged]) })
      }
    }
    return smallest(found)
  }

  /// Returns the sets without unnecessary mistakes, each in the order in which they were made.
  ///
  /// A set with two more mistakes than the smallest one is unlikely.
  private static func smallest(_ found: Set<Set<PairMistake>>) -> [[PairMistake]] {
    let fewest = found.map(\.count).min() ?? 0
    return found.filter { set in
      set.count <= fewest + 1 && !found.contains { $0.isStrictSubset(of: set) }
    }
    .map { set in PairMistake.allCases.filter(set.contains) }
    .sorted {
      ($0.count, $0.map(\.rawValue).joined()) < ($1.count, $1.map(\.rawValue).joined())
    }
  }

  /// Returns the verifiers that a text may have been before it was damaged.
  private static func bases(of text: [UInt8], isGiven: Bool) -> [UndoneText] {
    let renamed: [PairMistake: PairMistake] = [
      .quoted: .verifierQuoted, .lineBreakAround: .verifierLineBreak, .wrapped: .verifierLineBreak,
      .spaceAround: .verifierSpace, .spaceInside: .verifierSpace, .paddingLeftOn: .verifierPadded,
      .percentEncoded: .verifierPercentEncoded, .percentEncodedTwice: .verifierPercentEncoded,
    ]
    let candidates = UndoneText.all(of: text).filter { base in
      base.mistakes.isEmpty
        || base.mistakes.allSatisfy { renamed[$0] != nil }
          && (try? CodeVerifier(String(decoding: base.bytes, as: UTF8.self))) != nil
    }
    let bases = candidates.map {
      UndoneText(bytes: $0.bytes, mistakes: Set($0.mistakes.compactMap { renamed[$0] }))
    }
    guard !isGiven else { return Array(bases.prefix(4)) }
    return bases.filter { (try? CodeVerifier(String(decoding: $0.bytes, as: UTF8.self))) != nil }
  }
}
