/// The addresses that the practice server answers at: Fitbit's, and its own front page.
enum Endpoint: Hashable {
  case front, authorize, signIn, decision, token, introspect, revoke, metadata
  case resource(Resource)

  init?(path: String) {
    switch path {
    case "/", "": self = .front
    case "/oauth2/authorize": self = .authorize
    case "/oauth2/authorize/sign-in": self = .signIn
    case "/oauth2/authorize/decision": self = .decision
    case "/oauth2/token": self = .token
    case "/1.1/oauth2/introspect": self = .introspect
    case "/oauth2/revoke": self = .revoke
    // RFC 8414 §3.
    case "/.well-known/oauth-authorization-server": self = .metadata
    default:
      guard let resource = Resource(rawValue: path) else { return nil }
      self = .resource(resource)
    }
  }

  var methods: [String] {
    switch self {
    // RFC 9110 §9.3.2: where GET is allowed, so is HEAD.
    case .front, .authorize, .metadata, .resource: ["GET", "HEAD"]
    case .signIn, .decision, .token, .introspect, .revoke: ["POST"]
    }
  }
}
