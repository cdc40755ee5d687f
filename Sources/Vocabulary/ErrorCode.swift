/// An error code of the specifications: the word by which a server says why it refuses.
///
/// RFC 6749 §8.5 lets an extension add codes, and so each is known only for the answers that it was
/// specified for: `invalid_grant` from an API says nothing.
public struct ErrorCode: Hashable, Sendable {
  /// The answer in which a code stands.
  public enum Answer: Hashable, Sendable, CaseIterable {
    /// The redirect from the authorization endpoint.
    case authorization
    /// The answer of the token endpoint.
    case token
    /// The answer of an API to an access token.
    case resource
    /// The answer of the revocation endpoint.
    case revocation
    /// The answer of the introspection endpoint.
    case introspection
  }

  /// The word as it goes over the wire.
  public let name: String
  /// What it means, in a sentence.
  public let meaning: String
  /// Where it is laid down.
  public let reference: Reference
  /// The answers that it is specified for.
  let answers: Set<Answer>

  /// The code of a name in an answer; `nil` if no specification known here has it there.
  public static func named(_ name: String, in answer: Answer) -> ErrorCode? {
    all.first { $0.name == name && $0.answers.contains(answer) }
  }

  /// The code of a name, whichever answer it is specified for.
  public static func named(_ name: String) -> [ErrorCode] { all.filter { $0.name == name } }

  /// Every code that is known here, those of RFC 6749 first.
  public static let all: [ErrorCode] =
    authorization + token + resource + openIDConnect + extensions

  private static func codes(
    _ reference: Reference, _ answers: Set<Answer>, _ rows: [(name: String, meaning: String)]
  ) -> [ErrorCode] {
    rows.map {
      ErrorCode(name: $0.name, meaning: $0.meaning, reference: reference, answers: answers)
    }
  }

  private static let authorization = codes(
    .rfc6749("4.1.2.1"), [.authorization],
    [
      (
        "invalid_request",
        "A parameter of the request is missing, repeated or has a value that cannot be used."
      ),
      ("unauthorized_client", "This client may not ask for a code, or a token, in this way."),
      ("access_denied", "The user or the server said no."),
      (
        "unsupported_response_type",
        "The server does not answer with this response type: a code, or a token."
      ),
      ("invalid_scope", "A requested scope is unknown, malformed or not allowed."),
      (
        "server_error",
        "The server had a fault of its own. A status of 500 cannot travel in a redirect, so it says so here."
      ),
      ("temporarily_unavailable", "The server is overloaded or under maintenance: try later."),
    ])

  /// RFC 7009 §2.2.1 and RFC 7662 §2.3 take them over.
  private static let token =
    codes(
      .rfc6749("5.2"), [.token, .revocation, .introspection],
      [
        (
          "invalid_request",
          "A parameter is missing, repeated or has a value that cannot be used, or the client authenticated in two ways."
        ),
        (
          "invalid_client",
          "The client was not authenticated: it is unknown, sent nothing to authenticate with, or did so in a "
            + "way that the server does not take."
        ),
        (
          "invalid_grant",
          "The code or the refresh token is wrong, expired, used, revoked or another client's, or the redirect "
            + "URI is not that of step 2."
        ),
        ("unauthorized_client", "This client may not use this grant type."),
        ("unsupported_grant_type", "The server does not support this grant type."),
        (
          "invalid_scope",
          "The requested scope is unknown, malformed, or more than the user granted."
        ),
      ])
    + codes(
      .rfc7009("2.2.1"), [.revocation],
      [
        (
          "unsupported_token_type",
          "The server does not revoke tokens of this kind: access tokens, as a rule."
        )
      ])

  private static let resource = codes(
    .rfc6750("3.1"), [.resource, .introspection],
    [
      ("invalid_request", "The request is malformed, or brings the token in more than one way."),
      (
        "invalid_token",
        "The access token is expired, revoked, malformed or invalid for another reason. The app may get a new "
          + "one and try again."
      ),
      ("insufficient_scope", "The request needs more than the token's scope covers."),
    ])

  private static let openIDConnect = codes(
    .openIDConnect("3.1.2.6"), [.authorization],
    [
      (
        "interaction_required",
        "The server would have to show the user a page, and prompt=none forbids it."
      ),
      ("login_required", "The user would have to sign in, and prompt=none forbids the page."),
      (
        "account_selection_required",
        "The user would have to choose an account, and prompt=none forbids the page."
      ),
      ("consent_required", "The user would have to consent, and prompt=none forbids the page."),
      ("invalid_request_uri", "The request_uri leads to an error or to invalid data."),
      ("invalid_request_object", "The request object is invalid."),
      ("request_not_supported", "The server does not support the parameter request."),
      ("request_uri_not_supported", "The server does not support the parameter request_uri."),
      ("registration_not_supported", "The server does not support the parameter registration."),
    ])

  private static let extensions =
    codes(
      .rfc8707("2"), [.authorization, .token],
      [
        (
          "invalid_target",
          "The requested resource is missing, unknown, malformed or otherwise not acceptable."
        )
      ])
    + codes(
      .rfc9396("5"), [.authorization, .token],
      [
        (
          "invalid_authorization_details",
          "The authorization_details are of a type that the server does not know, or malformed."
        )
      ])
    + codes(
      .rfc9449("5"), [.token, .resource],
      [("invalid_dpop_proof", "The DPoP proof of the request is missing or invalid.")])
    + codes(
      .rfc9449("8"), [.token, .resource],
      [
        (
          "use_dpop_nonce",
          "The DPoP proof has to contain the nonce that the answer brings in DPoP-Nonce."
        )
      ])
    + codes(
      .rfc8628("3.5"), [.token],
      [
        (
          "authorization_pending",
          "Device flow: the user has not decided yet. The client asks again."
        ),
        ("slow_down", "Device flow: the client has to wait five seconds longer between two tries."),
        ("access_denied", "Device flow: the user or the server said no."),
        ("expired_token", "Device flow: the device code has expired."),
      ])
}
