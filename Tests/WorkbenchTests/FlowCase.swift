import RecordedChannels
import Testing
import Vocabulary

/// A scenario of one of the flows without PKCE, with what must come of it.
struct FlowCase: Hashable, CustomTestStringConvertible {
  let flow: Flow
  let scenario: String

  /// Every scenario of the flows without PKCE.
  static let all = Scenario.all.filter { $0.flow != .pkce }
    .map { FlowCase(flow: $0.flow, scenario: $0.name) }

  /// The flows without PKCE.
  static let flows: [Flow] = [.code, .implicit, .clientCredentials]

  var testDescription: String { words.joined(separator: " ") }

  /// The options that choose it.
  var words: [String] { ["--flow", flow.rawValue, "--scenario", scenario] }

  /// The documented exit code.
  var exitCode: Int32 { ["granted", "partial-scopes"].contains(scenario) ? 0 : 1 }

  /// The steps that are done up to the end or up to the one that stops.
  var steps: [Int] {
    switch flow {
    case .pkce: []
    // RFC 6749 §4.1: what comes with the redirect stops step 3, what the server answers step 5.
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
