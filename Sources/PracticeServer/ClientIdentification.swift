import HTTPMessages
import Vocabulary

/// Finds out which client calls: RFC 6749 §2.3 and §3.2.1, with Fitbit's words for what is wrong.
struct ClientIdentification {
  let configuration: PracticeConfiguration
  let request: HTTPRequest
  let form: Form

  /// The client that calls.
  ///
  /// - Throws: `FitbitError` with `invalid_client`.
  func client(_ rules: inout RuleBook) throws(FitbitError) -> PracticeClient {
    if let header = request.fields.value(of: "Authorization") {
      return try client(header, &rules)
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
    // A secret in the body counts as none: Fitbit wants the header.
    let isUnproven = !client.isPublic || given != nil
    if rules.rejects(.clientAuthentication, when: isUnproven) {
      throw .client("Incorrect authorization method.")
    }
    return client
  }

  private func client(
    _ header: String, _ rules: inout RuleBook
  ) throws(FitbitError) -> PracticeClient {
    guard let (identifier, secret) = BasicHeader.read(header), isComplete(identifier, secret)
    else {
      throw .client(
        "Invalid authorization header format. The client id was not provided in proper format inside "
          + "Authorization Header. Received authorization header = \(header.prefix(200)),  received "
          + "client encoded id = null.")
    }
    guard let client = configuration.client(named: identifier) else {
      throw .client("Invalid authorization header. Client id invalid.")
    }
    if rules.rejects(.clientAuthentication, when: !has(client, secret: secret)) {
      throw .client("Invalid authorization header. Client secret invalid.")
    }
    // RFC 6749 §2.3: one method in each request, and two that agree are two.
    if rules.rejects(.oneAuthenticationMethod, when: form.value(of: "client_secret") != nil) {
      throw .twoMethods
    }
    if let other = form.value(of: "client_id"), !other.hasSameBytes(as: identifier) {
      throw .request("The client_id of header and body differ", reconstructed: true)
    }
    return client
  }

  /// Whether a secret is the client's; one that has none may send an empty one.
  private func has(_ client: PracticeClient, secret: String) -> Bool {
    guard let expected = client.secret else { return secret.isEmpty }
    return isEqualInConstantTime(Array(expected.value.utf8), Array(secret.utf8))
  }

  /// Whether the header names a secret, or an empty one where that is allowed.
  private func isComplete(_ identifier: String, _ secret: String) -> Bool {
    // A client that has no secret has nothing to prove: RFC 6749 §3.2.1 wants its identifier only.
    !secret.isEmpty
      || configuration.features.contains(.emptySecret)
        && configuration.client(named: identifier)?.secret == nil
  }
}
