/// An error code of the specifications, by which a server says why it rejects a request.
///
/// Extensions can add codes (RFC 6749 §8.5). So each code counts only at the endpoints that it is
/// specified for: `invalid_grant` from an API has no meaning.
public struct ErrorCode: Hashable, Sendable {
  /// The response that contains a code.
  public enum Endpoint: Hashable, Sendable, CaseIterable {
    /// The authorization response.
    case authorization
    /// The token response.
    case token
    /// The response of an API to an access token.
    case resource
    /// The response of the revocation endpoint.
    case revocation
    /// The response of the introspection endpoint.
    case introspection
  }

  /// The code on the wire.
  public let name: String
  /// The explanation, in a sentence.
  public let meaning: String
  /// The section that defines it.
  public let reference: Reference
  /// The endpoints that it is specified for.
  let endpoints: Set<Endpoint>

  /// Returns the code of a name in a response, or `nil` if none is specified for it.
  public static func named(_ name: String, in endpoint: Endpoint) -> ErrorCode? {
    all.first { $0.name == name && $0.endpoints.contains(endpoint) }
  }

  /// Returns the codes of a name, for any response.
  public static func named(_ name: String) -> [ErrorCode] { all.filter { $0.name == name } }

  /// All codes that the workbench knows, those of RFC 6749 first.
  public static let all: [ErrorCode] =
    authorization + token + resource + openIDConnect + extensions

  private static func codes(
    _ reference: Reference, _ endpoints: Set<Endpoint>, _ rows: [(name: String, meaning: String)]
  ) -> [ErrorCode] {
    rows.map {
      ErrorCode(name: $0.name, meaning: $0.meaning, reference: reference, endpoints: endpoints)
    }
  }

  private static let authorization = codes(
    .rfc6749("4.1.2.1"), [.authorization],
    [
      (
        "invalid_request",
        "A parameter is missing, repeated, or has an invalid value."
      ),
      ("unauthorized_client", "This client may not request a code or a token by this method."),
      ("access_denied", "The user or the server denied the request."),
      (
        "unsupported_response_type",
        "The server does not support this response type: a code or a token."
      ),
      ("invalid_scope", "A requested scope is unknown, malformed, or not allowed."),
      (
        "server_error",
        "The server had an internal error. This code replaces status 500, which a redirect "
          + "cannot carry."
      ),
      (
        "temporarily_unavailable", "The server is overloaded or under maintenance. Try again later."
      ),
    ])

  /// RFC 7009 §2.2.1 and RFC 7662 §2.3 use them too.
  private static let token =
    codes(
      .rfc6749("5.2"), [.token, .revocation, .introspection],
      [
        (
          "invalid_request",
          "A parameter is missing, repeated, or has an invalid value, or the client authenticated "
            + "by two methods."
        ),
        (
          "invalid_client",
          "Client authentication failed: the client is unknown, sent no authentication, or used an "
            + "unsupported method."
        ),
        (
          "invalid_grant",
          "The code or the refresh token is wrong, expired, used, revoked, or another client's, or "
            + "the redirect URI differs from step 2."
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
          "The server does not revoke tokens of this kind: usually access tokens."
        )
      ])

  private static let resource = codes(
    .rfc6750("3.1"), [.resource, .introspection],
    [
      (
        "invalid_request", "The request is malformed, or contains the token in more than one place."
      ),
      (
        "invalid_token",
        "The access token is expired, revoked, malformed, or otherwise invalid. The client may get "
          + "a new one and try again."
      ),
      ("insufficient_scope", "The request needs more than the token's scope covers."),
    ])

  private static let openIDConnect = codes(
    .openIDConnect("3.1.2.6"), [.authorization],
    [
      (
        "interaction_required",
        "The server must show the user a page, and prompt=none forbids it."
      ),
      ("login_required", "The user must sign in, and prompt=none forbids the page."),
      (
        "account_selection_required",
        "The user must choose an account, and prompt=none forbids the page."
      ),
      ("consent_required", "The user must consent, and prompt=none forbids the page."),
      ("invalid_request_uri", "The request_uri returns an error or invalid data."),
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
          "The requested resource is missing, unknown, malformed, or otherwise invalid."
        )
      ])
    + codes(
      .rfc9396("5"), [.authorization, .token],
      [
        (
          "invalid_authorization_details",
          "The authorization_details are malformed, or of an unknown type."
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
          "The DPoP proof must contain the nonce from the field DPoP-Nonce of this response."
        )
      ])
    + codes(
      .rfc8628("3.5"), [.token],
      [
        (
          "authorization_pending",
          "Device flow: the user has not decided yet. The client asks again later."
        ),
        ("slow_down", "Device flow: the client must wait 5 seconds longer between attempts."),
        ("access_denied", "Device flow: the user or the server denied the request."),
        ("expired_token", "Device flow: the device code has expired."),
      ])
}
