/// The place of a step in a run: one of the five, or before or after them.
///
/// Its raw value is the number that modules, lessons, snippets, recordings and documents share.
public enum StepNumber: Int, CaseIterable, Comparable, Codable, Sendable {
  /// What comes before the five, such as a look at the server's description.
  case before
  case codeVerifier, authorizationRequest, authorizationResponse, tokenRequest, tokenResponse
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
