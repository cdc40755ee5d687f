import Vocabulary

/// The endpoints of the practice server: Fitbit's, and its own front page.
enum Endpoint: Hashable {
  case front, authorize, signIn, decision, token, introspect, revoke, metadata
  case resource(Resource)
  /// An API path without data on this server.
  case unknownResource

  /// Creates the endpoint of a path, or `nil` if the path is unknown.
  ///
  /// - Parameters:
  ///   - path: The path.
  ///   - today: The current date in days since 1970-01-01, for a path that contains `today`.
  init?(path: String, today: Int) {
    switch path {
    case PracticePath.front, "": self = .front
    case PracticePath.authorize: self = .authorize
    case PracticePath.signIn: self = .signIn
    case PracticePath.decision: self = .decision
    case PracticePath.token: self = .token
    case PracticePath.introspect: self = .introspect
    case PracticePath.revoke: self = .revoke
    case PracticePath.metadata: self = .metadata
    default:
      guard Resource.isOfAPI(path) else { return nil }
      self = Resource(path: path, today: today).map(Endpoint.resource) ?? .unknownResource
    }
  }

  var methods: [String] {
    switch self {
    // RFC 9110 §9.3.2: where GET is allowed, so is HEAD.
    case .front, .authorize, .metadata, .resource, .unknownResource: ["GET", "HEAD"]
    case .signIn, .decision, .token, .introspect, .revoke: ["POST"]
    }
  }
}
