import Flows
import Transcript
import Vocabulary

extension Settings {
  /// The scope of a run: that of the options, of the session, or the usual one.
  ///
  /// RFC 6749 §3.3: a client may leave it out. Who says so with an empty one is taken at their word.
  ///
  /// - Returns: The scope, and the same if the user gave it and it is not empty.
  /// - Throws: `CommandError` if a scope is needed that nobody can guess.
  static func scopes(
    _ choices: Choices, _ session: Session, _ defaults: Defaults, _ server: AuthorizationServer,
    isNeeded: Bool
  ) throws(CommandError) -> (scope: Scope, given: Scope?) {
    let kept = session.values["scope"]?.value
    let isGiven = choices.has(.scope) || kept != nil && session.chosen?.contains("scope") ?? false
    let text = choices.value(.scope) ?? kept ?? defaults.scope
    let scope = Scope(text, separator: server.scopeSeparator)
    try check(scope, choices, session, server)
    guard scope.names.isEmpty else { return (scope, isGiven ? scope : nil) }
    guard isNeeded, !isGiven, session.mode == .live else { return (scope, nil) }
    let known = server.scopes.prefix(20).map(\.name).joined(separator: " ")
    throw CommandError(
      .usage,
      "Which scopes to ask for at \(server.name) has to be said."
        + (known.isEmpty ? "" : " Its description names: \(known)."),
      next: Advice(
        "Name them, separated by spaces: --scope 'NAMES'. Or leave the choice to the server: --scope ''"
      ))
  }

  /// RFC 6749 §3.3: printable characters of ASCII without the quotation mark and the backslash, and at least one name.
  private static func check(
    _ scope: Scope, _ choices: Choices, _ session: Session, _ server: AuthorizationServer
  ) throws(CommandError) {
    guard choices.has(.scope) else { return }
    let problem: String
    if let character = scope.firstForbiddenCharacter {
      problem = "A scope name cannot contain \(character.harmlessName) (RFC 6749 §3.3)."
    } else if scope.names.isEmpty, session.flow.about.hasUser, server.followsFitbitsGuide {
      problem = "The scope is empty, and this server requires one."
    } else {
      return
    }
    var run = RunPlace(choices, session.flow, session.mode)
    run.server = server
    throw CommandError(
      .unreadableInput, problem,
      next: Suggestion(
        "Name scopes with spaces between them",
        // A recording has the scopes that it was made with, and no others.
        session.mode == .dryRun
          ? .practice : choices.command == "walk" ? .walk : .step(.authorizationRequest),
        run.scopeOption()
      ).advice(in: run))
  }

  /// The pages to show: OpenID Connect Core 1.0 §3.1.2.1.
  static func prompt(_ choices: Choices, _ session: Session) throws(CommandError) -> Prompt? {
    guard let text = choices.value(.prompt) ?? session.values["prompt"]?.value else { return nil }
    if let prompt = Prompt(rawValue: text) { return prompt }
    let names = Prompt.Page.allCases.map(\.rawValue)
    let meant = NearestWord.to(text, among: names).map { " Did you mean '\($0)'?" } ?? ""
    throw CommandError(
      choices.has(.prompt) ? .usage : .unreadableInput,
      "The option --prompt does not take '\(text)'.\(meant) It takes \(names.joined(separator: ", ")): "
        + "several with a space between them, and none only alone.",
      next: Advice("For another value, in live mode", "walk --mode live --parameter prompt=VALUE"))
  }

  /// Stops before anything is sent that the server's metadata rules out.
  static func checkSupport(
    _ server: AuthorizationServer, _ flow: Flow, _ type: ApplicationType, isMethodGiven: Bool
  ) throws(CommandError) {
    do throws(StepFailure) {
      try server.checkSupport(of: flow.about, as: type, isMethodGiven: isMethodGiven)
    } catch {
      throw CommandError(
        .stepFailed,
        "\(error.message) Expected: \(error.expected). Received: \(error.received). \(error.why) "
          + "(\(error.reference.text))",
        next: Advice("If the server does more than it says, describe it in a file", "help servers"))
    }
  }
}
