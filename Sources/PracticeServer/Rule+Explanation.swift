public import Vocabulary

extension Rule {
  /// What the rule stops: the attack or accident, in a sentence.
  public var stops: String { table.stops }

  /// Where the rule is laid down.
  public var reference: Reference { table.reference }

  private var table: (stops: String, reference: Reference) {
    switch self {
    case .exactRedirectURI:
      ("a code that is sent to an address which only resembles the app's", .rfc9700("4.1.3"))
    case .noRedirectOnError:
      ("anyone using the server to send people to any address", .rfc9700("4.11.2"))
    case .noRepeatedParameters:
      ("two readers of one request that believe different values", .rfc6749("3.1"))
    case .pkceRequired:
      ("a stolen code that anybody can exchange, since the app has no secret", .rfc9700("2.1.1"))
    case .pkceVerified:
      ("a stolen code that is exchanged without the app's verifier", .rfc7636("4.6"))
    case .noPKCEDowngrade:
      ("an attacker who strips the challenge from the request", .rfc9700("4.8.2"))
    case .singleUseCode: ("a code that is exchanged a second time", .rfc6749("4.1.2"))
    case .replayEndsTokens:
      ("a thief who was faster than the app and keeps the tokens", .rfc6749("4.1.2"))
    case .codeExpires: ("an old code found in a log or a history", .rfc6749("4.1.2"))
    case .codeBoundToClient:
      ("a code that another app exchanges as its own", .rfc6749("10.5"))
    case .codeBoundToRedirectURI:
      ("a code that was sent to a manipulated redirect URI", .rfc6749("10.6"))
    case .clientAuthentication: ("somebody else calling as the app", .rfc6749("3.2.1"))
    case .refreshRotation:
      ("a stolen refresh token that works for ever beside the app's", .rfc9700("4.14.2"))
    case .refreshReplayEndsFamily:
      ("a thief who goes on with the newer token", .rfc9700("4.14.2"))
    case .refreshBoundToClient: ("another app that uses the app's refresh token", .rfc6749("6"))
    case .tokenExpires: ("an old access token found somewhere", .rfc6749("1.4"))
    case .scopeEnforced: ("an app that reads more than the user allowed", .rfc6750("3.1"))
    case .tokenInHeaderOnly:
      ("tokens in URLs, and so in histories and logs", .rfc9700("4.3.2"))
    case .publicClientConsent:
      ("another app that calls itself this one and gets a code unseen", .rfc6749("10.2"))
    case .oneRefreshToken:
      (
        "refresh tokens that pile up where an app was authorized again and again",
        .fitbitReference("Best Practices")
      )
    case .consentToken:
      ("a foreign page that presses Allow in the user's name", .rfc6749("10.12"))
    case .noFraming: ("a foreign page that hides the consent page under its own", .rfc9700("4.16"))
    case .noReferrer: ("the code reaching other sites in a Referer", .rfc9700("4.2.4"))
    case .noStore: ("tokens that lie in a cache", .rfc6749("5.1"))
    case .ownHost:
      ("a page of another site that reads this server (DNS rebinding)", .rfc9110("7.4"))
    case .oneAuthenticationMethod:
      ("two readers of one request that authenticate different clients", .rfc6749("2.3"))
    case .parametersInBody:
      ("codes and secrets in URLs, and so in logs", .rfc6749("4.1.3"))
    case .stateCharacters:
      ("a state that returns in another encoding", .rfc6749("Appendix A.5"))
    case .issuedCookie:
      ("a cookie that an attacker chose for the user's browser", .rfc6749("10.12"))
    case .rateLimit:
      ("an app that asks too often", .fitbitReference("Application Design"))
    }
  }
}
