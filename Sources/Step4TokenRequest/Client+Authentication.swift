public import HTTPMessages
public import Vocabulary

extension Client {
  /// What a request carries to prove which client sends it.
  public struct Authentication: Hashable, Sendable {
    /// The `Authorization` field; `nil` for a client that authenticates otherwise, or not at all.
    public let field: HTTPField?
    /// What stands in the form, behind `client_id`.
    public let pairs: [Form.Pair]

    /// A public client has nothing to authenticate with.
    static let none = Authentication(field: nil, pairs: [])
  }

  /// What a request carries so that the client is authenticated: RFC 6749 §3.2.1.
  ///
  /// - Parameter way: Where the server wants the secret.
  /// - Returns: The field or the form's pairs; neither for a client that has no secret, or sends none.
  /// - Throws: `StepFailure` with `clientSecretMissing` for a confidential client without its secret.
  public func authentication(_ way: ClientAuthentication) throws(StepFailure) -> Authentication {
    guard applicationType.isConfidential, way != .none else { return .none }
    guard let secret, !secret.value.isEmpty else {
      throw StepFailure(
        .clientSecretMissing,
        "A server application must authenticate, and there is no client secret.",
        expected: "a client secret", received: "none",
        why: "The server answers a confidential client without its secret with invalid_client.",
        reference: .rfc6749("3.2.1"))
    }
    switch way {
    case .header:
      let value = BasicCredentials(identifier: identifier, secret: secret).headerValue
      return Authentication(field: HTTPField("Authorization", value), pairs: [])
    // RFC 6749 §2.3.1: in the body only, never in the URL, and only where the header cannot be used.
    case .body:
      return Authentication(field: nil, pairs: [Form.Pair("client_secret", secret.value)])
    case .none: return .none
    }
  }
}
