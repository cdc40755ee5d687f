import TestSupport

extension ExplainCase {
  private static let endpoint = "http://127.0.0.1:8088/oauth2/token"

  /// A right token request, with changes: `nil` leaves a parameter out.
  private static func curl(_ changes: [String: String?] = [:]) -> String {
    let names = ["grant_type", "client_id", "code", "code_verifier", "redirect_uri"]
    let values = [
      "grant_type": "authorization_code", "client_id": "CLI001", "code": code,
      "code_verifier": ChallengeCase.v, "redirect_uri": "http://127.0.0.1:8089/callback",
    ]
    let data = names.compactMap { name -> String? in
      let value = changes[name] ?? values[name]
      return value.map { "--data-urlencode '\(name)=\($0)'" }
    }
    return "curl " + data.joined(separator: " \\\n  ") + " \\\n  " + endpoint
  }

  private static func after(_ request: String, _ curl: String) -> String { request + "\n\n" + curl }

  /// Token requests, some of them with the authorization request before them.
  static let tokenRequests: [ExplainCase] = [
    .init("K1", after(request, curl()), 0, []),
    .init(
      "K2",
      "curl -X POST -d '' '\(endpoint)?grant_type=authorization_code&client_id=CLI001&code=\(code)&code_verifier=\(ChallengeCase.v)'",
      1, ["parameters_in_query"]),
    .init(
      "K3",
      "curl -X POST -H 'Content-Type: application/x-www-form-urlencoded' "
        + "'\(endpoint)?grant_type=authorization_code&client_id=CLI001&code=\(code)'", 1,
      ["parameters_in_query"]),
    .init(
      "K4",
      "POST /oauth2/token?grant_type=authorization_code HTTP/1.1\r\nHost: 127.0.0.1:8088\r\n"
        + "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 0\r\n\r\n", 1,
      ["parameters_in_query"]),
    .init(
      "K5",
      "curl -H 'Content-Type: application/json' -d '{\"grant_type\":\"authorization_code\",\"code\":\"\(code)\"}' "
        + endpoint, 1, ["body_json"], ["RFC 6749 §4.1.3"]),
    .init(
      "K6", "curl -F grant_type=authorization_code -F code=\(code) \(endpoint)", 1,
      ["body_multipart"],
      ["RFC 6749 §4.1.3"]),
    .init(
      "K7",
      "curl -H 'Content-Type: application/json' -d 'grant_type=authorization_code&client_id=CLI001&code=\(code)' "
        + endpoint, 1, ["content_type"], ["RFC 6749 §4.1.3"]),
    .init(
      "K8", "curl '\(endpoint)?grant_type=authorization_code&code=\(code)'", 1, ["method_not_post"],
      ["RFC 6749 §3.2"]),
    .init(
      "K9", after(request, curl(["code_verifier": nil])), 1, ["verifier_missing"],
      ["RFC 7636 §4.5"]),
    .init("K10", curl(["code_verifier": ""]), 1, ["value_empty"], ["RFC 7636 §4.5"]),
    .init(
      "K11", after(request, curl(["code_verifier": ChallengeCase.c])), 1, ["challenge_as_verifier"],
      ["RFC 7636 §4.6"]),
    .init(
      "K12",
      after(request, curl(["code_verifier": "aVerifierOfAnotherAuthorizationWith43Charsxx"])), 1,
      ["verifier_differs"], ["RFC 7636 §4.6"]),
    .init(
      "K13", after(requestWithoutMethod, curl()), 1, ["method_missing"], ["RFC 7636 §4.3"]),
    .init(
      "K14", after(request, curl(["redirect_uri": "https://127.0.0.1:8089/callback"])), 1,
      ["scheme"],
      ["RFC 6749 §4.1.3"]),
    .init("K15", curl(["code": "AuthCode"]), 1, ["placeholder"], ["RFC 6749 §4.1.3"]),
    .init(
      "K16", curl(["code": code + "&amp;scope=read"]), 1, ["more_than_value"], ["RFC 6749 §4.1.2"]),
    .init("K17", curl(["code": code + "#_=_"]), 1, ["fragment_included"], ["RFC 3986 §3.5"]),
    .init("K18", after(curl(), curl()), 1, ["code_reused"], ["RFC 6749 §4.1.2"]),
    .init(
      "K19", "curl -u 'SRV001:Abcd+1234' -d grant_type=client_credentials \(endpoint)", 1,
      ["secret_not_encoded"], ["RFC 6749 §2.3.1"]),
    .init(
      "K20", "curl -u 'SRV001:50%25off' -d grant_type=client_credentials \(endpoint)", 0,
      ["secret_not_encoded"], ["RFC 6749 §2.3.1"]),
    .init(
      "K21",
      "curl -d grant_type=client_credentials -d client_id=SRV001 -d client_secret=\(secret) \(endpoint)",
      1,
      ["secret_in_body"], ["RFC 6749 §2.3.1"]),
    .init(
      "K22", "curl -u CLI001: -d grant_type=authorization_code -d code=\(code) \(endpoint)", 0,
      ["secret_empty"], ["RFC 6749 §3.2.1"]),
    .init(
      "K23",
      "curl -u SRV001:\(secret) -d client_secret=wrong -d grant_type=client_credentials \(endpoint)",
      1,
      ["two_authentications"], ["RFC 6749 §2.3"]),
    .init(
      "K24",
      "\(request)\n\nhttp://127.0.0.1:8089/callback?code=\(code)&state=s1\n\n"
        + "curl -H 'Authorization: Bearer \(code)' http://127.0.0.1:8088/1/user/-/profile.json", 1,
      ["code_as_token"], ["RFC 6749 §4.1.3"]),
    .init(
      "+ in a value",
      "curl -d grant_type=refresh_token -d client_id=ID -d refresh_token=ab+cd12 https://server.example/t",
      1, ["plus_not_encoded"], ["RFC 6749 Appendix B"]),
    .init(
      "code with an escape", curl(["code": "4%2FabcdEF12"]), 0, ["percent_encoded"],
      ["RFC 6749 Appendix B"]),
    .init(
      "code still encoded",
      "http://127.0.0.1:8089/callback?code=4%2FabcdEF12&state=s1\n\n"
        + curl(["code": "4%2FabcdEF12"]), 1, ["percent_encoded", "code_differs"],
      ["RFC 6749 §4.1.3"]),
    .init("a line break", curl(["code": code + "\n"]), 1, ["line_break"]),
    .init(
      "quotes of bash",
      "curl --data-raw $'grant_type=client_credentials&client_id=a\\x62c' -sS https://server.example/t",
      0, []),
    .init(
      "--json", "curl --json '{\"grant_type\":\"client_credentials\"}' https://server.example/t", 1,
      ["body_json"]),
    .init(
      "-G", "curl -G -d grant_type=client_credentials https://server.example/t", 1,
      ["method_not_post"]),
    .init(
      "http", "curl -d grant_type=client_credentials -d client_id=a http://server.example/t", 1,
      ["no_tls"]),
  ]
}
