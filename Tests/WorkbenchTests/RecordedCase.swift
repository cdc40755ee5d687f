import Flows
import Testing
import Vocabulary

/// A run that can be recorded, with what must come of it.
struct RecordedCase: Hashable, CustomTestStringConvertible {
  let flow: Flow
  var words: [String] = []
  var secret: String?
  /// The documented exit code.
  var exitCode: Int32 = 0
  /// The steps whose messages there are.
  var messages: [Int]
  /// The reason why it stopped, and the one why its replay stops, where that is another.
  var reason: String?
  var reasonOfReplay: String?

  var testDescription: String { (["--flow", flow.rawValue] + words).joined(separator: " ") }

  var environment: [String: String] { secret.map { ["WORKBENCH_CLIENT_SECRET": $0] } ?? [:] }

  /// The whole command line behind `walk --mode practice`.
  var options: [String] { ["--flow", flow.rawValue] + words }

  /// Runs that end well.
  static let granted: [RecordedCase] =
    Flow.allCases.flatMap { flow in
      flow.about.applicationTypes.map { type in
        RecordedCase(
          flow: flow, words: ["--app-type", type.rawValue],
          messages: flow.about.steps.map(\.rawValue).filter { $0 > 1 })
      }
    } + [
      RecordedCase(flow: .pkce, words: ["--allow", "sleep"], messages: [2, 3, 4, 5]),
      RecordedCase(flow: .pkce, words: ["--prompt", "login consent"], messages: [2, 3, 4, 5]),
      RecordedCase(flow: .implicit, words: ["--expires-in", "604800"], messages: [2, 3]),
      RecordedCase(
        flow: .code, words: ["--state", "a state/of my own+%41\"~"], messages: [2, 3, 4, 5]),
      RecordedCase(
        flow: .pkce, words: ["--verifier", String(repeating: "aB3~", count: 20)],
        messages: [2, 3, 4, 5]),
    ]

  /// Runs that stop.
  static let stopped = [
    RecordedCase(
      flow: .pkce, words: ["--deny"], exitCode: 1, messages: [2, 3], reason: "access_denied"),
    RecordedCase(
      flow: .code, words: ["--deny"], exitCode: 1, messages: [2, 3], reason: "access_denied"),
    RecordedCase(
      flow: .implicit, words: ["--deny"], exitCode: 1, messages: [2, 3], reason: "access_denied"),
    RecordedCase(
      flow: .pkce, words: ["--app-type", "server"], secret: "wr0ng+/secret %&\"", exitCode: 1,
      messages: [2, 3, 4, 5], reason: "invalid_client"),
    RecordedCase(
      flow: .clientCredentials, secret: "wr0ng:secret", exitCode: 1, messages: [4, 5],
      reason: "invalid_client"),
    RecordedCase(
      flow: .pkce, words: ["--redirect-uri", "https://elsewhere.example/"], exitCode: 1,
      messages: [2], reason: "error_page", reasonOfReplay: "recording_ends"),
    RecordedCase(
      flow: .pkce, words: ["--scope", "no such scope"], exitCode: 1, messages: [2],
      reason: "error_page", reasonOfReplay: "recording_ends"),
  ]
}
