import HTTPMessages
public import Vocabulary

extension TokenResponse {
  /// What step 5 is called and what it is for.
  public static let heading = StepHeading(
    number: .tokenResponse, name: "token-response", title: "Token response",
    purpose: """
      If the server accepts the request, it returns an access token and, usually, a refresh token. The user \
      may have granted less than requested: compare the scopes.
      """,
    traffic: "Back channel: only the client and the server see this response.",
    details: ["received_at", "token_type", "expires_in", "expires_at", "scope_not_granted"])

  /// What this very answer is for.
  public var purpose: String {
    guard requestedScope == nil else { return Self.heading.purpose }
    return """
      If the server accepts the request, it returns an access token that represents the client, not a user. There \
      is no refresh token: the client can request another access token at any time.
      """
  }

  /// The way that the tokens took.
  public var protection: String {
    requestedScope == nil
      ? "The token came in a direct response, so it was in no URL."
      : "The tokens came in a direct response, so they were in no URL."
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
