/// A way to an access token: one of the grants of RFC 6749 §1.3, the first with RFC 7636 on top.
///
/// This is the flow's name. What a flow is, its own file in the module `Flows` says: a `FlowDescription`.
public enum Flow: String, CaseIterable, Hashable, Sendable, Codable {
  /// The authorization code grant with PKCE: RFC 6749 §4.1 and RFC 7636.
  case pkce
  /// The authorization code grant without PKCE: RFC 6749 §4.1.
  case code
  /// The implicit grant, whose answer is the token itself: RFC 6749 §4.2.
  case implicit
  /// The client credentials grant, in which there is no user: RFC 6749 §4.4.
  case clientCredentials = "client-credentials"

  /// The flow that is meant if none is named.
  public static let usual = Flow.pkce
}
