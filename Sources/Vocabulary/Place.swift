/// Where a value stands: inside the client, or in which part of which message.
public enum Place: String, CaseIterable, Hashable, Sendable {
  /// A word of the specifications, which stands for no value.
  case word
  /// A value that the client holds and does not send.
  case insideTheClient
  /// A query parameter of the authorization request.
  case authorizationRequest
  /// A query or fragment parameter of the redirect.
  case authorizationResponse
  /// A form parameter of the token request.
  case tokenRequest
  /// A JSON member of the token response.
  case tokenResponse
  /// A header field of a request.
  case requestField
  /// A header field of a response.
  case responseField

  /// Who sees a value that stands here; `nil` if it stays in the client.
  public var seenBy: String? {
    switch self {
    case .word, .insideTheClient: nil
    case .authorizationRequest: "the browser and the authorization server"
    case .authorizationResponse: "the authorization server, the browser and the app"
    case .tokenRequest, .tokenResponse, .requestField, .responseField:
      "the app and the authorization server only"
    }
  }
}
