import Vocabulary

/// The addresses that the practice server answers at: Fitbit's, and its own front page.
enum Endpoint: Hashable {
  case front, authorize, signIn, decision, token, introspect, revoke, metadata
  case resource(Resource)
  /// An address of the API for which there are no data here.
  case unknownResource

  /// Reads a path.
  ///
  /// - Parameters:
  ///   - path: The path.
  ///   - today: The days since 1970-01-01, for a path that says `today`.
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
