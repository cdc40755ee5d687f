/// The place of a value: inside the client, or in a part of a message.
public enum Place: String, CaseIterable, Hashable, Sendable {
  /// A term of the specifications, not a value.
  case word
  /// A value in the client that is not sent as such.
  case insideTheClient
  /// A query parameter of the authorization request.
  case authorizationRequest
  /// A query parameter of the redirect, or the fragment as a whole.
  case authorizationResponse
  /// A fragment parameter of the redirect: the response in the implicit flow.
  case implicitResponse
  /// A form parameter of the token request.
  case tokenRequest
  /// A JSON member of the token response.
  case tokenResponse
  /// A form parameter of a request about a token.
  case tokenUseRequest
  /// A JSON member of a response about a token, or of the user's data.
  case tokenUseResponse
  /// A JSON member of a server's metadata.
  case metadata
  /// A header field of a request.
  case requestField
  /// A header field of a response.
  case responseField

  /// The parties that see a value here, or `nil` if it stays in the client.
  public var seenBy: String? {
    switch self {
    case .word, .insideTheClient: nil
    case .authorizationRequest: "the browser and the authorization server"
    case .authorizationResponse, .implicitResponse:
      "the authorization server, the browser, and the client"
    case .tokenRequest, .tokenResponse, .tokenUseRequest, .tokenUseResponse:
      "the client and the authorization server"
    // The server may also be the API.
    case .requestField, .responseField: "the client and the server"
    case .metadata: "anyone"
    }
  }
}
