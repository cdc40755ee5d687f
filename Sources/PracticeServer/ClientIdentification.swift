import HTTPMessages
import Vocabulary

/// The identification of the calling client (RFC 6749 §2.3, §3.2.1), with Fitbit's error texts.
struct ClientIdentification {
  let configuration: PracticeConfiguration
  let request: HTTPRequest
  let form: Form

  /// Returns the calling client.
  ///
  /// - Throws: `FitbitError` with `invalid_client`.
  func client(_ rules: inout RuleBook) throws(FitbitError) -> PracticeClient {
    if let field = request.fields.value(of: "Authorization") {
      return try client(field, &rules)
    }
    guard let identifier = form.value(of: "client_id") else {
      throw .client(
        "Invalid authorization header format. The header was not recognized to be a valid header for "
          + "any of known implementations or a client_id was not specified in case of a public "
          + "client Received header = null.")
    }
    guard let client = configuration.client(named: identifier) else {
      throw .client("Invalid authorization header. Client id invalid.")
    }
    let given = form.value(of: "client_secret")
    if let given, configuration.features.contains(.secretInBody) {
      // RFC 6749 §2.3.1: the server may take the secret from the body.
      if rules.rejects(.clientAuthentication, when: !has(client, secret: given)) {
        throw .client("Client secret invalid.", reconstructed: true)
      }
      return client
    }
    // A secret in the body is ignored: Fitbit requires the Authorization field.
    let isUnproven = !client.isPublic || given != nil
    if rules.rejects(.clientAuthentication, when: isUnproven) {
      throw .client("Incorrect authorization method.")
    }
    return client
  }

  private func client(
    _ field: String, _ rules: inout RuleBook
  ) throws(FitbitError) -> PracticeClient {
    guard let (identifier, secret) = ReceivedCredentials.read(field), isComplete(identifier, secret)
    else {
      throw .client(
        "Invalid authorization header format. The client id was not provided in proper format inside "
          + "Authorization Header. Received authorization header = \(field.prefix(200)),  received "
          + "client encoded id = null.")
    }
    guard let client = configuration.client(named: identifier) else {
      throw .client("Invalid authorization header. Client id invalid.")
    }
    if rules.rejects(.clientAuthentication, when: !has(client, secret: secret)) {
      throw .client("Invalid authorization header. Client secret invalid.")
    }
    // RFC 6749 §2.3: one method in each request, even if two of them agree.
    if rules.rejects(.oneAuthenticationMethod, when: form.value(of: "client_secret") != nil) {
      throw .twoMethods
    }
    if let other = form.value(of: "client_id"), !other.hasSameBytes(as: identifier) {
      throw .request("The client_id of header and body differ", reconstructed: true)
    }
    return client
  }

  /// Whether a secret is the client's; a client without a secret may send an empty one.
  private func has(_ client: PracticeClient, secret: String) -> Bool {
    guard let expected = client.secret else { return secret.isEmpty }
    return isEqualInConstantTime(Array(expected.value.utf8), Array(secret.utf8))
  }

  /// Whether the credentials contain a secret, or an empty one where that is allowed.
  private func isComplete(_ identifier: String, _ secret: String) -> Bool {
    // A client without a secret has nothing to prove: RFC 6749 §3.2.1 requires only its identifier.
    !secret.isEmpty
      || configuration.features.contains(.emptySecret)
        && configuration.client(named: identifier)?.secret == nil
  }
}
