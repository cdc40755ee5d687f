extension StepFailure {
  /// The kinds of failure; the raw values stand in the JSON transcript.
  public enum Reason: String, CaseIterable, Hashable, Sendable {
    // Step 1
    /// The verifier is too short, too long, or has a character that is not allowed.
    case verifierInvalid = "verifier_invalid"
    // Step 2
    /// A scope name has a character that is not allowed, or there is no scope at all.
    case scopeInvalid = "scope_invalid"
    // Step 3
    /// The redirect does not go to the registered redirect URI.
    case redirectElsewhere = "redirect_elsewhere"
    /// The redirect has a percent sign that encodes nothing, or bytes that are no UTF-8.
    case redirectMalformed = "redirect_malformed"
    /// A parameter stands in the redirect more than once.
    case parameterRepeated = "parameter_repeated"
    /// The redirect has no state.
    case stateMissing = "state_missing"
    /// The state in the redirect is not the one that was sent.
    case stateMismatch = "state_mismatch"
    /// The redirect has neither a code nor an error.
    case codeMissing = "code_missing"
    /// The redirect has a code without any character.
    case codeEmpty = "code_empty"
    /// The user said no.
    case accessDenied = "access_denied"
    /// The server redirected with another error.
    case authorizationError = "authorization_error"
    /// The redirect names another server than the one that was asked.
    case issuerMismatch = "issuer_mismatch"
    /// The server promised to name itself in the redirect, and did not.
    case issuerMissing = "issuer_missing"
    // Step 4
    /// A server application has no client secret to authenticate with.
    case clientSecretMissing = "client_secret_missing"
    // Step 5
    /// The service is switched off: 410.
    case gone
    /// Too many calls: 429.
    case rateLimited = "rate_limited"
    /// The server refused the code, the verifier or the redirect URI.
    case invalidGrant = "invalid_grant"
    /// The server refused the client's authentication.
    case invalidClient = "invalid_client"
    /// The server refused for another reason, in its own words.
    case tokenRefused = "token_refused"
    /// The server had a fault of its own: 5xx.
    case serverError = "server_error"
    /// An error that no token endpoint gives: something in front of it answered.
    case notTokenEndpoint = "not_token_endpoint"
    /// The answer has no body.
    case bodyEmpty = "body_empty"
    /// The answer is larger than any token response needs to be.
    case bodyTooLarge = "body_too_large"
    /// The answer is no JSON, HTML for instance.
    case notJSON = "not_json"
    /// The answer begins as JSON but breaks off or is malformed.
    case malformedJSON = "malformed_json"
    /// The answer is JSON, but not an object, or a member has the wrong type.
    case wrongShape = "wrong_shape"
    /// The answer has no access token.
    case tokenMissing = "token_missing"
    /// The server refused the refresh token.
    case refreshRefused = "refresh_refused"
    /// The access token has expired.
    case tokenExpired = "token_expired"
    /// The server does not know the token, or no longer.
    case tokenInvalid = "token_invalid"
    /// The token does not cover what was asked for.
    case scopeInsufficient = "scope_insufficient"
    /// The token type is not one that the client knows how to use.
    case tokenTypeUnknown = "token_type_unknown"
    // Around the five steps
    /// The server has no endpoint for this, as far as is known.
    case endpointUnknown = "endpoint_unknown"
    /// The server's metadata cannot be used.
    case metadataInvalid = "metadata_invalid"
    /// The server's metadata rules out what is about to be done.
    case serverUnsupported = "server_unsupported"
  }
}
