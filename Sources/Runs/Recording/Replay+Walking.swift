import Recordings
import Transcript
import Vocabulary

extension Replay {
  /// Creates the replay that the options name, or returns `nil` if they name none.
  ///
  /// - Throws: `CommandError` with `usage` if options contradict each other, or with
  ///   `unreadableInput` if the recording cannot be replayed.
  package init?(_ choices: Choices) throws(CommandError) {
    guard let path = choices.value(.replay) else { return nil }
    for option in [Option.scenario, .record] where choices.has(option) {
      throw CommandError(
        .usage, "--replay and \(option.name) cannot be used together.",
        next: Advice("Use one of them."))
    }
    if let mode = choices.value(.mode), mode != Mode.dryRun.rawValue {
      throw CommandError(
        .usage, "A replay sends nothing, and --mode \(mode) uses a server.",
        next: Advice("Leave out --replay or --mode \(mode)."))
    }
    try self.init(path: path)
    if let flow = choices.value(.flow), flow != run.flow.rawValue {
      throw CommandError(
        .usage, "The recording is of the flow \(run.flow.rawValue), not \(flow).",
        next: Advice("Leave out --flow."))
    }
  }

  /// The session at the start of the replay, with the values of the recorded run.
  package var session: Session {
    var session = Session()
    session.flow = run.flow
    if run.ownScope != nil { session.chosen = ["scope"] }
    let values = [
      "client_id": run.clientIdentifier, "application_type": run.applicationType,
      "redirect_uri": run.redirectURI, "scope": run.ownScope ?? run.scope, "prompt": run.prompt,
      "requested_lifetime": run.lifetime.map(String.init),
    ]
    session.values = values.compactMapValues { value in
      value.map { Session.Value(value: $0, origin: .given, step: .before) }
    }
    return session
  }

  /// The values of the recorded run, for everything that no option sets.
  package var defaults: Defaults {
    let run = run
    return Defaults(
      server: run.server, clientID: { _ in run.clientIdentifier },
      clientSecret: { _ in run.clientSecret.map(ClientSecret.init) },
      redirectURI: run.redirectURI, scope: run.scope, state: run.state,
      verifier: run.codeVerifier)
  }

  /// The route with the recorded responses.
  package var route: Route {
    let run = run
    return Route.replayed(
      front: RecordedFrontChannel(
        requests: [recordings[.authorizationRequest]].compactMap(\.self),
        recording: recordings[.authorizationResponse]),
      back: RecordedBackChannel(
        requests: [recordings[.tokenRequest]].compactMap(\.self),
        recording: recordings[.tokenResponse]
      ),
      description: description?.recording, from: run.server, at: run.recordedAt,
      isFromOutside: run.mode == Mode.live.rawValue)
  }

  /// The description of the run, shown before its steps.
  package var story: String {
    "A replay of a run recorded in \(run.mode) mode. Placeholders replace the secrets."
  }
}
