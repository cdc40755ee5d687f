/// A value that must not reach a log, an error message or a debugger's summary by accident.
///
/// Whoever wants the text has to write `.value`, which one can search for; printing the whole thing
/// gives its type only.
public protocol Secret: Hashable, Sendable, CustomStringConvertible, CustomDebugStringConvertible,
  CustomReflectable
{
  /// The secret itself.
  var value: String { get }
}

extension Secret {
  /// The name of the type, never the value.
  public var description: String { "\(Self.self)(hidden)" }

  /// The name of the type, never the value.
  public var debugDescription: String { description }

  /// A mirror without children, so that `dump` shows nothing either.
  public var customMirror: Mirror { Mirror(self, children: []) }
}

/// The password of a confidential client: RFC 6749 §2.3.1.
public struct ClientSecret: Secret {
  /// The secret as it was issued at registration, not encoded in any way.
  public let value: String

  /// Takes a secret as it was issued.
  public init(_ value: String) {
    self.value = value
  }
}
