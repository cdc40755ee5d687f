import Vocabulary

/// Replaces every secret of a run by a placeholder, so that its messages can be kept and shown.
///
/// What the run knows as secret is replaced everywhere and in every form. What only looks like a secret
/// or like a person, by its name or by itself, is replaced too.
public struct Concealment: Sendable {
  /// Why a run cannot be concealed.
  public enum Fault: Error, Hashable {
    /// A secret that is also an ordinary word of the messages, or too short to be told from them.
    case ordinary(name: String)
    /// There are so many values which look like secrets that this cannot be an answer of OAuth.
    case tooMany
    /// A secret that is still there, under the name that its placeholder has.
    case stillThere(placeholder: String)
  }

  private let search: SecretSearch
  private let placeholders: [String: String]

  /// Collects the secrets of a run.
  ///
  /// - Parameters:
  ///   - report: The run.
  ///   - secrets: Secrets that it was walked with, whether it came to use them or not, by their names.
  ///   - publicText: All that is written besides and is no secret: what stands in it cannot be searched for.
  ///   - challenge: The S256 code challenge of a code verifier.
  /// - Throws: `Fault.ordinary` or `Fault.tooMany`.
  public init(
    of report: Report, secrets: [(name: String, value: String)] = [], publicText: String,
    challenge: (String) -> String?
  ) throws(Fault) {
    let challenges = Self.challenges(in: report)
    var collection = SecretCollection(
      publicText: publicText, derived: Set(challenges.map(\.challenge)))
    try collection.addKnown(in: report)
    for (name, value) in secrets { try collection.addKnown(value, name) }
    try collection.addSuspected(in: report)
    var searched = collection.searched
    // The challenge is no secret, but it must be that of the placeholder.
    for (verifier, value) in challenges {
      guard let placeholder = collection.placeholders.byValue[verifier],
        let other = challenge(placeholder)
      else { continue }
      searched.append((value, other))
    }
    search = SecretSearch(searched, encodesAnew: true)
    placeholders = collection.placeholders.byValue
  }

  /// The placeholder of a value that was found to be secret; `nil` for any other.
  public func placeholder(for value: String) -> String? { placeholders[value] }

  /// A text without secrets.
  public func callAsFunction(_ text: String) -> String {
    String(decoding: callAsFunction(Array(text.utf8)), as: UTF8.self)
  }

  /// A text without secrets.
  public func callAsFunction(_ bytes: [UInt8]) -> [UInt8] {
    search.replacing(in: hidingNamed(in: bytes))
  }

  /// Makes sure that nothing is left.
  ///
  /// - Throws: `Fault.stillThere` for the first secret that can be found in the text, in any form.
  public func check(_ bytes: [UInt8]) throws(Fault) {
    if let placeholder = search.first(in: bytes) { throw .stillThere(placeholder: placeholder) }
  }

  /// Replaces values that are too short to be searched for where their name tells what they are.
  private func hidingNamed(in bytes: [UInt8]) -> [UInt8] {
    let values = NamedValueReader.values(in: bytes, wants: SecretCollection.wants)
    return bytes.replacing(
      values.compactMap { value in
        placeholders[value.value].map { (value.place, Self.written($0, as: value.kind)) }
      })
  }

  /// A placeholder for a text cannot stand where a number stood.
  private static func written(_ placeholder: String, as kind: NamedValue.Kind) -> String {
    kind == .number && !placeholder.utf8.allSatisfy(\.isDigit) ? "\"\(placeholder)\"" : placeholder
  }

  /// Each code verifier of the run with its challenge.
  private static func challenges(in report: Report) -> [(verifier: String, challenge: String)] {
    report.steps.compactMap { step in
      guard let verifier = step.outputs.first(where: { $0.name == "code_verifier" }),
        let challenge = step.outputs.first(where: { $0.name == "code_challenge" })
      else { return nil }
      return (verifier.value, challenge.value)
    }
  }
}
