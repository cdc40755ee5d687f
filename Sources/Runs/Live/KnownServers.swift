package import Vocabulary

/// The servers that have a name of their own; any other is described by a file or by itself.
package enum KnownServers {
  /// The names that `--server` takes, with the servers.
  package static let all: [(name: String, server: AuthorizationServer)] = [
    ("fitbit", .fitbit),
    ("google-health", .googleHealth),
    ("practice", .practice(at: Defaults.practiceAddress)),
  ]

  /// The name of the server that is asked where none is named.
  package static let usual = "fitbit"

  /// The server of a name; `nil` if there is none.
  package static func named(_ name: String) -> AuthorizationServer? {
    all.first { $0.name == name }?.server
  }
}
