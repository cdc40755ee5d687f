import HTTPMessages

/// An error in Fitbit's shape: `{"errors":[{"errorType":…,"message":…}],"success":false}`.
struct FitbitError: Error, Hashable {
  /// Fitbit's `errorType`.
  let type: String
  /// The explanation, in Fitbit's own words where they are documented.
  let message: String
  /// The HTTP status of the response.
  let status: Int
  /// Whether Fitbit's own words are undocumented.
  let isReconstructed: Bool
  /// The scope that the token lacks, or `nil` for other errors.
  var neededScope: String?
  /// The type and the start of the explanation, for the log.
  var summary: String { "\(type): \(ownWords.prefix(120))" }

  /// The explanation without the closing sentence of every Fitbit error.
  var ownWords: String {
    // By bytes, for speed: every rejection passes through here.
    let closing = message.hasSuffix(Self.visit) ? Self.visit.utf8.count : 0
    return String(decoding: message.utf8.dropLast(closing), as: UTF8.self)
  }

  init(_ type: String, _ message: String, status: Int = 400, reconstructed: Bool = false) {
    self.type = type
    self.message = message
    self.status = status
    isReconstructed = reconstructed
  }

  /// The closing sentence of Fitbit's OAuth errors.
  static let visit =
    "Visit https://dev.fitbit.com/docs/oauth2 for more information on the Fitbit Web API "
    + "authorization process."

  /// Returns the error of a failed client authentication, with status 401 (RFC 6749 §5.2).
  static func client(_ message: String, reconstructed: Bool = false) -> FitbitError {
    FitbitError(
      "invalid_client", "\(message) \(visit)", status: 401, reconstructed: reconstructed)
  }

  /// Returns the error of a rejected code, verifier, or refresh token.
  static func grant(_ message: String, reconstructed: Bool = false) -> FitbitError {
    FitbitError("invalid_grant", "\(message) \(visit)", reconstructed: reconstructed)
  }

  /// Returns the error of a malformed request.
  static func request(_ message: String, reconstructed: Bool = false) -> FitbitError {
    FitbitError("invalid_request", "\(message) \(visit)", reconstructed: reconstructed)
  }

  /// The error of a client that authenticates by two methods (RFC 6749 §5.2).
  static let twoMethods = request(
    "The request has more than one client authentication method.", reconstructed: true)

  /// Returns the error of a token request parameter in the query.
  static func inQuery(_ name: String) -> FitbitError {
    request("The parameter \(name) is in the query.", reconstructed: true)
  }
}
