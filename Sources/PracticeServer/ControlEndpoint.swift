/// The addresses at which tests control the server.
enum ControlEndpoint: String, CaseIterable, Hashable, Sendable {
  /// Brings the server back to its start.
  case reset
  /// Switches faults on and off.
  case faults
  /// Moves the clock forward.
  case clock
  /// Adds and replaces users, and says who answers what.
  case users

  /// The beginning of their paths.
  static let prefix = "/practice/"

  /// The members of a request.
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
  /// The paths at which tests control the server.
  public static let controlPaths = ControlEndpoint.allCases.map {
    ControlEndpoint.prefix + $0.rawValue
  }
}

extension Endpoint {
  /// The name with which a request to control means an endpoint; `nil` for what has none.
  var controlName: String? {
    Self.controlNames.first { $0.endpoint == self }?.name
  }

  /// The endpoints that a request to control can name.
  static let controlNames: [(name: String, endpoint: Endpoint)] = [
    ("authorize", .authorize), ("token", .token), ("introspect", .introspect),
    ("revoke", .revoke), ("metadata", .metadata), ("profile", .resource(.profile)),
    ("steps", .resource(.steps)), ("sleep", .resource(.sleep)),
  ]
}
