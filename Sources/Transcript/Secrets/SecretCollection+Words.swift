extension SecretCollection {
  /// Words that messages are made of.
  static let words = [
    "GET POST HTTP/1.1 200 OK 302 Found Bad Request Unauthorized application/json charset=UTF-8",
    "application/x-www-form-urlencoded Basic Bearer S256 plain authorization_code refresh_token",
    "client_credentials code token no-store no-cache placeholder-for-the-of-this-run true false null",
    "invalid_request invalid_client invalid_grant unauthorized_client unsupported_grant_type",
    "invalid_scope invalid_token access_denied unsupported_response_type server_error",
    "temporarily_unavailable insufficient_scope errors errorType message success",
  ]

  /// The names under which a run knows its secrets, each with the name that it has in a message.
  static let known = [
    "client_secret": "client_secret", "code_verifier": "code_verifier", "state": "state",
    "expected_state": "state", "code": "code", "access_token": "access_token",
    "refresh_token": "refresh_token", "token": "token",
  ]
}
