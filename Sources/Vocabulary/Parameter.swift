/// A named value of a step, with all that a reader needs to understand it.
public struct Parameter: Hashable, Sendable {
  /// The name: the wire name where it goes over the wire.
  public let name: String
  /// The value, complete and unencoded.
  public let value: String
  /// What the value is for.
  public let meaning: String
  /// Where that is laid down; `nil` for a value that the glossary does not know.
  public let reference: Reference?
  /// Who sees the value when it travels; `nil` if it stays in the client.
  public let seenBy: String?
  /// Where the value comes from.
  public let origin: Origin
  /// Whether it must be hidden where it is real.
  public let isSecret: Bool

  /// Explains a value by its glossary entry.
  ///
  /// - Parameters:
  ///   - name: The name as it stands in the message.
  ///   - value: The value, unencoded.
  ///   - place: Where it stands, since one name may mean different things in different messages.
  ///   - origin: Where it comes from.
  public init(_ name: String, _ value: String, in place: Place, origin: Origin) {
    let entry = Glossary.entry(named: name, in: place)
    self.name = name
    self.value = value
    self.origin = origin
    meaning = entry?.meaning ?? Glossary.unknown
    reference = entry?.reference
    seenBy = entry?.seenBy(in: place) ?? place.seenBy
    isSecret = entry?.isSecret ?? false
  }

  init(_ other: Parameter, name: String, value: String, origin: Origin) {
    self.name = name
    self.value = value
    meaning = other.meaning
    reference = other.reference
    seenBy = other.seenBy
    self.origin = origin
    isSecret = other.isSecret
  }
}
