/// The name of a flow: a grant of RFC 6749 §1.3, the first with RFC 7636 added.
///
/// The flow itself is described by a `FlowDescription`, in a file of the module `Flows`.
public enum Flow: String, CaseIterable, Hashable, Sendable, Codable {
  /// The authorization code grant with PKCE (RFC 6749 §4.1 and RFC 7636).
  case pkce
  /// The authorization code grant without PKCE (RFC 6749 §4.1).
  case code
  /// The implicit grant, whose authorization response is the token itself (RFC 6749 §4.2).
  case implicit
  /// The client credentials grant, which has no user (RFC 6749 §4.4).
  case clientCredentials = "client-credentials"

  /// The default flow.
  public static let usual = Flow.pkce
}
