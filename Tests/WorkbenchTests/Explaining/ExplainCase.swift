import TestSupport
import Testing

/// A pasted text, and what has to be said of it; the causes are those of public reports.
struct ExplainCase: Sendable, CustomTestStringConvertible {
  let name: String
  let text: String
  /// The exit code: 1 if something is wrong.
  let exitCode: Int32
  /// The causes that have to be named; for an empty list no finding may be wrong or risky.
  let causes: [String]
  /// The sections that have to be cited.
  let sections: [String]
  /// The value of --server, or `nil` without it.
  let server: String?

  init(
    _ name: String, _ text: String, _ exitCode: Int32, _ causes: [String],
    _ sections: [String] = [],
    server: String? = nil
  ) {
    self.name = name
    self.text = text
    self.exitCode = exitCode
    self.causes = causes
    self.sections = sections
    self.server = server
  }

  var testDescription: String { name }

  /// The secrets in the texts: none may be shown.
  static let token = "a075f8c14fb8df40b08ebc8508533dc332a6910a"
  static let code = "4b1f7c2e9d8a6350f4e1b2c3d4e5f60718293a4b"
  static let secret = "practice-secret-of-the-server-app"
  static let secrets = [token, code, secret, ChallengeCase.v]

  private static let challenge = "code_challenge=\(ChallengeCase.c)"
  private static let pkce = challenge + "&code_challenge_method=S256"
  private static let address = "http://127.0.0.1:8088/oauth2/authorize?"
  private static let redirectURI = "redirect_uri=http%3A%2F%2F127.0.0.1%3A8089%2Fcallback"
  private static let query =
    "response_type=code&client_id=CLI001&\(redirectURI)&scope=activity&state=s1"

  private static func url(_ query: String) -> String { address + query }
  private static func changed(_ text: String, to other: String) -> String {
    url((query + "&" + pkce).replacing(text, with: other))
  }

  /// An authorization request without a fault.
  static let request = url(query + "&" + pkce)
  /// The same without a method.
  static let requestWithoutMethod = url(query + "&" + challenge)

  /// Authorization URLs.
  static let authorizationURLs: [ExplainCase] = [
    .init("A1", request, 0, []),
    .init(
      "A2", url("\(query)&code_challange=\(ChallengeCase.c)&code_challenge_method=S256"), 1,
      ["misspelt_name"], ["RFC 7636 §4.3"]),
    .init(
      "A3", url(query + "&code_challenge_method=S256"), 1, ["challenge_missing"], ["RFC 7636 §4.3"]),
    .init("A4", requestWithoutMethod, 0, ["method_missing"], ["RFC 7636 §4.3"]),
    .init("A5", changed("S256", to: "s256"), 1, ["method_case"], ["RFC 7636 §4.3"]),
    .init(
      "A6", changed(ChallengeCase.c, to: ChallengeCase.c + "%3D"), 1, ["padding_left_on"],
      ["RFC 7636 Appendix A"]),
    .init(
      "A7",
      changed(
        ChallengeCase.c, to: "868a9bd48bd2d26dffeca52b2f63796c2344591ef006c364face907750b742a7"), 1,
      ["hexadecimal"], ["RFC 7636 §4.2"]),
    .init(
      "A8", request + "&code_verifier=\(ChallengeCase.v)", 1, ["verifier_in_url"], ["RFC 7636 §7.1"]
    ),
    .init("A9", request + "&client_secret=\(secret)", 1, ["secret_in_url"], ["RFC 6749 §2.3.1"]),
    .init("A10", changed("=http%3A", to: "=https%3A"), 1, ["scheme"], ["RFC 9700 §4.1.3"]),
    .init("A11", changed("8089", to: "3000"), 1, ["port"], ["RFC 8252 §7.3"]),
    .init("A12", changed("Fcallback", to: "Fcallback%2F"), 1, ["slash"], ["RFC 9700 §4.1.3"]),
    .init(
      "A13", changed(redirectURI, to: redirectURI.replacing("%", with: "%25")), 1,
      ["encoded_twice"], ["RFC 6749 Appendix B"]),
    .init(
      "A14", changed("Fcallback", to: "Fcallback%23x"), 1, ["redirect_uri_invalid"],
      ["RFC 6749 §3.1.2"]),
    .init(
      "A15", changed("activity", to: "activity,heartrate"), 1, ["scope_commas"], ["RFC 6749 §3.3"]),
    .init(
      "A17", changed("activity", to: "activity%20irn"), 1, ["scope_unknown"], ["RFC 6749 §4.1.2.1"]),
    .init(
      "A18", changed("scope=activity", to: "scope=activity&scope=sleep"), 1, ["parameter_repeated"],
      ["RFC 6749 §3.1"]),
    .init(
      "A19", changed("CLI001", to: "1234567890-abc.apps.googleusercontent.com"), 1,
      ["client_id_of_other_server"], ["RFC 6749 §2.2"]),
    .init(
      "A20", "https://server.example/authorize?p=b2c_1_signin?" + query, 1,
      ["second_question_mark"],
      ["RFC 6749 §3.1"]),
    .init("A21", changed("&state", to: "&amp;state"), 1, ["html_ampersand"]),
    .init(
      "A22", request + "\n\n" + changed("Qqc", to: "QqE"), 1, ["state_reused"], ["RFC 6749 §10.12"]),
    .init("cut by the shell", url("response_type=code"), 1, ["cut_at_ampersand"]),
    .init(
      "no state, no PKCE", "https://server.example/authorize?response_type=code&client_id=ID", 0,
      ["no_state_no_pkce"], ["RFC 9700 §2.1"]),
    .init(
      "implicit", changed("response_type=code", to: "response_type=token"), 0, ["implicit"],
      ["RFC 9700 §2.1.2"]),
    .init(
      "scheme without a dot",
      changed("http%3A%2F%2F127.0.0.1%3A8089%2Fcallback", to: "myapp%3A%2Fcb"), 1,
      ["custom_scheme"], ["RFC 8252 §7.1"]),
    .init(
      "http beyond this machine",
      "https://server.example/a?response_type=code&client_id=ID&redirect_uri=http%3A%2F%2Fapp.example%2Fcb&state=s1&"
        + pkce,
      0, ["redirect_without_tls"], ["RFC 6749 §3.1.2.1"]),
    .init("placeholder", changed("CLI001", to: "YOUR_CLIENT_ID"), 1, ["placeholder"]),
  ]
}
