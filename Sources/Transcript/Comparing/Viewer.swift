/// A party that can see a value of a flow.
public enum Viewer: String, CaseIterable, Hashable, Sendable {
  /// Anyone who sees the screen, or later the browser's history.
  case history
  /// The scripts on the page that the browser shows.
  case scripts
  /// The next site, which receives the URL in the Referer header field.
  case referer
  /// Anyone who reads the logs of the web servers and proxies in between.
  case log
  /// The client of the flow.
  case client
  /// The server that issues codes and tokens.
  case authorizationServer = "authorization server"
  /// The server that has the user's data.
  case api = "API"

  /// The name as printed.
  public var text: String {
    switch self {
    case .history: "address bar and history"
    case .scripts: "scripts on the page"
    case .referer: "Referer"
    case .log: "server and proxy logs"
    case .client: "client"
    case .authorizationServer: "authorization server"
    case .api: "API"
    }
  }

  /// Whether seeing the value is more than the flow needs.
  public var isUninvited: Bool {
    switch self {
    case .history, .scripts, .referer, .log: true
    case .client, .authorizationServer, .api: false
    }
  }
}
