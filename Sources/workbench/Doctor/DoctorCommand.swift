import HTTPMessages
import LiveChannels
import Terminal
import Transcript
import Vocabulary

/// `workbench doctor`: whether this machine has what live mode needs, fit for pasting into a question.
struct DoctorCommand {
  private let invocation: Invocation
  private let surroundings: Surroundings
  private let style: TextStyle
  private let server: AuthorizationServer
  private let session: Session
  private let file: SessionStore

  init(
    _ invocation: Invocation, _ surroundings: Surroundings, _ style: TextStyle,
    _ chosen: ServerChoice.Choice?
  ) throws(Complaint) {
    self.invocation = invocation
    self.surroundings = surroundings
    self.style = style
    file = RunningCommand.sessionStore(invocation, surroundings)
    // A session that cannot be read is a finding, not an end.
    session = (try? file.read()) ?? Session()
    server = chosen?.server ?? session.server ?? .fitbit
  }

  func run() async throws(Complaint) -> ExitCode {
    try surroundings.console.write(
      style.heading("OAuth Workbench \(Workbench.version), \(Build.target)") + "\n")
    var isWell = true
    func show(_ findings: [Finding]) throws(Complaint) {
      for finding in findings {
        isWell = isWell && finding.state != .wanting
        try surroundings.console.write(text(of: finding))
      }
    }
    try show(local)
    if invocation.has(.network) {
      try show(await network())
    } else {
      surroundings.console.hint("Nothing was sent. To ask \(server.name) too: --network\n")
    }
    return isWell ? .done : .stepFailed
  }

  private var local: [Finding] {
    let redirectURI =
      invocation.value(.redirectURI) ?? session.values["redirect_uri"]?.value
      ?? Standards.dryRun.redirectURI
    return [
      Build.swift,
      TerminalCheck(surroundings: surroundings, style: style).finding,
      BrowserCheck(environment: surroundings.environment).finding,
      RedirectCheckup(redirectURI: redirectURI).finding,
      ClockCheck(now: surroundings.now()).finding,
      SessionCheck(file: file).finding,
      SecretCheck(environment: surroundings.environment).finding,
      ProxyCheck(environment: surroundings.environment).finding,
      NetworkProgramCheck(path: surroundings.networkProgram).finding,
    ]
  }

  /// Asks the server's endpoints, without saying anything about user or app.
  private func network() async -> [Finding] {
    let back = LiveBackChannel.make(invocation, surroundings)
    defer { back.close() }
    var findings: [Finding] = []
    let check = EndpointCheck(back: back, server: server, now: surroundings.now)
    for (name, url) in check.endpoints { findings += await check.findings(name, url) }
    return findings
  }

  /// One line, or more where the terminal is narrow.
  private func text(of finding: Finding) -> String {
    let state = finding.state.rawValue
    let mark = finding.state == .wanting ? style.alarm(state) : style.name(state)
    let gap = String(repeating: " ", count: 6 - state.count)
    let lines = style.wrap("\(finding.place): \(finding.text)", indentation: 6)
    return ([mark + gap + (lines.first ?? "").dropFirst(6)] + lines.dropFirst())
      .joined(separator: "\n") + "\n"
  }
}
