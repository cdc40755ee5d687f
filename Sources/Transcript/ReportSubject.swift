public import Vocabulary

/// Which flow a report is about, and where its answers come from.
public struct ReportSubject: Hashable, Sendable {
  /// The flow that is walked.
  public let flow: FlowDescription
  /// Where the answers come from.
  public let mode: Mode
  /// The scenario's name; `nil` in a mode without scenarios.
  public let scenario: String?
  /// What happens in the scenario; `nil` without one.
  public let story: String?
  /// The server's name.
  public let server: String
  /// Whether the server does not say that it checks a code verifier.
  public let mayIgnorePKCE: Bool

  /// The flow, the server and the mode in a few words, for a header.
  var place: String { "\(flow.shortTitle) · \(serverAndMode)" }

  /// The server, the mode and the scenario; the practice server's name says its mode.
  var serverAndMode: String {
    guard mode != .practice else { return serverTitle }
    return "\(serverTitle) · \(mode.rawValue)" + (scenario.map { ", \($0)" } ?? "")
  }

  /// The server's name for a heading: without an article, and with a capital letter.
  public var serverTitle: String {
    guard server.hasPrefix("the ") else { return server }
    let name = server.dropFirst("the ".count)
    return name.prefix(1).uppercased() + name.dropFirst()
  }

  /// Describes a run.
  public init(
    flow: FlowDescription, mode: Mode, scenario: String?, story: String?, server: String,
    mayIgnorePKCE: Bool = false
  ) {
    self.flow = flow
    self.mode = mode
    self.scenario = scenario
    self.story = story
    self.server = server
    self.mayIgnorePKCE = mayIgnorePKCE
  }
}
