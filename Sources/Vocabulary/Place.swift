/// Where a value stands: inside the client, or in which part of which message.
public enum Place: String, CaseIterable, Hashable, Sendable {
  /// A word of the specifications, which stands for no value.
  case word
  /// A value that the client holds and does not send.
  case insideTheClient
  /// A query parameter of the authorization request.
  case authorizationRequest
  /// A query parameter of the redirect, or the fragment as a whole.
  case authorizationResponse
  /// A fragment parameter of the redirect: the answer of the implicit flow.
  case implicitResponse
  /// A form parameter of the token request.
  case tokenRequest
  /// A JSON member of the token response.
  case tokenResponse
  /// A form parameter of a request about a token.
  case tokenUseRequest
  /// A JSON member of an answer about a token, or of the user's data.
  case tokenUseResponse
  /// A JSON member of a server's description of itself.
  case metadata
  /// A header field of a request.
  case requestField
  /// A header field of a response.
  case responseField

  /// Who sees a value that stands here; `nil` if it stays in the client.
  public var seenBy: String? {
    switch self {
    case .word, .insideTheClient: nil
    case .authorizationRequest: "the browser and the authorization server"
    case .authorizationResponse, .implicitResponse:
      "the authorization server, the browser and the app"
    case .tokenRequest, .tokenResponse, .tokenUseRequest, .tokenUseResponse:
      "the app and the authorization server only"
    // The same fields go to the API, too.
    case .requestField, .responseField: "nobody but the app and the server that it calls"
    case .metadata: "everybody who asks"
    }
  }
}
