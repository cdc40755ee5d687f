import Flows
import Transcript
import Vocabulary

extension Settings {
  /// Returns the scope of a run: from the options, the session, or the defaults.
  ///
  /// A client may omit it (RFC 6749 §3.3), and an empty `--scope` does so.
  ///
  /// - Returns: The scope, and the same scope again if the user gave it and it is not empty.
  /// - Throws: `CommandError` if a scope is needed and has no default.
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
      "Live mode needs the scopes to request from \(server.name)."
        + (known.isEmpty ? "" : " Its description lists: \(known)."),
      next: Advice(
        "Add --scope 'NAMES', separated by spaces. To let the server choose, add --scope ''"
      ))
  }

  /// Checks the characters of a scope given as an option, and that it is not empty (RFC 6749 §3.3).
  private static func check(
    _ scope: Scope, _ choices: Choices, _ session: Session, _ server: AuthorizationServer
  ) throws(CommandError) {
    guard choices.has(.scope) else { return }
    let problem: String
    if let character = scope.firstForbiddenCharacter {
      problem = "A scope cannot contain \(character.harmlessName) (RFC 6749 §3.3)."
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
        "Separate scopes with spaces",
        // A recording matches only the scopes that it was made with.
        session.mode == .dryRun
          ? .practice : choices.command == "walk" ? .walk : .step(.authorizationRequest),
        run.scopeOption()
      ).advice(in: run))
  }

  /// Returns the pages to show (OpenID Connect Core 1.0 §3.1.2.1), or `nil` if none are named.
  static func prompt(_ choices: Choices, _ session: Session) throws(CommandError) -> Prompt? {
    guard let text = choices.value(.prompt) ?? session.values["prompt"]?.value else { return nil }
    if let prompt = Prompt(rawValue: text) { return prompt }
    let names = Prompt.Page.allCases.map(\.rawValue)
    let meant = NearestWord.to(text, among: names).map { " Did you mean '\($0)'?" } ?? ""
    throw CommandError(
      choices.has(.prompt) ? .usage : .unreadableInput,
      "Unknown value '\(text)' of --prompt.\(meant) Known: \(names.joined(separator: ", ")). "
        + "Separate several with spaces; 'none' must be alone.",
      next: Advice(
        "To send another value in live mode", "walk --mode live --parameter prompt=VALUE"))
  }

  /// Checks that the server's metadata permits the flow, before anything is sent.
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
        next: Advice(
          "If the server supports more than its metadata says, use a server file", "help servers"))
    }
  }
}
