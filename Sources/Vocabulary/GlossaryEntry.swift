/// What the workbench knows of one name in one place.
public struct GlossaryEntry: Hashable, Sendable {
  /// The name as it goes over the wire, or the workbench's own name for a value that does not.
  public let name: String
  /// What it is for, in a sentence or two.
  public let meaning: String
  /// Where it is laid down.
  public let reference: Reference
  /// Whether its value must be hidden where it is real.
  public let isSecret: Bool
  /// Who sees the value, where that is not the same for all that stands in its place.
  private let exceptionallySeenBy: String?

  init(
    _ name: String, _ meaning: String, _ reference: Reference, secret: Bool = false,
    seenBy: String? = nil
  ) {
    self.name = name
    self.meaning = meaning
    self.reference = reference
    isSecret = secret
    exceptionallySeenBy = seenBy
  }

  /// Who sees the value where it stands; `nil` if it stays in the client, or is none.
  public func seenBy(in place: Place) -> String? { exceptionallySeenBy ?? place.seenBy }
}
