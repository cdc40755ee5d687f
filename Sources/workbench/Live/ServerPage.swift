import Transcript
import Vocabulary

/// What is known of a server, for a person.
struct ServerPage {
  let server: AuthorizationServer
  let style: TextStyle

  /// Endpoints, ways and quirks.
  var text: String {
    let lines = [style.heading(server.name)] + rows.flatMap(row)
    return (lines + parameters + paragraphs + scopes).map { $0 + "\n" }.joined()
  }

  private var rows: [(String, String)] {
    let secret =
      switch server.clientAuthentication {
      case .header: "in a Basic header (client_secret_basic)"
      case .body: "in the body (client_secret_post)"
      case .none: "nowhere: the client only names itself (none)"
      }
    let introspection =
      switch server.introspectionAuthorization {
      case .client: "as the client at the token endpoint"
      case .accessToken: "with an access token in the header"
      }
    let values: [(String, String?)] = [
      ("issuer", server.issuer),
      ("authorization endpoint", server.authorizationEndpoint),
      ("token endpoint", server.tokenEndpoint),
      ("revocation endpoint", server.revocationEndpoint),
      ("introspection endpoint", server.introspectionEndpoint),
      ("user's data", server.profileEndpoint),
      ("client secret", secret),
      ("introspection", server.introspectionEndpoint == nil ? nil : introspection),
      ("scopes if you name none", server.suggestedScope),
    ]
    return values.map { ($0, $1 ?? "not known") }
  }

  private func row(_ name: String, _ value: String) -> [String] {
    ["  " + style.name(name), "    " + style.value(value)]
  }

  private var parameters: [String] {
    parameters(server.authorizationParameters, "authorization request")
      + parameters(server.tokenParameters, "token request")
      + (server.scopeSeparator == .comma ? row("between scopes", "a comma") : [])
  }

  private func parameters(_ list: [AuthorizationParameter], _ request: String) -> [String] {
    list.flatMap { parameter in
      row("also in the \(request)", "\(parameter.name)=\(parameter.value)")
        + style.wrap(parameter.purpose, indentation: 4)
    }
  }

  private var paragraphs: [String] {
    let quirks = server.quirks + [server.sunset].compactMap(\.self)
    guard !quirks.isEmpty else { return [] }
    return ["", style.heading("What is peculiar to it")]
      + quirks.flatMap { style.wrap("- " + $0, indentation: 2) }
  }

  private var scopes: [String] {
    guard !server.scopes.isEmpty else { return [] }
    let rows = server.scopes.flatMap { scope in
      ["  " + style.name(scope.name)]
        + style.wrap(scope.gives, indentation: 4)
    }
    return ["", style.heading("Scopes")] + rows
  }
}
