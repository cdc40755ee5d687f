/// The position of a step in a run: one of the five, or before or after them.
///
/// Modules, lessons, snippets, recordings, and JSON documents share its raw value.
public enum StepNumber: Int, CaseIterable, Comparable, Codable, Sendable {
  /// Before the five steps, such as reading the server's metadata.
  case before
  /// Step 1: the client creates a secret.
  case codeVerifier
  /// Step 2: the client sends the browser to the authorization server.
  case authorizationRequest
  /// Step 3: the server redirects the browser to the client.
  case authorizationResponse
  /// Step 4: the client exchanges the code.
  case tokenRequest
  /// Step 5: the server returns the tokens.
  case tokenResponse
  /// After the five steps: the client uses the tokens.
  case after

  /// The five steps, in order.
  public static let five = allCases.filter(\.isOneOfTheFive)

  /// Whether it is one of the five steps, not before or after them.
  public var isOneOfTheFive: Bool { self != .before && self != .after }

  /// Whether it builds a request and reads no response.
  public var sends: Bool { self == .authorizationRequest || self == .tokenRequest }

  /// Whether one comes before the other.
  public static func < (left: StepNumber, right: StepNumber) -> Bool {
    left.rawValue < right.rawValue
  }
}

extension StepNumber: CustomStringConvertible {
  /// The number, in digits.
  public var description: String { String(rawValue) }
}
