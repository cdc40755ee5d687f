import TestSupport

extension ExplainCase {
  private static let address = "http://127.0.0.1:8251/callback"
  private static func sent(_ redirectURI: String) -> String {
    "http://127.0.0.1:8250/authorize?response_type=code&client_id=ID&state=s1&redirect_uri=\(redirectURI)"
      + "&code_challenge=\(ChallengeCase.c)&code_challenge_method=S256\n\n"
  }
  private static let sent = sent("http%3A%2F%2F127.0.0.1%3A8251%2Fcallback")

  /// A case with the request before it, to be compared with.
  private static func expecting(
    _ name: String, _ text: String, _ exitCode: Int32, _ causes: [String], _ sections: [String] = []
  ) -> ExplainCase { .init(name, sent + text, exitCode, causes, sections) }

  /// Redirects, most of them with the request that they answer.
  static let redirects: [ExplainCase] = [
    expecting("R1", address + "?code=abc123&state=s1", 0, []),
    expecting("R2", address + "?code=abc123&state=s1#_=_", 0, []),
    expecting("R3", address + "?code=abc123&state=s1&", 0, []),
    expecting(
      "R4", address + "?code=abc123&state=s1&scope=x&authuser=0&prompt=consent&session_state=y", 0,
      []),
    .init(
      "R5",
      sent("http%3A%2F%2Fapp.example.com%2Fcallback")
        + "https://app.example.com/callback?error=redirect_uri_mismatch&state=s1", 1,
      ["scheme", "authorization_error"]),
    expecting(
      "R6", "http://127.0.0.1:9999/callback?error=redirect_uri_mismatch&state=s1", 1,
      ["port", "authorization_error"]),
    expecting(
      "R7", "http://localhost:8251/callback?code=abc123&state=s1", 1, ["host"], ["RFC 8252 §8.3"]),
    expecting("R8", address + "/?code=abc123&state=s1", 1, ["slash"], ["RFC 9700 §4.1.3"]),
    expecting(
      "R9", "http://127.0.0.1:8251/Callback?code=abc123&state=s1", 1, ["letter_case"],
      ["RFC 3986 §6.2.2.1"]),
    .init(
      "R10",
      sent("http%3A%2F%2F127.0.0.1%3A8251%2Fcallback%3Ftenant%3Da%2520b") + address
        + "?tenant=a+b&code=abc123&state=s1", 1, ["query"], ["RFC 6749 §3.1.2"]),
    expecting("R11", "/callback?code=abc123&state=s1", 0, ["address_incomplete"]),
    expecting("R12", "code=abc123&state=s1", 0, ["address_incomplete"]),
    .init("R13", "SplxlOBeZQQYbYS6WxSbIA", 0, ["value_alone"]),
    expecting("R14", " \(address)?code=abc123&state=s1", 0, ["space_around"]),
    expecting("R15", "\"\(address)?code=abc123&state=s1\"", 0, ["quotation_marks"]),
    expecting(
      "R16", "Location: \(address)?code=abc123&state=s1", 0, ["location_field"],
      ["RFC 9110 §10.2.2"]),
    expecting(
      "R17", "GET /callback?code=abc123&state=s1 HTTP/1.1", 0, ["request_line"], ["RFC 9112 §3"]),
    expecting("R18", address + "?state=s1&amp;code=abc123", 1, ["redirect_malformed"]),
    expecting(
      "R19", address + "#access_token=\(token)&token_type=Bearer&state=s1", 1, ["implicit"],
      ["RFC 6749 §4.2.2"]),
    expecting(
      "R20", address + "#code=abc123&state=s1", 1, ["answer_in_fragment"],
      ["OAuth 2.0 Multiple Response Type Encoding Practices §2.1"]),
    expecting("R21", address + "?state=s1", 1, ["code_missing"], ["RFC 6749 §4.1.2"]),
    expecting(
      "R22", address + "?code=abc123&error=access_denied&state=s1", 1, ["code_and_error"],
      ["RFC 6749 §4.1.2.1"]),
    expecting(
      "R23", address + "?code=a&code=b&state=s1", 1, ["parameter_repeated"], ["RFC 6749 §3.1"]),
    expecting(
      "R24", address + "?error=access_denied&state=s1", 0, ["access_denied"], ["RFC 6749 §4.1.2.1"]),
    expecting(
      "R25", address + "?error=invalid_request&error_description=nonce+required&state=s1", 1,
      ["authorization_error"], ["RFC 6749 §4.1.2.1"]),
    expecting(
      "R26", address + "?error=login_required&state=s1", 1, ["authorization_error"],
      ["OpenID Connect Core 1.0 §3.1.2.6"]),
    .init("R27", "http://127.0.0.1:8251/favicon.ico", 0, ["no_parameters"]),
    .init(
      "R28", "http://127.0.0.1:8250/authorize?response_type=code&client_id=ID&state=s1", 0,
      ["no_pkce"], ["RFC 9700 §2.1.1"]),
    .init(
      "R29", "https://app.example.com/cb?state=s1&code=4abc&iss=https%3A%2F%2Fevil.example", 1,
      ["issuer_mismatch"], ["RFC 9207 §2.4"], server: "google-health"),
    .init(
      "R30", "https://app.example.com/cb?state=s1&code=4abc&iss=https%3A%2F%2Faccounts.google.com",
      0, [],
      server: "google-health"),
    .init(
      "R31",
      "https://app.example.com/cb?state=s1&code=4abc&iss=https%3A%2F%2Faccounts.google.com%2F", 1,
      ["issuer_mismatch"], ["RFC 9207 §2.4"], server: "google-health"),
    .init(
      "the issuer of pasted metadata",
      "{\"issuer\":\"https://a.example\",\"authorization_endpoint\":\"https://a.example/a\",\"token_endpoint\":"
        + "\"https://a.example/t\",\"response_types_supported\":[\"code\"],"
        + "\"authorization_response_iss_parameter_supported\":true}\n\n\(address)?code=abc123&state=s1",
      1,
      ["issuer_missing"], ["RFC 9207 §2.4"]),
    expecting(
      "another state", address + "?code=abc123&state=Zq1LrT7vXo0bN4kWc8PmYe", 1, ["state_mismatch"]),
    .init("no state", address + "?code=abc123", 0, ["state_absent"], ["RFC 6749 §10.12"]),
  ]
}
