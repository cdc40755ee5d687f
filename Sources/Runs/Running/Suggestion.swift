import Flows
package import Transcript
package import Vocabulary

/// What to type next, as a value: rendered once, for the run that it follows.
package struct Suggestion: Hashable {
  /// What a command does, without the flow, the mode and the server of the run.
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
    /// A command to which flow and mode mean nothing, as it is typed.
    case plain(String)
  }

  /// What to do, in a sentence; it ends without a period if a command follows.
  package let text: String
  /// What the command does; `nil` if there is none.
  let verb: Verb?
  /// Further words of the command.
  package let options: [String]

  package init(_ text: String, _ verb: Verb? = nil, _ options: String...) {
    self.text = text
    self.verb = verb
    self.options = options
  }

  /// The suggestion with the whole command, but for the program's name.
  package func advice(in run: RunPlace) -> Advice {
    guard let verb else { return Advice(text) }
    let run = run.without(options)
    let words =
      switch verb {
      case .walk: ["walk"] + run.flowWords + run.modeWords
      case .recorded: ["walk"] + run.flowWords
      case .practice: ["walk"] + run.flowWords + ["--mode", Mode.practice.rawValue]
      case .start: run.firstStep
      // The first step begins a session, which it has to be told all about.
      case .step(let number):
        number == run.flow.about.firstStep ? run.firstStep : ["step", "\(number)"]
      case .plain(let command): [command]
      }
    return Advice(text, (words + options).joined(separator: " "))
  }
}

/// Where a run takes place, as far as a command that starts again has to say it.
package struct RunPlace {
  package let flow: Flow
  package let mode: Mode
  /// The options that name server and client, if this run was the first to name them.
  var serverWords: [String] = []
  /// The server of the run; `nil` where none was chosen yet.
  var server: AuthorizationServer?
  /// The client of the run; `nil` where none was chosen yet.
  var client: Client?
  /// Whether the session has a refresh token, so that no user has to be asked.
  var holdsRefreshToken = false

  /// Says where a run takes place.
  package init(
    flow: Flow, mode: Mode, serverWords: [String] = [], server: AuthorizationServer? = nil,
    client: Client? = nil, holdsRefreshToken: Bool = false
  ) {
    self.flow = flow
    self.mode = mode
    self.serverWords = serverWords
    self.server = server
    self.client = client
    self.holdsRefreshToken = holdsRefreshToken
  }

  /// The place that a command line names.
  init(_ choices: Choices, _ flow: Flow, _ mode: Mode) {
    self.init(flow: flow, mode: mode, serverWords: Self.serverWords(choices))
  }

  /// Whether the client has nothing to authenticate with.
  var isPublicClient: Bool {
    client.map { $0.secret == nil && !$0.applicationType.isConfidential } ?? false
  }

  /// The option that asks for scopes.
  ///
  /// - Parameter named: The scopes that an answer named; `nil` if it named none.
  /// - Returns: The option with them, with scopes that the server is known to have, or with a word in their place.
  func scopeOption(_ named: String? = nil) -> String {
    let known = server.map { $0.scopes.prefix(2).map(\.name).joined(separator: " ") }
    let scopes =
      named ?? known.flatMap { $0.isEmpty ? nil : $0 } ?? server?.suggestedScope ?? "SCOPE"
    return "--scope " + ShellQuoting.word(scopes)
  }

  /// The options of a command line that name server and client, to be pasted into a shell.
  package static func serverWords(_ choices: Choices) -> [String] {
    [Option.serverName, .discover, .clientID, .applicationType].flatMap { option in
      choices.value(option).map { [option.name, ShellQuoting.word($0)] } ?? []
    }
  }

  fileprivate var firstStep: [String] {
    ["step", "\(flow.about.firstStep)"] + flowWords + modeWords
  }

  /// The same place without the options that a suggestion has a value of its own for.
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

  /// The option that names the mode, for a command of another flow; empty in dry-run mode.
  var modeOption: String { modeWords.map { " " + $0 }.joined() }

  fileprivate var modeWords: [String] {
    switch mode {
    case .dryRun: []
    case .practice: ["--mode", mode.rawValue]
    case .live: ["--mode", mode.rawValue] + serverWords
    }
  }
}
