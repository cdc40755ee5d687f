public import Vocabulary

extension Scenario {
  /// When the recorded answers were made, in seconds since 1970-01-01 00:00 UTC.
  ///
  /// It is the `Date` of every recorded response, so that a recorded walk is the same at every run.
  public static let recordedAt: Int64 = 1_795_348_800

  /// Every scenario of every flow.
  public static let all: [Scenario] = pkce + code + implicit + clientCredentials

  /// The names of all scenarios, each once.
  public static let names: [String] = all.map(\.name).reduce(into: []) { names, name in
    if !names.contains(name) { names.append(name) }
  }

  /// The scenarios of a flow, the successful ones first.
  public static func of(_ flow: Flow) -> [Scenario] { all.filter { $0.flow == flow } }

  /// The scenario of a name in a flow; `nil` if there is none.
  public static func named(_ name: String, in flow: Flow) -> Scenario? {
    of(flow).first { $0.name == name }
  }
}
