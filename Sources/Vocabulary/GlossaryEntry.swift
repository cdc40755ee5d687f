/// The meaning of one name in one place, as far as the workbench knows it.
public struct GlossaryEntry: Hashable, Sendable {
  /// The name as it goes over the wire, or the workbench's own name for a value that does not.
  public let name: String
  /// What it is for, in a sentence or two.
  public let meaning: String
  /// Where it is laid down.
  public let reference: Reference
  /// Whether its value must be hidden where it is real.
  public let isSecret: Bool
  /// The step whose message alone it explains, by the step's name; `nil` for every message.
  public let message: String?
  /// Who sees the value, where that is not the same for all that stands in its place.
  private let exceptionallySeenBy: String?

  init(
    _ name: String, _ meaning: String, _ reference: Reference, secret: Bool = false,
    seenBy: String? = nil, of message: String? = nil
  ) {
    self.name = name
    self.meaning = meaning
    self.reference = reference
    self.message = message
    isSecret = secret
    exceptionallySeenBy = seenBy
  }

  /// Who sees the value where it stands; `nil` if it stays in the client, or is none.
  public func seenBy(in place: Place) -> String? { exceptionallySeenBy ?? place.seenBy }

  /// The same entry for a list of all entries: it says where it holds, unless that is everywhere.
  func listed(at server: String? = nil) -> GlossaryEntry {
    let message = message.map { "in the \($0.replacing("-", with: " "))" }
    let conditions = [server.map { "at \($0)" }, message].compactMap(\.self)
      .joined(separator: ", ")
    guard let first = conditions.first else { return self }
    return GlossaryEntry(
      name, "\(first.uppercased())\(conditions.dropFirst()): \(meaning)", reference,
      secret: isSecret, seenBy: exceptionallySeenBy, of: self.message)
  }
}
