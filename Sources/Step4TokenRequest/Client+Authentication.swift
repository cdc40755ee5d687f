public import HTTPMessages
public import Vocabulary

extension Client {
  /// The parts of a request that prove which client sends it.
  public struct Authentication: Hashable, Sendable {
    /// The `Authorization` field, or `nil` if the client authenticates otherwise or not at all.
    public let field: HTTPField?
    /// The parameters after `client_id` in the form.
    public let pairs: [Form.Pair]

    /// No authentication, as for a public client.
    static let none = Authentication(field: nil, pairs: [])
  }

  /// Returns the parts of a request that authenticate the client (RFC 6749 §3.2.1).
  ///
  /// - Parameter method: The method that the server requires.
  /// - Returns: A header field or parameters; neither for a client that sends no secret.
  /// - Throws: `StepFailure` with `clientSecretMissing` if a confidential client has no secret.
  public func authentication(_ method: ClientAuthentication) throws(StepFailure) -> Authentication {
    guard applicationType.isConfidential, method != .none else { return .none }
    guard let secret, !secret.value.isEmpty else {
      throw StepFailure(
        .clientSecretMissing,
        "A server application must authenticate, but there is no client secret.",
        expected: "a client secret", received: "none",
        why: "The server rejects a confidential client without its secret: invalid_client.",
        reference: .rfc6749("3.2.1"))
    }
    switch method {
    case .header:
      let value = BasicCredentials(identifier: identifier, secret: secret).headerValue
      return Authentication(field: HTTPField("Authorization", value), pairs: [])
    // RFC 6749 §2.3.1: in the body, never in the URL, and only if the header field cannot be used.
    case .body:
      return Authentication(field: nil, pairs: [Form.Pair("client_secret", secret.value)])
    case .none: return .none
    }
  }
}
