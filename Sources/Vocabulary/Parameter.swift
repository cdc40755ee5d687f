/// A named value of a step, with its explanation.
public struct Parameter: Hashable, Sendable {
  /// The name: the one on the wire if the value is sent.
  public private(set) var name: String
  /// The value, complete and unencoded.
  public private(set) var value: String
  /// The origin of the value.
  public private(set) var origin: Origin
  /// The message, or the part of it, that contains the value.
  private let place: Place
  private var entry: GlossaryEntry?
  /// The purpose of a server's additional parameter, from its description.
  private var purpose: String?
  /// Whether the value could be a secret, as nothing says otherwise.
  private var mayBeSecret = false

  /// Creates a value that its glossary entry explains.
  ///
  /// - Parameters:
  ///   - name: The name as it appears in the message.
  ///   - value: The value, unencoded.
  ///   - place: The place, since a name may mean different things in different messages.
  ///   - origin: The origin of the value.
  public init(_ name: String, _ value: String, in place: Place, origin: Origin) {
    self.name = name
    self.value = value
    self.place = place
    self.origin = origin
    entry = Glossary.entry(named: name, in: place)
  }

  /// The explanation of the value.
  public var meaning: String { purpose ?? entry?.meaning ?? Glossary.unknown }

  /// The section that defines the value, or `nil` if the glossary does not contain it.
  public var reference: Reference? { entry?.reference }

  /// The parties that see the value when it is sent; `nil` if it stays in the client.
  public var seenBy: String? { entry?.seenBy(in: place) ?? place.seenBy }

  /// Whether a real value must be hidden.
  public var isSecret: Bool { entry?.isSecret ?? mayBeSecret }

  /// Returns the value, explained for one step and one server.
  ///
  /// - Parameters:
  ///   - message: The name of the step that sends or reads the message.
  ///   - server: The server that sends or receives the message; `nil` if unknown.
  /// - Returns: The value with the most specific explanation.
  public func explained(in message: String, at server: AuthorizationServer?) -> Parameter {
    var parameter = self
    parameter.entry = Glossary.entry(named: name, in: place, of: message, at: server)
    let own =
      switch place {
      case .authorizationRequest: server?.authorizationParameters
      case .tokenRequest: server?.tokenParameters
      default: [AuthorizationParameter]?.none
      }
    // In the query, another value may be the client's own. In a form, it may be a placeholder.
    let described = own?.first {
      $0.name == name && ($0.value == value || place == .tokenRequest)
    }
    parameter.purpose = described?.purpose
    // Only the server sees the token request, so any parameter there may be a secret.
    parameter.mayBeSecret =
      place == .tokenRequest && described != nil
      && !AuthorizationParameter.openInTokenRequests.contains(name)
    return parameter
  }

  /// Returns the parameter with another name and value, to hide a secret in either.
  public func replacing(name: String, value: String) -> Parameter {
    var parameter = self
    parameter.name = name
    parameter.value = value
    return parameter
  }

  /// Returns the parameter with another origin, for a value from an earlier step.
  public func withOrigin(_ origin: Origin) -> Parameter {
    var parameter = self
    parameter.origin = origin
    return parameter
  }
}
