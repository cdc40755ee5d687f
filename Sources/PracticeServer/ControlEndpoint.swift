/// The endpoints through which tests control the server.
enum ControlEndpoint: String, CaseIterable, Hashable, Sendable {
  /// Resets the server to its initial state.
  case reset
  /// Turns faults on and off.
  case faults
  /// Moves the clock forward.
  case clock
  /// Adds and replaces users, and sets who is signed in and what they decide.
  case users

  /// The common prefix of their paths.
  static let prefix = "/practice/"

  /// The permitted members of a request.
  var names: [String] {
    switch self {
    case .reset: ["keep_users"]
    case .faults: ["fault", "endpoint", "times"]
    case .clock: ["seconds"]
    case .users: ["users", "sign_in", "decision"]
    }
  }
}

extension PracticeServer {
  /// The paths of the control endpoints.
  public static let controlPaths = ControlEndpoint.allCases.map {
    ControlEndpoint.prefix + $0.rawValue
  }
}

extension Endpoint {
  /// The name of an endpoint in a control request, or `nil` if it cannot be named.
  ///
  /// The pages belong to the authorization endpoint.
  var controlName: String? {
    switch self {
    case .authorize, .signIn, .decision: "authorize"
    case .token: "token"
    case .introspect: "introspect"
    case .revoke: "revoke"
    case .metadata: "metadata"
    case .resource(let resource): resource.name
    case .front, .unknownResource: nil
    }
  }

  /// The endpoints that a control request can name, each with an example.
  static let controlNames: [(name: String, example: Endpoint)] = [
    Endpoint.authorize, .token, .introspect, .revoke, .metadata, .resource(.profile),
    .resource(.steps(days: 0...0)), .resource(.sleep(day: 0)),
  ].compactMap { endpoint in endpoint.controlName.map { ($0, endpoint) } }
}
