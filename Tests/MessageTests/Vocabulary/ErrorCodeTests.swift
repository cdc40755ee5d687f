import TestSupport
import Testing
import Vocabulary

/// The error codes against the lists of the specifications that define them.
struct ErrorCodeTests {
  /// The codes of each list, as the section has them.
  static let lists: [(section: Reference, endpoint: ErrorCode.Endpoint, codes: [String])] = [
    (
      .rfc6749("4.1.2.1"), .authorization,
      [
        "invalid_request", "unauthorized_client", "access_denied", "unsupported_response_type",
        "invalid_scope", "server_error", "temporarily_unavailable",
      ]
    ),
    (
      .rfc6749("5.2"), .token,
      [
        "invalid_request", "invalid_client", "invalid_grant", "unauthorized_client",
        "unsupported_grant_type", "invalid_scope",
      ]
    ),
    (.rfc6750("3.1"), .resource, ["invalid_request", "invalid_token", "insufficient_scope"]),
    (.rfc7009("2.2.1"), .revocation, ["unsupported_token_type"]),
    (
      .openIDConnect("3.1.2.6"), .authorization,
      [
        "interaction_required", "login_required", "account_selection_required", "consent_required",
        "invalid_request_uri", "invalid_request_object", "request_not_supported",
        "request_uri_not_supported", "registration_not_supported",
      ]
    ),
    (
      .rfc8628("3.5"), .token,
      ["authorization_pending", "slow_down", "access_denied", "expired_token"]
    ),
    (.rfc8707("2"), .authorization, ["invalid_target"]),
    (.rfc8707("2"), .token, ["invalid_target"]),
    (.rfc9396("5"), .authorization, ["invalid_authorization_details"]),
    (.rfc9449("5"), .token, ["invalid_dpop_proof"]), (.rfc9449("8"), .token, ["use_dpop_nonce"]),
  ]

  @Test func `each list is known, and no more`() {
    for list in Self.lists {
      for name in list.codes {
        let code = ErrorCode.named(name, in: list.endpoint)
        expect(code?.reference, is: list.section, name)
        expect(code?.meaning.hasSuffix("."), is: true, name)
      }
    }
    let known = Set(ErrorCode.all.map { "\($0.name) \($0.reference.text)" })
    expect(
      known, is: Set(Self.lists.flatMap { list in list.codes.map { "\($0) \(list.section.text)" } })
    )
  }

  @Test func `a code of one answer says nothing in another`() {
    // RFC 7009 §2.2.1 and RFC 7662 §2.3 take over those of RFC 6749 §5.2.
    expect(ErrorCode.named("invalid_client", in: .revocation)?.reference, is: .rfc6749("5.2"))
    expect(ErrorCode.named("invalid_client", in: .introspection)?.reference, is: .rfc6749("5.2"))
    for (name, answer) in [
      ("invalid_grant", ErrorCode.Endpoint.authorization), ("invalid_token", .token),
      ("login_required", .token), ("unsupported_token_type", .token), ("invalid_client", .resource),
      ("INVALID_GRANT", .token), ("", .token),
    ] {
      expect(ErrorCode.named(name, in: answer), is: nil, name)
    }
  }
}
