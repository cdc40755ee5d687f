/// A named value of a step, with all that a reader needs to understand it.
public struct Parameter: Hashable, Sendable {
  /// The name: the wire name where it goes over the wire.
  public private(set) var name: String
  /// The value, complete and unencoded.
  public private(set) var value: String
  /// Where the value comes from.
  public private(set) var origin: Origin
  /// Where the value stands.
  private let place: Place
  private var entry: GlossaryEntry?
  /// The purpose that the server's description gives a parameter of its own.
  private var purpose: String?
  /// Whether nothing says that the value is no secret.
  private var mayBeSecret = false

  /// Explains a value by its glossary entry.
  ///
  /// - Parameters:
  ///   - name: The name as it stands in the message.
  ///   - value: The value, unencoded.
  ///   - place: Where it stands, since one name may mean different things in different messages.
  ///   - origin: Where it comes from.
  public init(_ name: String, _ value: String, in place: Place, origin: Origin) {
    self.name = name
    self.value = value
    self.place = place
    self.origin = origin
    entry = Glossary.entry(named: name, in: place)
  }

  /// What the value is for.
  public var meaning: String { purpose ?? entry?.meaning ?? Glossary.unknown }

  /// Where that is laid down; `nil` for a value that the glossary does not know.
  public var reference: Reference? { entry?.reference }

  /// Who sees the value when it travels; `nil` if it stays in the client.
  public var seenBy: String? { entry?.seenBy(in: place) ?? place.seenBy }

  /// Whether it must be hidden where it is real.
  public var isSecret: Bool { entry?.isSecret ?? mayBeSecret }

  /// The same value, explained for one message at one server.
  ///
  /// - Parameters:
  ///   - message: The name of the step whose message it is.
  ///   - server: The server that the message goes to or comes from; `nil` if it is not known.
  /// - Returns: The value with what the server and the message say of it, before what holds everywhere.
  public func explained(in message: String, at server: AuthorizationServer?) -> Parameter {
    var parameter = self
    parameter.entry = Glossary.entry(named: name, in: place, of: message, at: server)
    let own =
      switch place {
      case .authorizationRequest: server?.authorizationParameters
      case .tokenRequest: server?.tokenParameters
      default: [AuthorizationParameter]?.none
      }
    // Another value of the query may be the request's own; that of a form may be a placeholder.
    let described = own?.first {
      $0.name == name && ($0.value == value || place == .tokenRequest)
    }
    parameter.purpose = described?.purpose
    // Nobody but the server sees the token request, so it is where a secret of any name may be.
    parameter.mayBeSecret =
      place == .tokenRequest && described != nil
      && !AuthorizationParameter.openInTokenRequests.contains(name)
    return parameter
  }

  /// The same parameter with another name and value, for hiding a secret in either.
  public func replacing(name: String, value: String) -> Parameter {
    var parameter = self
    parameter.name = name
    parameter.value = value
    return parameter
  }

  /// The same parameter with another origin, for a value that an earlier step gave.
  public func withOrigin(_ origin: Origin) -> Parameter {
    var parameter = self
    parameter.origin = origin
    return parameter
  }
}
