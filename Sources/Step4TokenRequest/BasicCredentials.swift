import HTTPMessages
public import Vocabulary

/// Client identifier and secret as an HTTP Basic header: RFC 6749 §2.3.1.
public struct BasicCredentials: Hashable, Sendable {
  /// The client identifier.
  public let identifier: String
  /// The client secret.
  public let secret: ClientSecret

  /// Takes the two.
  public init(identifier: String, secret: ClientSecret) {
    self.identifier = identifier
    self.secret = secret
  }

  /// The value of the `Authorization` field.
  ///
  /// RFC 6749 §2.3.1: identifier and secret are form-encoded first, so that a colon or a percent sign
  /// in either cannot be taken for the separator.
  public var headerValue: String {
    let pair = Form.encode(identifier) + ":" + Form.encode(secret.value)
    return "Basic " + Base64.standard.encode(Array(pair.utf8))
  }
}
