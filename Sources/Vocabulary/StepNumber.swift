/// The place of a step in a run: one of the five, or before or after them.
///
/// Its raw value is the number that modules, lessons, snippets, recordings and documents share.
public enum StepNumber: Int, CaseIterable, Comparable, Codable, Sendable {
  /// What comes before the five, such as a look at the server's description.
  case before
  /// Step 1: the client makes a secret of its own.
  case codeVerifier
  /// Step 2: the browser takes the user to the authorization server.
  case authorizationRequest
  /// Step 3: the browser brings the answer back.
  case authorizationResponse
  /// Step 4: the client exchanges the code.
  case tokenRequest
  /// Step 5: the tokens come.
  case tokenResponse
  /// What is done with the tokens.
  case after

  /// The five steps, in order.
  public static let five = allCases.filter(\.isOneOfTheFive)

  /// Whether it is one of the five steps, and not something before or after them.
  public var isOneOfTheFive: Bool { self != .before && self != .after }

  /// Whether it builds a request, and reads no answer.
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
