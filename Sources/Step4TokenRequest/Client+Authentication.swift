public import Vocabulary

extension Client {
  /// The `Authorization` field with which the client authenticates: RFC 6749 §3.2.1.
  ///
  /// - Returns: The field's value; `nil` for a client that has no secret.
  /// - Throws: `StepFailure` with `clientSecretMissing` for a confidential client without its secret.
  public func authorizationHeader() throws(StepFailure) -> String? {
    guard applicationType.isConfidential else { return nil }
    guard let secret, !secret.value.isEmpty else {
      throw StepFailure(
        .clientSecretMissing,
        "A server application must authenticate, and there is no client secret.",
        expected: "a client secret", received: "none",
        why: "The server answers a confidential client without its secret with invalid_client.",
        reference: .rfc6749("3.2.1"))
    }
    return BasicCredentials(identifier: identifier, secret: secret).headerValue
  }
}
