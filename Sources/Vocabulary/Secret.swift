/// A value that must not reach a log, an error message, or a debugger's summary by accident.
///
/// Code that needs the text must write `.value`, which a search finds. Printing the secret shows
/// only its type.
public protocol Secret: Hashable, Sendable, CustomStringConvertible, CustomDebugStringConvertible,
  CustomReflectable
{
  /// The secret text.
  var value: String { get }
}

extension Secret {
  /// The name of the type, never the value.
  public var description: String { "\(Self.self)(hidden)" }

  /// The name of the type, never the value.
  public var debugDescription: String { description }

  /// A mirror without children, so that `dump` does not show the value either.
  public var customMirror: Mirror { Mirror(self, children: []) }
}

/// The password of a confidential client (RFC 6749 §2.3.1).
public struct ClientSecret: Secret {
  /// The secret as issued at registration, without any encoding.
  public let value: String

  /// Creates a secret from its text as issued.
  public init(_ value: String) {
    self.value = value
  }
}

/// Compares two byte strings in a time that depends only on their lengths.
///
/// An ordinary comparison stops at the first difference. Its duration tells an attacker how much of
/// a guess was right.
///
/// - Returns: Whether both have the same length and the same bytes.
public func isEqualInConstantTime(_ left: [UInt8], _ right: [UInt8]) -> Bool {
  guard left.count == right.count else { return false }
  var difference: UInt8 = 0
  for (one, other) in zip(left, right) { difference |= one ^ other }
  return difference == 0
}
