/// Where a confidential client puts its secret when it authenticates: RFC 6749 §2.3.1.
///
/// The raw values are the names that metadata has for them: RFC 8414 §2,
/// `token_endpoint_auth_methods_supported`.
public enum ClientAuthentication: String, CaseIterable, Hashable, Sendable, Codable {
  /// In a Basic header, which every server that issues secrets has to support.
  case header = "client_secret_basic"
  /// As `client_secret` in the form, which RFC 6749 §2.3.1 does not recommend.
  case body = "client_secret_post"
}
