/// What a request for introspection carries to prove that it may ask: RFC 7662 §2.1.
public enum IntrospectionAuthorization: String, CaseIterable, Hashable, Sendable, Codable {
  /// The client's own authentication, as at the token endpoint.
  case client
  /// An access token in the header, as Fitbit wants it.
  case accessToken = "access_token"
}
