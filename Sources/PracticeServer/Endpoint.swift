import Vocabulary

/// The addresses that the practice server answers at: Fitbit's, and its own front page.
enum Endpoint: Hashable {
  case front, authorize, signIn, decision, token, introspect, revoke, metadata
  case resource(Resource)

  init?(path: String) {
    switch path {
    case PracticePath.front, "": self = .front
    case PracticePath.authorize: self = .authorize
    case PracticePath.signIn: self = .signIn
    case PracticePath.decision: self = .decision
    case PracticePath.token: self = .token
    case PracticePath.introspect: self = .introspect
    case PracticePath.revoke: self = .revoke
    case PracticePath.metadata: self = .metadata
    case PracticePath.profile: self = .resource(.profile)
    case PracticePath.steps: self = .resource(.steps)
    case PracticePath.sleep: self = .resource(.sleep)
    default: return nil
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
