extension AuthorizationServer {
  /// The workbench's own practice server, which behaves as Fitbit's is documented to behave.
  ///
  /// - Parameter baseURL: Where it can be reached, without a slash at the end.
  /// - Returns: Its addresses, which are Fitbit's on one host.
  public static func practice(at baseURL: String) -> AuthorizationServer {
    AuthorizationServer(
      name: "the practice server",
      authorizationEndpoint: baseURL + "/oauth2/authorize",
      tokenEndpoint: baseURL + "/oauth2/token",
      revocationEndpoint: baseURL + "/oauth2/revoke",
      introspectionEndpoint: baseURL + "/1.1/oauth2/introspect",
      profileEndpoint: baseURL + "/1/user/-/profile.json",
      scopes: AuthorizationServer.fitbit.scopes,
      introspectionAuthorization: .accessToken,
      followsFitbitsGuide: true,
      repeatsRefreshForSeconds: 120,
      peculiarities: [
        "It behaves as Fitbit's server is documented to behave, strictly. A text that nobody knows from "
          + "Fitbit carries the header field Practice-Reconstructed."
      ],
      suggestedScope: "activity profile sleep")
  }
}
