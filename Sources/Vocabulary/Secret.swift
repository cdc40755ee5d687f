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

/// Compares two byte strings in a time that depends on their lengths only.
///
/// An ordinary comparison stops at the first difference, and its duration tells an attacker how much
/// of a guess was right.
///
/// - Returns: Whether both have the same length and the same bytes.
public func isEqualInConstantTime(_ left: [UInt8], _ right: [UInt8]) -> Bool {
  guard left.count == right.count else { return false }
  var difference: UInt8 = 0
  for (one, other) in zip(left, right) { difference |= one ^ other }
  return difference == 0
}
