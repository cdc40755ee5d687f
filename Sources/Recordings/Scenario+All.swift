public import Vocabulary

extension Scenario {
  /// The time of the recorded responses, in seconds since 1970-01-01 00:00 UTC.
  ///
  /// It is the `Date` of each of them, so that a recorded walk is the same in every run.
  public static let recordedAt: Int64 = 1_795_348_800

  /// All scenarios of all flows.
  public static let all: [Scenario] = pkce + code + implicit + clientCredentials

  /// The names of all scenarios, each once.
  public static let names: [String] = all.map(\.name).reduce(into: []) { names, name in
    if !names.contains(name) { names.append(name) }
  }

  /// Returns the scenarios of a flow, the successful ones first.
  public static func of(_ flow: Flow) -> [Scenario] { all.filter { $0.flow == flow } }

  /// Returns the scenario of a name in a flow, or `nil` if there is none.
  public static func named(_ name: String, in flow: Flow) -> Scenario? {
    of(flow).first { $0.name == name }
  }
}
