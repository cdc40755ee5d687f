extension StepFailure {
  /// The kinds of failure; the raw values appear in the JSON transcript.
  public enum Reason: String, CaseIterable, Hashable, Sendable {
    // Step 1
    /// The verifier is too short or too long, or has a character that is not allowed.
    case verifierInvalid = "verifier_invalid"
    // Step 2
    /// A scope name has a character that is not allowed, or there is no scope at all.
    case scopeInvalid = "scope_invalid"
    // Step 3
    /// The redirect does not go to the registered redirect URI.
    case redirectElsewhere = "redirect_elsewhere"
    /// The redirect has an invalid percent-encoding, or bytes that are not UTF-8.
    case redirectMalformed = "redirect_malformed"
    /// The redirect contains a parameter more than once.
    case parameterRepeated = "parameter_repeated"
    /// The redirect has no state.
    case stateMissing = "state_missing"
    /// The state in the redirect is not the one that was sent.
    case stateMismatch = "state_mismatch"
    /// The redirect has neither a code nor an error.
    case codeMissing = "code_missing"
    /// The redirect has an empty code.
    case codeEmpty = "code_empty"
    /// The user or the server denied the request.
    case accessDenied = "access_denied"
    /// The server redirected with another error.
    case authorizationError = "authorization_error"
    /// The redirect names a server other than the one that was asked.
    case issuerMismatch = "issuer_mismatch"
    /// The server promises `iss` in the redirect and did not send it.
    case issuerMissing = "issuer_missing"
    // Step 4
    /// A server application has no client secret to authenticate with.
    case clientSecretMissing = "client_secret_missing"
    // Step 5
    /// The service was shut down: 410.
    case gone
    /// Too many calls: 429.
    case rateLimited = "rate_limited"
    /// The server rejected the code, the verifier, or the redirect URI.
    case invalidGrant = "invalid_grant"
    /// The server rejected the client's authentication.
    case invalidClient = "invalid_client"
    /// The server rejected the request for another reason, in its own words.
    case tokenRefused = "token_refused"
    /// The server reported an internal error: 5xx.
    case serverError = "server_error"
    /// The error is not one of a token endpoint: something in front of it responded.
    case notTokenEndpoint = "not_token_endpoint"
    /// The response has no body.
    case bodyEmpty = "body_empty"
    /// The response is larger than a token response needs to be.
    case bodyTooLarge = "body_too_large"
    /// The response is not JSON but, for example, HTML.
    case notJSON = "not_json"
    /// The response starts as JSON but is incomplete or malformed.
    case malformedJSON = "malformed_json"
    /// The response is JSON, but not an object, or a member has the wrong type.
    case wrongShape = "wrong_shape"
    /// The response has no access token.
    case tokenMissing = "token_missing"
    /// The server rejected the refresh token.
    case refreshRefused = "refresh_refused"
    /// The access token has expired.
    case tokenExpired = "token_expired"
    /// The access token is invalid: unknown, expired, or revoked.
    case tokenInvalid = "token_invalid"
    /// The token does not have the scope that the request needs.
    case scopeInsufficient = "scope_insufficient"
    /// The client does not support the token type.
    case tokenTypeUnknown = "token_type_unknown"
    // Around the five steps
    /// The server has no known endpoint for the request.
    case endpointUnknown = "endpoint_unknown"
    /// The server's metadata cannot be used.
    case metadataInvalid = "metadata_invalid"
    /// The server's metadata excludes the requested operation.
    case serverUnsupported = "server_unsupported"
  }
}
