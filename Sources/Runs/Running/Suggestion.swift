import Flows
package import Transcript
package import Vocabulary

/// A next command, which becomes advice for the run that it follows.
package struct Suggestion: Hashable {
  /// The purpose of a command, without the flow, mode, and server of the run.
  package enum Verb: Hashable {
    /// A new run of the flow, in the same mode.
    case walk
    /// A new run of the flow from recordings.
    case recorded
    /// A new run of the flow at the practice server.
    case practice
    /// The first step of the flow, in the same mode.
    case start
    /// A step that continues the session.
    case step(StepNumber)
    /// A command without flow and mode, as typed.
    case plain(String)
  }

  /// The action in one sentence, without a period if a command follows.
  package let text: String
  /// The purpose of the command, or `nil` if there is none.
  let verb: Verb?
  /// Further options of the command.
  package let options: [String]

  package init(_ text: String, _ verb: Verb? = nil, _ options: String...) {
    self.text = text
    self.verb = verb
    self.options = options
  }

  /// Returns the suggestion with the whole command, except the program's name.
  package func advice(in run: RunPlace) -> Advice {
    guard let verb else { return Advice(text) }
    let run = run.without(options)
    let words =
      switch verb {
      case .walk: ["walk"] + run.flowWords + run.modeWords
      case .recorded: ["walk"] + run.flowWords
      case .practice: ["walk"] + run.flowWords + ["--mode", Mode.practice.rawValue]
      case .start: run.firstStep
      // The first step starts a session, so it needs the options for flow, mode, and server.
      case .step(let number):
        number == run.flow.about.firstStep ? run.firstStep : ["step", "\(number)"]
      case .plain(let command): [command]
      }
    return Advice(text, (words + options).joined(separator: " "))
  }
}

/// The values of a run that a command needs to start it again.
package struct RunPlace {
  package let flow: Flow
  package let mode: Mode
  /// The options that name server and client, if this run was the first to name them.
  var serverWords: [String] = []
  /// The server of the run, or `nil` if none was chosen yet.
  var server: AuthorizationServer?
  /// The client of the run, or `nil` if none was chosen yet.
  var client: Client?
  /// Whether the session has a refresh token, so that the user need not authorize again.
  var hasRefreshToken = false

  /// Creates the place of a run.
  package init(
    flow: Flow, mode: Mode, serverWords: [String] = [], server: AuthorizationServer? = nil,
    client: Client? = nil, hasRefreshToken: Bool = false
  ) {
    self.flow = flow
    self.mode = mode
    self.serverWords = serverWords
    self.server = server
    self.client = client
    self.hasRefreshToken = hasRefreshToken
  }

  /// Creates the place that a command line names.
  init(_ choices: Choices, _ flow: Flow, _ mode: Mode) {
    self.init(flow: flow, mode: mode, serverWords: Self.serverWords(choices))
  }

  /// Whether the client has no secret to authenticate with.
  var isPublicClient: Bool {
    client.map { $0.secret == nil && !$0.applicationType.isConfidential } ?? false
  }

  /// Returns the option that requests scopes.
  ///
  /// - Parameter named: The scopes that a response named, or `nil` if it named none.
  /// - Returns: The option with those scopes, with scopes of the server, or with a placeholder.
  func scopeOption(_ named: String? = nil) -> String {
    let known = server.map { $0.scopes.prefix(2).map(\.name).joined(separator: " ") }
    let scopes =
      named ?? known.flatMap { $0.isEmpty ? nil : $0 } ?? server?.suggestedScope ?? "SCOPE"
    return "--scope " + ShellQuoting.word(scopes)
  }

  /// Returns the options of a command line that name server and client, quoted for a shell.
  package static func serverWords(_ choices: Choices) -> [String] {
    [Option.serverName, .discover, .clientID, .applicationType].flatMap { option in
      choices.value(option).map { [option.name, ShellQuoting.word($0)] } ?? []
    }
  }

  fileprivate var firstStep: [String] {
    ["step", "\(flow.about.firstStep)"] + flowWords + modeWords
  }

  /// Returns the place without the options that a suggestion sets itself.
  fileprivate func without(_ options: [String]) -> RunPlace {
    let names = Set(options.compactMap { $0.split(separator: " ").first.map(String.init) })
    var place = self
    for name in names {
      guard let index = place.serverWords.firstIndex(of: name) else { continue }
      place.serverWords.removeSubrange(index...min(index + 1, place.serverWords.count - 1))
    }
    return place
  }

  fileprivate var flowWords: [String] { flow == .usual ? [] : ["--flow", flow.rawValue] }

  /// The option that names the mode, for a command of another flow, or empty in dry-run mode.
  var modeOption: String { modeWords.map { " " + $0 }.joined() }

  fileprivate var modeWords: [String] {
    switch mode {
    case .dryRun: []
    case .practice: ["--mode", mode.rawValue]
    case .live: ["--mode", mode.rawValue] + serverWords
    }
  }
}
