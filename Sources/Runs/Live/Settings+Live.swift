import Flows
import Terminal
import Transcript
import Vocabulary

extension Settings {
  /// Live options belong to live mode.
  static func checkLiveOptions(
    _ choices: Choices, _ mode: Mode, _ flow: Flow
  ) throws(CommandError) {
    _ = try timeout(choices)
    guard mode != .live else { return }
    for option in RequestAdditions.options.map(\.option) where choices.has(option) {
      throw CommandError(
        .usage, "The option \(option.name) is for live mode.",
        next: Suggestion("Type", .walk, "--client-id ID", option.words(nil))
          .advice(in: RunPlace(flow: flow, mode: .live)))
    }
    if choices.has(.noBrowser) {
      throw CommandError(
        .usage, "The option --no-browser is for live mode.",
        next: Suggestion("Type", .walk, "--client-id ID --no-browser")
          .advice(in: RunPlace(flow: flow, mode: .live)))
    }
    if choices.has(.timeout), !choices.has(.browser) {
      throw CommandError(
        .usage, "The option --timeout is for live mode, and for practice mode with --browser.",
        next: Suggestion("Type", .practice, "--browser --timeout SECONDS")
          .advice(in: RunPlace(flow: flow, mode: .practice)))
    }
  }

  /// How long to wait for the user, in seconds.
  package static func timeout(_ choices: Choices) throws(CommandError) -> Int {
    guard let text = choices.value(.timeout) else { return 300 }
    guard let seconds = Int(text), 1...86_400 ~= seconds else {
      throw CommandError(
        .unreadableInput, "The option --timeout takes seconds, 1 to 86400, and not '\(text)'.",
        next: Advice("Leave it out for 300."))
    }
    return seconds
  }

  /// Says that a secret in the environment is not sent by a public client that the user did not ask for.
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

  /// Who has not said which application it is.
  static func missingClient(
    _ choices: Choices, _ mode: Mode, _ server: AuthorizationServer
  ) -> CommandError {
    guard mode == .live, !choices.has(.clientID) else {
      return CommandError(
        .unreadableInput, "The client ID is empty.",
        next: Advice("Give one with --client-id ID."))
    }
    return CommandError(
      .usage,
      "Live mode needs an application that is registered with \(server.name): its client id, and its "
        + "redirect URI if that is not \(Defaults.loopbackRedirectURI).",
      next: Advice("Type", "walk --mode live --client-id ID --redirect-uri URI"))
  }
}
