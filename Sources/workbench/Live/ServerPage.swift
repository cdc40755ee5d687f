import Transcript
import Vocabulary

/// The page of `workbench servers SERVER`.
struct ServerPage {
  let server: AuthorizationServer
  let style: TextStyle

  /// The endpoints, client authentication, quirks, and scopes.
  var text: String {
    let lines = [style.heading(server.name)] + rows.flatMap(row)
    return (lines + parameters + paragraphs + scopes).map { $0 + "\n" }.joined()
  }

  private var rows: [(String, String)] {
    let secret =
      switch server.clientAuthentication {
      case .header: "in the Authorization header field (client_secret_basic)"
      case .body: "in the body (client_secret_post)"
      case .none: "none: the client sends only its client_id (none)"
      }
    let introspection =
      switch server.introspectionAuthorization {
      case .client: "with client authentication, as at the token endpoint"
      case .accessToken: "with an access token in the Authorization header field"
      }
    let hasIntrospection = server.introspectionEndpoint != nil
    let values: [(String, String?)] = [
      ("issuer", server.issuer),
      ("authorization endpoint", server.authorizationEndpoint),
      ("token endpoint", server.tokenEndpoint),
      ("revocation endpoint", server.revocationEndpoint),
      ("introspection endpoint", server.introspectionEndpoint),
      ("introspection", hasIntrospection ? introspection : nil),
      ("profile endpoint", server.profileEndpoint),
      ("client secret", secret),
      ("default scopes", server.suggestedScope),
    ]
    return values.filter { $0.0 != "introspection" || hasIntrospection }
      .map { ($0, $1 ?? "unknown") }
  }

  private func row(_ name: String, _ value: String) -> [String] {
    ["  " + style.name(name), "    " + style.value(value)]
  }

  private var parameters: [String] {
    parameters(server.authorizationParameters, "authorization request")
      + parameters(server.tokenParameters, "token request")
      + (server.scopeSeparator == .comma ? row("scope separator", "a comma") : [])
  }

  private func parameters(_ list: [AuthorizationParameter], _ request: String) -> [String] {
    list.flatMap { parameter in
      row("added to the \(request)", "\(parameter.name)=\(parameter.value)")
        + style.wrap(parameter.purpose, indentation: 4)
    }
  }

  private var paragraphs: [String] {
    let quirks = server.quirks + [server.sunset].compactMap(\.self)
    guard !quirks.isEmpty else { return [] }
    return ["", style.heading("Quirks")]
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
