import HTTPMessages
public import Vocabulary

extension TokenResponse {
  /// The heading of step 5: title, purpose, and channel.
  public static let heading = StepHeading(
    number: .tokenResponse, name: "token-response", title: "Token response",
    purpose: """
      If the server accepts the request, it returns an access token and, usually, a refresh token. The user \
      may have granted less than requested: compare the scopes.
      """,
    traffic: "Back channel: only the client and the server see this response.",
    details: ["received_at", "token_type", "expires_in", "expires_at", "scope_not_granted"])

  /// The purpose of this response: tokens for a user, or for the client.
  public var purpose: String {
    guard requestedScope == nil else { return Self.heading.purpose }
    return """
      If the server accepts the request, it returns an access token that represents the client, not a user. \
      There is no refresh token: the client can request another access token at any time.
      """
  }

  /// The channel of the tokens, which keeps them out of URLs.
  public var protection: String {
    "The response was sent directly to the client, so no token appeared in a URL."
  }

  /// The requested scopes and the time that the response is compared with.
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
