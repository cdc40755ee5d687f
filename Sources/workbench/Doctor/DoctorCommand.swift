import Attacks
import HTTPMessages
import LiveChannels
import Runs
import Terminal
import Transcript
import Vocabulary

/// `workbench doctor`: checks that this machine is ready for live mode, without printing secrets.
struct DoctorCommand: Command {
  private let choices: Choices
  private let surroundings: Surroundings
  private let style: TextStyle
  /// The server, or `nil` if its metadata was requested and not received.
  private let server: AuthorizationServer?
  /// The reason for the missing metadata, or `nil` if none was requested.
  private let undescribed: CommandError?
  private let session: Session
  private let file: SessionStore

  init(
    _ choices: Choices, _ surroundings: Surroundings, _ style: TextStyle
  ) async throws(CommandError) {
    if let given = choices.value(.redirectURI) { _ = try Settings.redirectURI(given) }
    let choice = ServerChoice(choices: choices, surroundings: surroundings)
    let asksServer = choices.has(.network)
    var chosen: ServerChoice.Choice?
    var undescribed: CommandError?
    do {
      chosen = try await choice.chosen(asksServer: asksServer)
    } catch {
      // Missing metadata is a finding to report.
      guard asksServer, choices.has(.discover), error.exitCode != .usage else { throw error }
      undescribed = error
    }
    self.undescribed = undescribed
    self.choices = choices
    self.surroundings = surroundings
    self.style = style
    file = Run.sessionStore(choices, surroundings)
    // An unreadable session is a finding to report.
    session = (try? file.read()) ?? Session()
    let usual = choices.has(.discover) ? nil : session.server ?? .fitbit
    server = chosen?.server ?? usual
  }

  func run() async throws(CommandError) -> ExitCode {
    try surroundings.console.write(
      style.heading("OAuth Workbench \(Program.version), \(Build.target)") + "\n")
    var isReady = true
    func show(_ findings: [Checkup]) throws(CommandError) {
      for checkup in findings {
        isReady = isReady && checkup.state != .fix
        try surroundings.console.write(text(of: checkup))
      }
    }
    try show(local)
    if choices.has(.network) {
      try show(await network())
    } else {
      let name = server?.name ?? choices.value(.discover) ?? "the server"
      surroundings.console.hint("Nothing was sent. To check \(name) too: --network\n")
    }
    return isReady ? .done : .stepFailed
  }

  private var local: [Checkup] {
    let redirectURI =
      choices.value(.redirectURI)
      ?? (session.mode == .dryRun ? nil : session.values["redirect_uri"]?.value)
      ?? Defaults.of(.live).redirectURI
    return [
      Build.swift,
      TerminalCheck(surroundings: surroundings, style: style).checkup,
      BrowserCheck(environment: surroundings.environment).checkup,
      RedirectPortCheck(redirectURI: redirectURI).checkup,
      ClockCheck(now: surroundings.now()).checkup,
      SessionCheck(file: file).checkup,
      SecretCheck(environment: surroundings.environment).checkup,
      ProxyCheck(environment: surroundings.environment).checkup,
      CertificateCheck(environment: surroundings.environment).checkup,
      NetworkProgramCheck(path: surroundings.networkProgram).checkup,
    ]
  }

  /// Calls the server's endpoints without any data about user or client.
  private func network() async -> [Checkup] {
    guard let server else {
      return [Checkup("server", .fix, undescribed?.message ?? "not available")]
    }
    let back = LiveBackChannel.make(choices, surroundings)
    defer { back.close() }
    var findings = [SupportCheck(server: server).checkup].compactMap(\.self)
    let check = EndpointCheck(back: back, server: server, now: surroundings.now)
    for (name, url) in check.endpoints { findings += await check.findings(name, url) }
    return findings
  }

  /// Returns one line, or more if the terminal is narrow.
  private func text(of checkup: Checkup) -> String {
    let state = checkup.state.rawValue
    let mark = checkup.state == .fix ? style.alarm(state) : style.name(state)
    let gap = String(repeating: " ", count: 6 - state.count)
    let lines = style.wrap("\(checkup.place): \(checkup.text)", indentation: 6)
    return ([mark + gap + (lines.first ?? "").dropFirst(6)] + lines.dropFirst())
      .joined(separator: "\n") + "\n"
  }
}

extension DoctorCommand {
  static let name = "doctor"
  static let description = CommandDescription(
    name: name, group: .lookUp, operands: [],
    summary: "check that this machine is ready for live mode",
    details: [
      "Prints one line per check: ok, note, or fix with what to do. Secrets are never printed, so you can paste "
        + "the lines into a question. The exit code is 1 if anything must be fixed.",
      "Without --network, nothing is sent. With it, the server's endpoints are called without any data about you "
        + "or your client.",
    ],
    options: [.network, .serverName, .discover, .redirectURI, .session, .color, .help],
    examples: [
      .init("workbench doctor", "this machine"),
      .init("workbench doctor --network", "and the connection to Fitbit"),
      .init("workbench doctor --network --server google-health", "or another server"),
    ])
}
