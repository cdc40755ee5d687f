public import HTTPMessages
public import Vocabulary

/// Step 4: the request that exchanges the authorization code for tokens.
///
/// The app sends it to the server directly; `TokenResponse` reads the answer.
/// RFC 6749 §4.1.3, and RFC 7636 §4.5 for the code verifier.
public struct TokenRequest: Step {
  /// The server that issued the code.
  public let server: AuthorizationServer
  /// The app that was given the code.
  public let client: Client
  /// What is exchanged.
  public let grant: Grant

  /// Sets the step up.
  public init(server: AuthorizationServer, client: Client, grant: Grant) {
    self.server = server
    self.client = client
    self.grant = grant
  }

  /// Builds the request.
  ///
  /// - Returns: A POST with a form in its body, and a Basic header for a confidential client.
  /// - Throws: `StepFailure` with `clientSecretMissing` for a confidential client without its secret.
  public func output() throws(StepFailure) -> HTTPRequest {
    var fields = [
      HTTPField("Content-Type", Form.mediaType),
      HTTPField("Accept", "application/json"),
    ]
    if let header = try authorizationHeader() {
      fields.insert(HTTPField("Authorization", header), at: 0)
    }
    return HTTPRequest(
      method: "POST", url: server.tokenEndpoint, fields: fields, body: Array(form.encoded.utf8))
  }

  /// The form of RFC 6749 §4.1.3 and RFC 7636 §4.5.
  ///
  /// The guide wants client_id from every application type.
  private var form: Form {
    switch grant {
    case .authorizationCode(let code, let verifier, let redirectURI):
      Form([
        Form.Pair("grant_type", "authorization_code"),
        Form.Pair("client_id", client.identifier),
        Form.Pair("code", code.value),
        Form.Pair("code_verifier", verifier.value),
        Form.Pair("redirect_uri", redirectURI.value),
      ])
    }
  }

  private func authorizationHeader() throws(StepFailure) -> String? {
    guard client.applicationType.isConfidential else { return nil }
    guard let secret = client.secret, !secret.value.isEmpty else {
      throw StepFailure(
        .clientSecretMissing,
        "A server application must authenticate, and there is no client secret.",
        expected: "a client secret", received: "none",
        why: "The server answers a confidential client without its secret with invalid_client.",
        reference: .rfc6749("3.2.1"))
    }
    return BasicCredentials(identifier: client.identifier, secret: secret).headerValue
  }
}
