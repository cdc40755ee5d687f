import Recordings
import Testing
import Vocabulary

/// A scenario of a flow, with what must come of it.
struct FlowCase: Hashable, CustomTestStringConvertible {
  let flow: Flow
  let scenario: String

  /// Every scenario of every flow.
  static let every = Scenario.of(.pkce).map { FlowCase(flow: .pkce, scenario: $0.name) } + all

  /// Every scenario of the flows without PKCE.
  static let all = Scenario.all.filter { $0.flow != .pkce }
    .map { FlowCase(flow: $0.flow, scenario: $0.name) }

  /// The flows without PKCE.
  static let flows: [Flow] = [.code, .implicit, .clientCredentials]

  var testDescription: String { words.joined(separator: " ") }

  /// The options that choose it; the flow with PKCE is the usual one.
  var words: [String] {
    (flow == .pkce ? [] : ["--flow", flow.rawValue]) + ["--scenario", scenario]
  }

  /// The documented exit code; every scenario that is not here ends with 1.
  var exitCode: Int32 { ["granted": 0, "partial-scopes": 0, "gone": 69][scenario] ?? 1 }

  /// The steps that are done up to the end or up to the one that stops.
  var steps: [Int] {
    switch flow {
    // RFC 6749 §4.1: what comes with the redirect stops step 3, what the server answers step 5.
    case .pkce: ["denied", "state-tampered"].contains(scenario) ? [1, 2, 3] : [1, 2, 3, 4, 5]
    case .code: ["denied", "state-tampered"].contains(scenario) ? [2, 3] : [2, 3, 4, 5]
    case .implicit: [2, 3]
    case .clientCredentials: [4, 5]
    }
  }

  /// The channels that are used, in order.
  var channels: [String] {
    steps.compactMap { [2: "front", 4: "back"][$0] }
  }
}
