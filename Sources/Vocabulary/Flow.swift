/// A way to an access token: one of the grants of RFC 6749 §1.3, the first with RFC 7636 on top.
public enum Flow: String, CaseIterable, Hashable, Sendable, Codable {
  /// The authorization code grant with PKCE: RFC 6749 §4.1 and RFC 7636.
  case pkce
  /// The authorization code grant without PKCE: RFC 6749 §4.1.
  case code
  /// The implicit grant, whose answer is the token itself: RFC 6749 §4.2.
  case implicit
  /// The client credentials grant, in which there is no user: RFC 6749 §4.4.
  case clientCredentials = "client-credentials"

  /// The name as a person reads it.
  public var title: String {
    switch self {
    case .pkce: "Authorization code with PKCE"
    case .code: "Authorization code without PKCE"
    case .implicit: "Implicit"
    case .clientCredentials: "Client credentials"
    }
  }

  /// Which of the five steps the flow has, in order.
  public var steps: [Int] {
    switch self {
    case .pkce: [1, 2, 3, 4, 5]
    case .code: [2, 3, 4, 5]
    case .implicit: [2, 3]
    case .clientCredentials: [4, 5]
    }
  }

  /// Which applications may use the flow at Fitbit, the usual one first.
  public var applicationTypes: [ApplicationType] {
    switch self {
    case .pkce: [.server, .client, .personal]
    case .code, .clientCredentials: [.server]
    case .implicit: [.client, .personal]
    }
  }

  /// Why no other application may, in one sentence.
  public var restriction: String {
    switch self {
    case .pkce: "Every application type may use PKCE, and should."
    case .code:
      "Only a server application may leave out PKCE: its client secret has to say who exchanges the code."
    case .implicit:
      "The implicit flow was made for applications without a secret: one with a secret uses a code."
    case .clientCredentials:
      "Only a server application has a secret, and here the secret is all that proves anything."
    }
  }

  /// Where the restriction is laid down.
  public var restrictionReference: Reference {
    switch self {
    case .pkce: .rfc9700("2.1.1")
    case .code: .fitbitGuide("Authorization Code Grant Flow (without PKCE)")
    case .implicit: .fitbitGuide("Implicit Grant Flow")
    case .clientCredentials: .rfc6749("4.4")
    }
  }
}
