import Discovery
import HTTPMessages
import Runs
import Terminal
import Transcript
import Vocabulary

/// `workbench servers [SERVER]`: lists the servers for live mode, or shows one with its quirks.
struct ServersCommand: Command {
  private let name: String?
  private let console: any Console
  private let program: String
  private let style: TextStyle

  init(_ choices: Choices, _ surroundings: Surroundings, _ style: TextStyle) {
    name = choices.operands.first
    console = surroundings.console
    program = surroundings.program
    self.style = style
  }

  func run() throws(CommandError) -> ExitCode {
    if let name {
      try console.write(try page(of: name))
    } else {
      try console.write(list)
    }
    return .done
  }

  private var list: String {
    let rows = KnownServers.all.map { known in
      (known.name, known.server.authorizationEndpoint)
    }
    return style.heading("Servers for --server") + "\n" + HelpText.table(rows, style) + "\n"
      + style.wrap(
        "For any other server, use --discover ISSUER to read its metadata, or --server FILE.",
        indentation: 0
      ).map { $0 + "\n" }.joined()
      + "\nEndpoints and quirks of one server\n  \(program) servers google-health\n"
      + "Format of a server file\n  \(program) help servers\n"
  }

  private func page(of name: String) throws(CommandError) -> String {
    if let server = KnownServers.named(name) {
      return ServerPage(server: server, style: style).text
    }
    let file = try ServerFile(path: name).described()
    let words = [
      SupportCheck(server: file.server).checkup?.text, ServerFile.words(on: file.unknown),
    ].compactMap(\.self).flatMap { ["", $0] }
    return ServerPage(server: file.server, style: style).text
      + words.flatMap { style.wrap($0, indentation: 0) }.map { $0 + "\n" }.joined()
  }
}

extension ServersCommand {
  static let name = "servers"
  static let description = CommandDescription(
    name: name, group: .lookUp, operands: ["[SERVER]"],
    summary: "list the servers for live mode, or show one with its endpoints and quirks",
    details: [
      "SERVER is a name from the list or a JSON file with the members of RFC 8414. authorization_endpoint and "
        + "token_endpoint are required. The file can also contain: "
        + ServerDescription.own.map { "\($0.name), \($0.purpose)" }.joined(separator: "; ") + ".",
      "If your client differs, use these options of walk and step with --server or --discover: --client-auth, "
        + "--parameter, and --token-parameter.",
      "An example; a shorter file works too:",
    ],
    copyable: serverFile, options: [.color, .help],
    examples: [
      .init("workbench servers", "all, one per line"),
      .init("workbench servers google-health", "one, with its quirks"),
      .init("workbench walk --mode live --server my-server.json --client-id ID", "use a file"),
    ], operandWords: KnownServers.all.map(\.name), isOperandChecked: false,
    operandMeaning: "a server")

  /// An example of a server file.
  private static let serverFile = """
    {
      "name": "My server",
      "issuer": "https://auth.example.com",
      "authorization_endpoint": "https://auth.example.com/authorize",
      "token_endpoint": "https://auth.example.com/token",
      "revocation_endpoint": "https://auth.example.com/revoke",
      "token_endpoint_auth_method": "client_secret_post",
      "authorization_parameters": { "audience": "https://api.example.com" },
      "token_parameters": { "resource": "https://api.example.com" },
      "suggested_scope": "read"
    }
    """.split(separator: "\n").map(String.init)
}
