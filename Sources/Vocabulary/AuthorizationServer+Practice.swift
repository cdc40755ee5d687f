/// The paths of the practice server: Fitbit's on one host, and those of its pages.
package enum PracticePath {
  package static let front = "/"
  package static let authorize = "/oauth2/authorize"
  package static let signIn = "/oauth2/authorize/sign-in"
  package static let decision = "/oauth2/authorize/decision"
  package static let token = "/oauth2/token"
  package static let revoke = "/oauth2/revoke"
  package static let introspect = "/1.1/oauth2/introspect"
  package static let profile = "/1/user/-/profile.json"
  package static let steps = "/1/user/-/activities/steps/date/today/1d.json"
  package static let sleep = "/1.2/user/-/sleep/date/today.json"
  /// RFC 8414 §3.
  package static let metadata = "/.well-known/oauth-authorization-server"
}

extension AuthorizationServer {
  /// Returns the practice server of the workbench, which follows Fitbit's documentation.
  ///
  /// - Parameter baseURL: The URL of the server, without a slash at the end.
  /// - Returns: The server, with Fitbit's paths on one host.
  public static func practice(at baseURL: String) -> AuthorizationServer {
    AuthorizationServer(
      name: ServerHabits.practice.server,
      authorizationEndpoint: baseURL + PracticePath.authorize,
      tokenEndpoint: baseURL + PracticePath.token,
      revocationEndpoint: baseURL + PracticePath.revoke,
      introspectionEndpoint: baseURL + PracticePath.introspect,
      profileEndpoint: baseURL + PracticePath.profile,
      scopes: AuthorizationServer.fitbit.scopes,
      introspectionAuthorization: .accessToken,
      followsFitbitsGuide: true,
      repeatsRefreshForSeconds: 120,
      quirks: [
        "It follows Fitbit's documentation and enforces every rule. A response whose Fitbit text "
          + "is unknown has the header field Practice-Reconstructed."
      ],
      suggestedScope: "activity profile sleep")
  }
}

extension ServerHabits {
  /// Texts that apply to the practice server, in addition to those of Fitbit's.
  static let practice = ServerHabits(
    of: "the practice server",
    glossary: GlossaryLayer([
      (
        .responseField,
        [
          GlossaryEntry(
            "Practice-Reconstructed",
            "The workbench wrote the text of this response. Fitbit's own text is unknown.",
            .fitbitReference("Error Messages"))
        ]
      )
    ]),
    words: [
      .redirectFragment:
        "The practice server appends #_=_ to the redirect, as Fitbit does. Ignore it, and read the "
        + "query as parameters.",
      .savingTokens:
        "Store both tokens before you use them: here, as at Fitbit, a refresh token works once.",
      .ownToken: "As at Fitbit, the token does not give access to a user's data.",
    ])
}
