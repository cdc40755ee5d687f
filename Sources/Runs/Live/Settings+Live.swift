import Flows
import Terminal
import Transcript
import Vocabulary

extension Settings {
  /// Checks that options of live mode are used in live mode only.
  static func checkLiveOptions(
    _ choices: Choices, _ mode: Mode, _ flow: Flow
  ) throws(CommandError) {
    _ = try timeout(choices)
    guard mode != .live else { return }
    for option in RequestAdditions.options.map(\.option) where choices.has(option) {
      throw CommandError(
        .usage, "\(option.name) is for live mode.",
        next: Suggestion("Use live mode", .walk, "--client-id ID", option.words(nil))
          .advice(in: RunPlace(flow: flow, mode: .live)))
    }
    if choices.has(.noBrowser) {
      throw CommandError(
        .usage, "--no-browser is for live mode.",
        next: Suggestion("Use live mode", .walk, "--client-id ID --no-browser")
          .advice(in: RunPlace(flow: flow, mode: .live)))
    }
    if choices.has(.timeout), !choices.has(.browser) {
      throw CommandError(
        .usage, "--timeout is for live mode, and for practice mode with --browser.",
        next: Suggestion("Use practice mode", .practice, "--browser --timeout SECONDS")
          .advice(in: RunPlace(flow: flow, mode: .practice)))
    }
  }

  /// Returns the timeout of the wait for the user, in seconds.
  package static func timeout(_ choices: Choices) throws(CommandError) -> Int {
    guard let text = choices.value(.timeout) else { return 300 }
    guard let seconds = Int(text), 1...86_400 ~= seconds else {
      throw CommandError(
        .unreadableInput, "--timeout takes 1 to 86400 seconds, not '\(text)'.",
        next: Advice("Leave it out to wait 300 seconds."))
    }
    return seconds
  }

  /// Prints a note if the environment has a secret but the default client is a public one.
  static func hintAtUnusedSecret(
    of type: ApplicationType, _ flow: Flow, _ mode: Mode, _ surroundings: Surroundings
  ) {
    guard mode == .live, !type.isConfidential, flow.about.applicationTypes.contains(.server),
      surroundings.variable("WORKBENCH_CLIENT_SECRET") != nil
    else { return }
    surroundings.console.hint(
      "WORKBENCH_CLIENT_SECRET is set, but a public client sends no secret. To send it, add "
        + "\(Option.applicationType.name) \(ApplicationType.server.rawValue) to the first step.\n")
  }

  /// Returns the error for a missing or empty client ID.
  static func missingClient(
    _ choices: Choices, _ mode: Mode, _ server: AuthorizationServer
  ) -> CommandError {
    guard mode == .live, !choices.has(.clientID) else {
      return CommandError(
        .unreadableInput, "The client ID is empty.",
        next: Advice("Use --client-id ID."))
    }
    return CommandError(
      .usage,
      "Live mode needs a client registered with \(server.name): its client ID, and its redirect "
        + "URI if that is not \(Defaults.loopbackRedirectURI).",
      next: Advice("Add them", "walk --mode live --client-id ID --redirect-uri URI"))
  }
}
