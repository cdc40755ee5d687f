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

  init(_ name: String, _ meaning: String, _ reference: Reference, secret: Bool = false) {
    self.name = name
    self.meaning = meaning
    self.reference = reference
    isSecret = secret
  }
}
