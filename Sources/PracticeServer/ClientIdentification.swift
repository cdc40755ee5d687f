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
    // A secret in the body counts as none: Fitbit wants the header.
    let isUnproven = !client.isPublic || form.value(of: "client_secret") != nil
    if rules.refuses(.clientAuthentication, when: isUnproven) {
      throw .client("Incorrect authorization method.")
    }
    return client
  }

  private func client(
    _ header: String, _ rules: inout RuleBook
  ) throws(FitbitError) -> PracticeClient {
    guard let (identifier, secret) = BasicHeader.read(header) else {
      throw .client(
        "Invalid authorization header format. The client id was not provided in proper format inside "
          + "Authorization Header. Received authorization header = \(header.prefix(200)),  received "
          + "client encoded id = null.")
    }
    guard let client = configuration.client(named: identifier) else {
      throw .client("Invalid authorization header. Client id invalid.")
    }
    let isRight = client.secret.map {
      isEqualInConstantTime(Array($0.value.utf8), Array(secret.utf8))
    }
    if rules.refuses(.clientAuthentication, when: isRight != true) {
      throw .client("Invalid authorization header. Client secret invalid.")
    }
    // RFC 6749 §2.3: one method in each request, and two that agree are two.
    if rules.refuses(.oneAuthenticationMethod, when: form.value(of: "client_secret") != nil) {
      throw .twoMethods
    }
    if let other = form.value(of: "client_id"), !other.hasSameBytes(as: identifier) {
      throw .request("The client_id of header and body differ", reconstructed: true)
    }
    return client
  }
}
