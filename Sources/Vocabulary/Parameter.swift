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
  /// Where the value stands.
  private let place: Place

  /// Explains a value by its glossary entry.
  ///
  /// - Parameters:
  ///   - name: The name as it stands in the message.
  ///   - value: The value, unencoded.
  ///   - place: Where it stands, since one name may mean different things in different messages.
  ///   - origin: Where it comes from.
  public init(_ name: String, _ value: String, in place: Place, origin: Origin) {
    let entry = Glossary.entry(named: name, in: place)
    self.init(name, value, in: place, origin, entry, meaning: entry?.meaning)
  }

  private init(
    _ name: String, _ value: String, in place: Place, _ origin: Origin, _ entry: GlossaryEntry?,
    meaning: String?
  ) {
    self.name = name
    self.value = value
    self.place = place
    self.origin = origin
    self.meaning = meaning ?? Glossary.unknown
    reference = entry?.reference
    seenBy = entry?.seenBy(in: place) ?? place.seenBy
    isSecret = entry?.isSecret ?? false
  }

  /// The same value, explained for one message at one server.
  ///
  /// - Parameters:
  ///   - message: The name of the step whose message it is.
  ///   - server: The server that the message goes to or comes from; `nil` if it is not known.
  /// - Returns: The value with what the server and the message say of it, before what holds everywhere.
  public func explained(in message: String, at server: AuthorizationServer?) -> Parameter {
    let entry = Glossary.entry(named: name, in: place, of: message, at: server)
    let own =
      place == .authorizationRequest
      ? server?.authorizationParameters.first { $0.name == name && $0.value == value } : nil
    return Parameter(
      name, value, in: place, origin, entry, meaning: own?.purpose ?? entry?.meaning)
  }

  /// The same parameter with another name and value, for hiding a secret in either.
  public func replacing(name: String, value: String) -> Parameter {
    Parameter(self, name: name, value: value, origin: origin)
  }

  /// The same parameter with another origin, for a value that an earlier step gave.
  public func withOrigin(_ origin: Origin) -> Parameter {
    Parameter(self, name: name, value: value, origin: origin)
  }

  private init(_ other: Parameter, name: String, value: String, origin: Origin) {
    self.name = name
    self.value = value
    self.origin = origin
    meaning = other.meaning
    reference = other.reference
    seenBy = other.seenBy
    isSecret = other.isSecret
    place = other.place
  }
}
