import HTTPMessages
import Transcript
import Vocabulary

/// The options that change a server's requests.
struct RequestAdditions {
  /// The client's authentication method, or `nil` for that of the server's data.
  let clientAuthentication: ClientAuthentication?
  private let parameters: [AuthorizationParameter]
  private let tokenParameters: [AuthorizationParameter]

  /// The options, and the names of their values in the session.
  static let options: [(option: Option, name: String)] = [
    (.clientAuthentication, "client_auth"), (.parameter, "parameters"),
    (.tokenParameter, "token_parameters"),
  ]

  /// The names of the values in the session.
  static let names = options.map(\.name)

  /// Returns the value that the session keeps for an option, or `nil` if it was not given.
  static func text(of option: Option, in choices: Choices) -> String? {
    guard option.isRepeatable else { return choices.value(option) }
    let pairs = choices.values(option).map(pair)
    return pairs.isEmpty ? nil : Form(pairs).encoded
  }

  /// Creates the additions from the options and the session.
  ///
  /// - Throws: `CommandError` if the request already has a parameter, or it was given twice.
  init(
    _ choices: Choices, _ session: Session, _ flow: Flow, _ type: ApplicationType
  ) throws(CommandError) {
    func text(_ option: Option, _ name: String) -> String? {
      Self.text(of: option, in: choices) ?? session.values[name]?.value
    }
    if choices.has(.clientAuthentication), choices.value(.clientAuthentication) != "none",
      !type.isConfidential
    {
      throw CommandError(
        .usage,
        "An application of type \(type.rawValue) has no client secret to authenticate with.",
        next: Advice("Leave out --client-auth, or add --app-type server."))
    }
    for option in [Option.parameter, .tokenParameter] {
      try Self.check(choices.values(option), of: option)
    }
    if choices.has(.prompt),
      choices.values(.parameter).map(Self.pair).contains(where: { $0.name == "prompt" })
    {
      throw Self.rejection("prompt", .parameter, "Use either --prompt or --parameter prompt=VALUE.")
    }
    clientAuthentication = text(.clientAuthentication, "client_auth")
      .flatMap(ClientAuthentication.init)
    parameters = Self.parameters(text(.parameter, "parameters"))
    tokenParameters = Self.parameters(text(.tokenParameter, "token_parameters"))
  }

  /// Returns the server with the additions.
  ///
  /// - Throws: `CommandError` if an endpoint's own query already has a parameter.
  func added(to server: AuthorizationServer) throws(CommandError) -> AuthorizationServer {
    guard clientAuthentication != nil || !parameters.isEmpty || !tokenParameters.isEmpty else {
      return server
    }
    try Self.check(parameters, of: .parameter, server.authorizationEndpoint)
    try Self.check(tokenParameters, of: .tokenParameter, server.tokenEndpoint)
    return server.with(
      clientAuthentication: clientAuthentication, parameters: parameters,
      tokenParameters: tokenParameters)
  }

  /// Checks that no parameter is in the endpoint's own query, which is kept (RFC 6749 §3.1, §3.2).
  private static func check(
    _ parameters: [AuthorizationParameter], of option: Option, _ endpoint: String
  ) throws(CommandError) {
    let query = URLParts(endpoint).query.flatMap { try? Form(decoding: $0) }
    let kept = Set(query?.pairs.map(\.name) ?? [])
    guard let name = parameters.map(\.name).first(where: kept.contains) else { return }
    throw rejection(name, option, "The URL of the endpoint already contains it: \(endpoint)")
  }

  private static func parameters(_ text: String?) -> [AuthorizationParameter] {
    let form = text.flatMap { try? Form(decoding: $0) }
    return form?.pairs.map { .given($0.name, $0.value) } ?? []
  }

  private static func pair(_ word: String) -> Form.Pair {
    let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    return Form.Pair(String(parts.first ?? ""), parts.count > 1 ? String(parts[1]) : "")
  }

  private static func check(_ words: [String], of option: Option) throws(CommandError) {
    let owners = option == .parameter ? authorizationOptions : tokenOptions
    var seen: Set<String> = []
    for word in words {
      let name = pair(word).name
      guard word.contains("="), !name.isEmpty else {
        throw CommandError(
          .unreadableInput,
          "\(option.name) takes NAME=VALUE, not '\(word.prefix(60))'.",
          next: Advice("Use \(option.name) NAME=VALUE."))
      }
      if let owner = owners[name] { throw rejection(name, option, owner) }
      guard seen.insert(name).inserted else {
        let section = option == .parameter ? "3.1" : "3.2"
        throw rejection(
          name, option, "A request must not contain a parameter twice (RFC 6749 §\(section)).")
      }
    }
  }

  private static func rejection(_ name: String, _ option: Option, _ reason: String) -> CommandError
  {
    CommandError(
      .usage, "\(option.name) cannot set \(name).", next: Advice(reason))
  }

  /// The source of each parameter that the authorization request always has.
  private static let authorizationOptions = [
    "response_type": "It follows from the flow: use --flow.", "client_id": "Use --client-id.",
    "redirect_uri": "Use --redirect-uri.", "scope": "Use --scope.", "state": "Use --state.",
    "code_challenge": "It is computed from the code verifier: use --verifier.",
    "code_challenge_method": "It is always S256. For a flow without PKCE, use --flow code.",
    "expires_in": "Use --expires-in.",
  ]

  /// The source of each parameter that the token request always has.
  private static let tokenOptions = [
    "grant_type": "It follows from the flow: use --flow.", "client_id": "Use --client-id.",
    "redirect_uri": "Use --redirect-uri.", "scope": "Use --scope.",
    "code": "It is in the redirect: use step 3 --redirect.",
    "code_verifier": "Use --verifier.", "refresh_token": "Use the command refresh.",
    "client_secret": "Use the environment variable WORKBENCH_CLIENT_SECRET and --client-auth.",
  ]
}
