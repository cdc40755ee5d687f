import HTTPMessages
public import Vocabulary

/// The client ID and secret for HTTP Basic authentication (RFC 6749 §2.3.1).
public struct BasicCredentials: Hashable, Sendable {
  /// The client ID, not encoded.
  public let identifier: String
  /// The client secret, not encoded.
  public let secret: ClientSecret

  /// Creates credentials from a client ID and its secret.
  public init(identifier: String, secret: ClientSecret) {
    self.identifier = identifier
    self.secret = secret
  }

  /// The value of the `Authorization` field.
  ///
  /// Both are form-encoded first, so that a colon in either is not mistaken for the separator
  /// (RFC 6749 §2.3.1).
  public var headerValue: String {
    let pair = Form.encode(identifier) + ":" + Form.encode(secret.value)
    return "Basic " + Base64.standard.encode(Array(pair.utf8))
  }
}
