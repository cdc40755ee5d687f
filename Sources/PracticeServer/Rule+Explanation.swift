public import Vocabulary

extension Rule {
  /// The attack or accident that the rule stops, as "X from doing Y" without a period.
  public var stops: String { table.stops }

  /// The section that defines the rule.
  public var reference: Reference { table.reference }

  private var table: (stops: String, reference: Reference) {
    switch self {
    case .exactRedirectURI:
      ("a code from being sent to a URI that only resembles the client's", .rfc9700("4.1.3"))
    case .noRedirectOnError:
      ("an attacker from using the server to redirect users to any URL", .rfc9700("4.11.2"))
    case .noRepeatedParameters:
      ("two parsers from reading different values in one request", .rfc6749("3.1"))
    case .pkceRequired:
      (
        "a stolen code of a client without a secret from being exchanged by anyone",
        .rfc9700("2.1.1")
      )
    case .pkceVerified:
      ("a stolen code from being exchanged without the client's verifier", .rfc7636("4.6"))
    case .noPKCEDowngrade:
      (
        "an attacker from bypassing PKCE by stripping the challenge from the request",
        .rfc9700("4.8.2")
      )
    case .singleUseCode: ("a code from being exchanged twice", .rfc6749("4.1.2"))
    case .replayEndsTokens:
      (
        "an attacker who exchanged the code before the client from keeping the tokens",
        .rfc6749("4.1.2")
      )
    case .codeExpires:
      ("an old code, found in a log or a browser history, from being exchanged", .rfc6749("4.1.2"))
    case .codeBoundToClient:
      ("another client from exchanging the code as its own", .rfc6749("10.5"))
    case .codeBoundToRedirectURI:
      ("a code sent to a manipulated redirect URI from being exchanged", .rfc6749("10.6"))
    case .clientAuthentication: ("an attacker from impersonating the client", .rfc6749("3.2.1"))
    case .refreshRotation:
      (
        "a stolen refresh token from working indefinitely alongside the client's",
        .rfc9700("4.14.2")
      )
    case .refreshReplayEndsFamily:
      ("an attacker from continuing with the newer token", .rfc9700("4.14.2"))
    case .refreshBoundToClient:
      ("another client from using the client's refresh token", .rfc6749("6"))
    case .tokenExpires: ("a leaked access token from working indefinitely", .rfc6749("1.4"))
    case .scopeEnforced: ("a client from reading more than the user granted", .rfc6750("3.1"))
    case .tokenInHeaderOnly:
      ("tokens from appearing in URLs, and so in histories and logs", .rfc9700("4.3.2"))
    case .publicClientConsent:
      ("another client with the same client_id from getting a code unnoticed", .rfc6749("10.2"))
    case .oneRefreshToken:
      (
        "refresh tokens from piling up when a client is authorized repeatedly",
        .fitbitReference("Best Practices")
      )
    case .consentToken:
      ("another site from submitting the consent form for the user", .rfc6749("10.12"))
    case .noFraming:
      ("another site from hiding the consent page under its own page", .rfc9700("4.16"))
    case .noReferrer: ("the code from reaching other sites in the Referer field", .rfc9700("4.2.4"))
    case .noStore: ("tokens from staying in a cache", .rfc6749("5.1"))
    case .ownHost:
      ("a page of another site from reading this server (DNS rebinding)", .rfc9110("7.4"))
    case .oneAuthenticationMethod:
      ("two parsers from authenticating different clients in one request", .rfc6749("2.3"))
    case .parametersInBody:
      ("codes and secrets from appearing in URLs, and so in logs", .rfc6749("4.1.3"))
    case .stateCharacters:
      ("a state from returning in another encoding", .rfc6749("Appendix A.5"))
    case .issuedCookie:
      ("an attacker from choosing the cookie of the user's browser", .rfc6749("10.12"))
    case .rateLimit:
      ("a client from calling too often", .fitbitReference("Application Design"))
    }
  }
}
