import Discovery
import HTTPMessages
import Terminal
import Transcript
import Vocabulary

/// `workbench servers [NAME]`: which servers live mode knows, and what is peculiar to each.
struct ServersCommand {
  private let name: String?
  private let console: any Console
  private let program: String
  private let style: TextStyle

  init(_ invocation: Invocation, _ surroundings: Surroundings, _ style: TextStyle) {
    name = invocation.operands.first
    console = surroundings.console
    program = surroundings.program
    self.style = style
  }

  func run() throws(Complaint) -> ExitCode {
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
        "Any other: --discover ISSUER lets it describe itself, and --server FILE takes a description of yours.",
        indentation: 0
      ).map { $0 + "\n" }.joined()
      + "\nWhat is peculiar to one\n  \(program) servers google-health\n"
      + "What such a file looks like\n  \(program) help servers\n"
  }

  private func page(of name: String) throws(Complaint) -> String {
    if let server = KnownServers.named(name) {
      return ServerPage(server: server, style: style).text
    }
    return ServerPage(server: try ServerFile(path: name).server(), style: style).text
  }
}
