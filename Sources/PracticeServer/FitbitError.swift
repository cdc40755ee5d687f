import HTTPMessages

/// An error in Fitbit's shape: `{"errors":[{"errorType":…,"message":…}],"success":false}`.
struct FitbitError: Error, Hashable {
  /// Fitbit's `errorType`.
  let type: String
  /// The explanation; Fitbit's own words where they are known.
  let message: String
  /// The status that it comes with.
  let status: Int
  /// Whether Fitbit's own words are not known.
  let isReconstructed: Bool
  /// The scope that a token needs, where that is what it lacks.
  var wantedScope: String?
  /// What to log.
  var summary: String { "\(type): \(ownWords.prefix(120))" }

  /// The explanation without the sentence that says the same in each of Fitbit's errors.
  var ownWords: String {
    // By bytes, since every refusal comes here.
    let closing = message.hasSuffix(Self.visit) ? Self.visit.utf8.count : 0
    return String(decoding: message.utf8.dropLast(closing), as: UTF8.self)
  }

  init(_ type: String, _ message: String, status: Int = 400, reconstructed: Bool = false) {
    self.type = type
    self.message = message
    self.status = status
    isReconstructed = reconstructed
  }

  /// The sentence that Fitbit's OAuth errors end with.
  static let visit =
    "Visit https://dev.fitbit.com/docs/oauth2 for more information on the Fitbit Web API "
    + "authorization process."

  /// A refused client authentication: RFC 6749 §5.2 wants 401.
  static func client(_ message: String, reconstructed: Bool = false) -> FitbitError {
    FitbitError(
      "invalid_client", "\(message) \(visit)", status: 401, reconstructed: reconstructed)
  }

  /// A refused code, verifier or refresh token.
  static func grant(_ message: String, reconstructed: Bool = false) -> FitbitError {
    FitbitError("invalid_grant", "\(message) \(visit)", reconstructed: reconstructed)
  }

  /// A request that is wrong in itself.
  static func request(_ message: String, reconstructed: Bool = false) -> FitbitError {
    FitbitError("invalid_request", "\(message) \(visit)", reconstructed: reconstructed)
  }

  /// A client that authenticates in two ways: RFC 6749 §5.2 names the type.
  static let twoMethods = request(
    "The request has more than one client authentication method.", reconstructed: true)

  /// A parameter of a token request in the query.
  static func inQuery(_ name: String) -> FitbitError {
    request("The parameter \(name) is in the query.", reconstructed: true)
  }
}
