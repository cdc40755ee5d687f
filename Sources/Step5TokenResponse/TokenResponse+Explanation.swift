import HTTPMessages
public import Vocabulary

extension TokenResponse {
  /// What step 5 is called and what it is for.
  public static let heading = StepHeading(
    number: .tokenResponse, name: "token-response", title: "Token response",
    purpose: """
      The server answers with an access token, which opens the user's data until it expires, and a \
      refresh token, which gets the next pair. The user may have granted less than was asked for, so \
      the app compares the scopes. The tokens come in the body of an answer, and in no address.
      """,
    traffic: "The server answers the app directly: the back channel.")

  /// What this very answer is for.
  public var purpose: String {
    guard requestedScope == nil else { return Self.heading.purpose }
    return """
      The server answers with an access token of the app's own. It stands for the app, \
      and for no user. There is no refresh token, because none is needed: the app can ask again whenever it \
      likes, with nothing but its secret.
      """
  }

  /// What the answer is held against.
  public var inputs: [Parameter] {
    let scope = requestedScope.map {
      Parameter("requested_scope", $0.value, in: .insideTheClient, origin: .given)
    }
    let time = Parameter(
      "received_at", UTCTime(secondsSince1970: receivedAt).text, in: .insideTheClient,
      origin: .computed)
    return [scope, time].compactMap(\.self)
  }
}
