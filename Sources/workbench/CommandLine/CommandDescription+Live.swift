import Discovery

/// The commands about live mode.
extension CommandDescription {
  static let servers = CommandDescription(
    name: "servers", operands: ["[SERVER]"],
    summary: "list the servers of live mode, or show one: its endpoints and peculiarities",
    details: [
      "A server is data. SERVER is a name of the list or a JSON file, whose members are those of RFC 8414; "
        + "authorization_endpoint and token_endpoint must be there. It may also have: "
        + ServerDescription.own.map { "\($0.name), \($0.purpose)" }.joined(separator: "; ") + ".",
      "A smaller file than this one will do:",
    ],
    copyable: serverFile, options: [.color, .help],
    examples: [
      Example("workbench servers", "all, a line each"),
      Example("workbench servers google-health", "one, with its peculiarities"),
      Example("workbench walk --mode live --server my-server.json --client-id ID", "use a file"),
    ], operandMeaning: "a server")

  /// A file that describes a server.
  private static let serverFile = """
    {
      "name": "My server",
      "issuer": "https://auth.example.com",
      "authorization_endpoint": "https://auth.example.com/authorize",
      "token_endpoint": "https://auth.example.com/token",
      "revocation_endpoint": "https://auth.example.com/revoke",
      "token_endpoint_auth_method": "client_secret_post",
      "authorization_parameters": { "audience": "https://api.example.com" },
      "suggested_scope": "read"
    }
    """.split(separator: "\n").map(String.init)

  static let doctor = CommandDescription(
    name: "doctor", operands: [], summary: "look whether this machine has what live mode needs",
    details: [
      "A line for each thing: ok, note, or mend with what to do. Secrets are never printed, so that the "
        + "lines can be pasted into a question. The exit code is 1 when something is to be mended.",
      "Nothing is sent without --network; with it the server's endpoints are asked, without a word about you "
        + "or your application.",
    ],
    options: [.network, .serverName, .discover, .redirectURI, .session, .color, .help],
    examples: [
      Example("workbench doctor", "this machine"),
      Example("workbench doctor --network", "and whether Fitbit can be reached"),
      Example("workbench doctor --network --server google-health", "or another server"),
    ])
}
