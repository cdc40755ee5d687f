public import Vocabulary

/// The flow of a report, and the origin of its responses.
public struct ReportSubject: Hashable, Sendable {
  /// The flow that runs.
  public let flow: FlowDescription
  /// The mode, which decides the origin of the responses.
  public let mode: Mode
  /// The scenario's name, or `nil` in a mode without scenarios.
  public let scenario: String?
  /// The scenario in a sentence, or `nil` without one.
  public let story: String?
  /// The server's name as used in a sentence.
  public let server: String
  /// Whether the server does not document that it checks the code verifier.
  public let mayIgnorePKCE: Bool

  /// The flow, the server, and the mode in a few words, for a header.
  var place: String { "\(flow.shortTitle) · \(serverAndMode)" }

  /// The server, the mode, and the scenario; the practice server's name implies its mode.
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

  /// Creates the subject of a report.
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
