/// Somebody who may get to see a value of a flow.
public enum Viewer: String, CaseIterable, Hashable, Sendable {
  /// Whoever looks at the screen, or later into the browser's history.
  case history
  /// Every script on the page that the browser shows.
  case scripts
  /// The next site, to which the browser tells in the Referer field where it comes from.
  case referer
  /// Whoever reads the logs of the web servers and proxies on the way.
  case log
  /// The app: the client of OAuth.
  case app
  /// The server that the user trusts.
  case authorizationServer = "authorization server"
  /// The server that has the data.
  case api = "API"

  /// The name as a person reads it.
  public var text: String {
    switch self {
    case .history: "address bar and history"
    case .scripts: "scripts on the page"
    case .referer: "Referer"
    case .log: "logs on the way"
    case .app: "the app"
    case .authorizationServer: "the authorization server"
    case .api: "the API"
    }
  }

  /// Whether seeing the value is more than the flow needs.
  public var isUninvited: Bool {
    switch self {
    case .history, .scripts, .referer, .log: true
    case .app, .authorizationServer, .api: false
    }
  }
}
