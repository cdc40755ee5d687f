extension Scenario.Mistake {
  /// A mistyped client secret.
  static let wrongSecret = Scenario.Mistake(
    parameter: "client_secret", value: "DEF457",
    explanation: "Wrong on purpose: the secret of this client is DEF456.")

  /// Another redirect URI than that of step 2.
  static let redirectURIWithSlash = Scenario.Mistake(
    parameter: "redirect_uri", value: "http://127.0.0.1:8089/callback/",
    explanation: "Wrong on purpose: step 2 sent it without the slash at the end.")
}
