import HTTPMessages
import Vocabulary

extension Page {
  /// Returns the front page: the clients, the endpoints, and a request to try.
  static func front(_ configuration: PracticeConfiguration) -> String {
    document(
      "OAuth Workbench practice server",
      """
      <p>An authorization server to practice with, at <code>\(escape(configuration.baseURL))</code>. Every \
      secret is fake.</p>
      \(firstTry(configuration))
      <table><caption>Registered clients</caption>
      <tr><th scope="col">client_id</th><th scope="col">type</th><th scope="col">client_secret</th></tr>
      \(configuration.clients.map(rows).joined(separator: "\n"))
      </table>
      \(PracticeClient.remark(on: configuration.clients).map { "<p>\(escape($0))</p>" } ?? "")
      <p>A redirect URI must match a registered one byte for byte\(exception(configuration)). To register \
      another one for every client: <code>workbench practice --redirect-uri URI</code></p>
      <table><caption>Endpoints</caption>
      <tr><th scope="col">endpoint</th><th scope="col">method</th><th scope="col">path</th></tr>
      \(endpoints)
      </table>
      <p class="small">Programs find the endpoints in the <a href="\(PracticePath.metadata)">metadata</a>.</p>
      """)
  }

  private static func rows(_ client: PracticeClient) -> String {
    let secret = client.secret.map {
      "<code>\(escape($0.value))</code>" + (client.isPublic ? " (optional)" : "")
    }
    let uris = client.redirectURIs.map { "<code>\(escape($0))</code>" }
    return """
      <tr><td><code>\(escape(client.identifier))</code></td>
      <td>\(client.applicationType.rawValue)</td>
      <td>\(secret ?? "none")</td></tr>
      <tr><td colspan="3">redirect_uri<br>\(uris.isEmpty ? "none" : uris.joined(separator: "<br>"))</td></tr>
      """
  }

  /// Returns a link to try, relative because the browser may use another host name.
  private static func firstTry(_ configuration: PracticeConfiguration) -> String {
    guard let client = configuration.client(named: FirstTry.client),
      client.redirectURIs.contains(where: FirstTry.redirectURI.hasSameBytes)
    else { return "" }
    let target = escape(FirstTry.target)
    return """
      <p>To start, open this authorization request of <code>\(FirstTry.client)</code>:<br>
      <a href="\(target)"><code>\(target)</code></a></p>
      """
  }

  private static let endpoints = [
    ("authorization", "GET", PracticePath.authorize), ("token", "POST", PracticePath.token),
    ("introspection", "POST", PracticePath.introspect),
    ("revocation", "POST", PracticePath.revoke), ("profile", "GET", PracticePath.profile),
    ("steps", "GET", PracticePath.steps), ("sleep", "GET", PracticePath.sleep),
    ("metadata", "GET", PracticePath.metadata),
  ].map { name, method, path in
    "<tr><td>\(name)</td><td>\(method)</td><td><code>\(path)</code></td></tr>"
  }.joined(separator: "\n")

  /// Returns the exception that the feature for native apps makes.
  private static func exception(_ configuration: PracticeConfiguration) -> String {
    configuration.features.contains(.anyLoopbackPort) ? "; on loopback, any port matches" : ""
  }
}

/// A first authorization request: a standard client, with the code challenge of Fitbit's guide.
public enum FirstTry {
  /// The identifier of the client, which is public.
  public static let client = "CLI001"
  /// The redirect URI, one of those that the client registered.
  public static let redirectURI = "http://127.0.0.1:8089/callback"
  /// The path and query of the request.
  public static let target =
    "\(PracticePath.authorize)?response_type=code&client_id=\(client)&redirect_uri=\(encodedRedirectURI)&scope=activity%20profile&state=my-own-state&code_challenge=-4cf-Mzo_qg9-uq0F4QwWhRh4AjcAqNx7SbYVsdmyQM&code_challenge_method=S256"
  /// The redirect URI, form-encoded (RFC 6749 Appendix B).
  public static let encodedRedirectURI = Form.encode(redirectURI)
}
