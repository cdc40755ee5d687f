extension ExplainCase {
  private static let json =
    "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nCache-Control: no-store\r\n\r\n"
  private static let refused = "HTTP/1.1 400 Bad Request\r\nContent-Type: application/json\r\n\r\n"
  private static let form =
    "HTTP/1.1 200 OK\r\nContent-Type: application/x-www-form-urlencoded\r\n\r\n"
  private static let granted =
    json + "{\"access_token\":\"\(token)\",\"token_type\":\"bearer\",\"expires_in\":3600}"
  private static let lifetime = "\"token_type\":\"Bearer\",\"expires_in\":3600"
  private static let introspection =
    "POST /introspect HTTP/1.1\r\nHost: server.example\r\nContent-Type: application/x-www-form-urlencoded\r\n\r\n"
    + "token=\(token)\r\n\r\n"
  private static let revocation = introspection.replacing("introspect", with: "revoke")

  /// Answers of the token endpoint.
  static let answers: [ExplainCase] = [
    .init(
      "T1", form + "access_token=\(token)&scope=user%2Cgist&token_type=bearer", 1,
      ["form_encoded", "scope_commas"],
      ["RFC 6749 §5.1", "RFC 6749 §3.3"]),
    .init(
      "T2", form + "error=bad_verification_code&error_description=The+code+is+incorrect+or+expired",
      1,
      ["form_encoded", "token_refused"], ["RFC 6749 §5.2"]),
    .init(
      "T3",
      "https://server.example/a?response_type=code&client_id=I&scope=repo%20gist&state=s1\n\n"
        + json
        + "{\"access_token\":\"\(token)\",\"scope\":\"repo,gist\",\"token_type\":\"bearer\",\"expires_in\":100}",
      1,
      ["scope_commas"], ["RFC 6749 §3.3"]),
    .init(
      "T4",
      json
        + "{\"status\":0,\"body\":{\"access_token\":\"\(token)\",\"refresh_token\":\"\(token)\",\(lifetime)}}",
      1,
      ["nested_answer"], ["RFC 6749 §5.1"]),
    .init(
      "T5", json + "{\"data\":{\"access_token\":\"\(token)\",\"token_type\":\"Bearer\"}}", 1,
      ["nested_answer"]),
    .init(
      "T6",
      json
        + "{\"ok\":true,\"authed_user\":{\"access_token\":\"\(token)\",\"token_type\":\"user\"}}",
      1,
      ["nested_answer"]),
    .init(
      "T7", json + "{\"status\":503,\"error\":\"Invalid Params\"}", 1, ["token_refused"],
      ["RFC 6749 §5.2"]),
    .init(
      "T8", json + "{\"accessToken\":\"\(token)\",\"tokenType\":\"Bearer\",\"expiresIn\":3600}", 1,
      ["other_names"],
      ["RFC 6749 §5.1"]),
    .init(
      "T9",
      json + "{\"access_token\":\"\(token)\",\"token_type\":\"Bearer\",\"expires_in\":\"3600\"}", 1,
      ["expires_in_string"], ["RFC 6749 Appendix A.14"]),
    .init(
      "T10", json + "{\"access_token\":\"\(token)\"}", 1, ["token_type_unknown"], ["RFC 6749 §5.1"]),
    .init(
      "T11", json + "{\"access_token\":\"\(token)\",\"token_type\":\"DPoP\",\"expires_in\":3600}",
      1,
      ["token_type_unknown"], ["RFC 9449 §5"]),
    .init("T12", granted, 0, []),
    .init("T13", granted, 0, ["no_refresh_token"], ["RFC 6749 §1.5"], server: "google-health"),
    .init("T14", json + "{\"access_token\":\"\(token)\",\(lifetime),\"user_id\":42}", 0, []),
    .init(
      "T15", json + "{\"access_token\":\"\(token)\",\(lifetime),\"id_token\":\"\(token)\"}", 0, []),
    .init(
      "T16",
      json + "{\"access_token\":\"first\",\"access_token\":\"second\",\"token_type\":\"Bearer\"}",
      1,
      ["parameter_repeated"], ["RFC 8259 §4"]),
    .init(
      "T17",
      "HTTP/1.1 301 Moved Permanently\r\nLocation: https://auth.example.com/v2/token\r\n\r\n", 1,
      ["endpoint_moved"], ["RFC 9110 §15.4.2"]),
    .init(
      "T18", "HTTP/1.1 302 Found\r\nLocation: https://auth.example.com/login?next=%2Ftoken\r\n\r\n",
      1,
      ["sign_in_page"], ["RFC 9110 §15.4.3"]),
    .init(
      "T19",
      "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<!doctype html><title>Sign in</title>", 1,
      ["not_json"], ["RFC 6749 §5.1"]),
    .init(
      "T20", "{\"error\":\"invalid_grant\"}", 1, ["invalid_grant", "status_unknown"],
      ["RFC 6749 §5.2"]),
    .init(
      "T21",
      "HTTP/1.1 200 Connection established\r\n\r\n" + refused + "{\"error\":\"invalid_grant\"}", 1,
      ["invalid_grant"], ["RFC 6749 §5.2"]),
    .init("T22", "HTTP/1.1 100 Continue\r\n\r\n" + granted, 0, []),
    .init(
      "T23", "{'access_token': '\(token)', 'token_type': 'Bearer'}", 0, ["object_as_printed"],
      ["RFC 8259"]),
    .init(
      "T24", "{'error': 'invalid_grant'}", 1, ["object_as_printed", "invalid_grant"],
      ["RFC 6749 §5.2"]),
    .init(
      "T25", "{ access_token: '\(token)', token_type: 'Bearer' }", 0, ["object_as_printed"],
      ["RFC 8259"]),
    .init(
      "T26", "(invalid_grant) Authorization code invalid", 1, ["invalid_grant"], ["RFC 6749 §5.2"]),
    .init(
      "T27",
      "< HTTP/1.1 400 Bad Request\n< Content-Type: application/json\n<\n{\"error\":\"invalid_client\"}",
      1,
      ["invalid_client"], ["RFC 6749 §5.2"]),
    .init(
      "T28",
      "reply: 'HTTP/1.1 400 Bad Request\\r\\n'\nheader: Content-Type: application/json\n{\"error\":\"invalid_client\"}",
      1,
      ["invalid_client"], ["RFC 6749 §5.2"]),
    .init(
      "T29",
      "HTTP/1.1 200 OK\r\nContent-Type: text/xml\r\n\r\n<access_token>\(token)</access_token>", 1,
      ["not_json"], ["RFC 6749 §5.1"]),
    .init(
      "T30", refused + "{\"error\":\"invalid_target\"}", 1, ["invalid_target"], ["RFC 8707 §2"]),
    .init(
      "T31",
      refused
        + "{\"error\":\"invalid_request\",\"error_description\":\"client_secret is missing.\"}", 1,
      ["invalid_request"], server: "google-health"),
    .init(
      "T32",
      "curl -u SRV001:\(secret) -d grant_type=client_credentials https://server.example/t\n\n"
        + refused
        + "{\"error\":\"invalid_client\"}", 1, ["invalid_client", "deviation"], ["RFC 6749 §5.2"]),
  ]

  /// Answers to the use of a token, and what has no message around it.
  static let others: [ExplainCase] = [
    .init(
      "U1",
      "HTTP/1.1 401 Unauthorized\r\nWWW-Authenticate: Bearer error=\"invalid_token\", "
        + "error_description=\"The access token expired\"\r\n\r\n", 1, ["invalid_token"],
      ["RFC 6750 §3.1"]),
    .init(
      "the field of U1", "WWW-Authenticate: Bearer error=\"invalid_token\"", 1, ["invalid_token"],
      ["RFC 6750 §3.1"]),
    .init(
      "U2",
      "HTTP/1.1 403 Forbidden\r\nContent-Type: application/json\r\n\r\n{\"error\":\"insufficient_scope\",\"scope\":\"profile\"}",
      1, ["insufficient_scope"], ["RFC 6750 §3.1"]),
    .init(
      "U3",
      introspection
        + "HTTP/1.1 401 Unauthorized\r\nContent-Type: application/json\r\n\r\n{\"error\":\"invalid_client\"}",
      1,
      ["invalid_client"], ["RFC 7662 §2.3"]),
    .init(
      "U4",
      revocation + refused
        + "{\"error\":\"invalid_request\",\"error_description\":\"client_secret: Field required\"}",
      1, ["invalid_request"]),
    .init(
      "U5", revocation + "HTTP/1.1 204 No Content\r\n\r\n", 1, ["deviation"], ["RFC 7009 §2.2"]),
    .init(
      "U6",
      introspection
        + "HTTP/1.1 200 OK\r\nContent-Type: application/token-introspection+jwt\r\n\r\neyJhbGciOiJSUzI1NiJ9.e30.x",
      1,
      ["not_json"], ["RFC 9701"]),
    .init(
      "a log without the body of the request",
      "> POST /token HTTP/1.1\n> Host: server.example\n> Authorization: Basic YTpi\n>\n* uploaded\n"
        + "< HTTP/1.1 401 Unauthorized\n< WWW-Authenticate: Basic realm=\"x\"\n< Content-Type: application/json\n<\n"
        + "{\"error\":\"invalid_client\"}\n* closed", 1, ["body_not_shown", "invalid_client"]),
    .init("broken JSON", "{\"access_token\":\"\(token)\",}", 1, ["malformed_json"]),
    .init(
      "the error of an API",
      "{\"error\":{\"code\":403,\"message\":\"No scope.\",\"status\":\"PERMISSION_DENIED\"}}", 1,
      ["token_refused"]),
    .init(
      "no new refresh token",
      "curl -d grant_type=refresh_token -d refresh_token=\(token) -d client_id=a https://server.example/t\n\n"
        + json + "{\"access_token\":\"\(token)\",\(lifetime)}", 0, []),
    .init("a code alone", "invalid_grant", 1, ["invalid_grant"], ["RFC 6749 §5.2"]),
    .init(
      "metadata",
      "{\"issuer\":\"https://a.example\",\"authorization_endpoint\":\"https://a.example/a\",\"token_endpoint\":"
        + "\"https://a.example/t\",\"response_types_supported\":[\"code\"],\"code_challenge_methods_supported\":[\"S256\"]}",
      0,
      []),
  ]
}
