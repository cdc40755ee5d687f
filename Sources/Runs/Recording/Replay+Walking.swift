import Recordings
import Transcript
import Vocabulary

extension Replay {
  /// The recording that the options name; `nil` if they name none.
  ///
  /// - Throws: `CommandError` with `usage` for options that make no sense together, or with
  ///   `unreadableInput` for a recording that cannot be played.
  package init?(_ choices: Choices) throws(CommandError) {
    guard let path = choices.value(.replay) else { return nil }
    for option in [Option.scenario, .record] where choices.has(option) {
      throw CommandError(
        .usage, "--replay and \(option.name) exclude each other.", next: Advice("Give one of them.")
      )
    }
    if let mode = choices.value(.mode), mode != Mode.dryRun.rawValue {
      throw CommandError(
        .usage, "A replay is a dry run: nothing is sent, and --mode \(mode) means a server.",
        next: Advice("Leave out --replay or --mode \(mode)."))
    }
    try self.init(path: path)
    if let flow = choices.value(.flow), flow != run.flow.rawValue {
      throw CommandError(
        .usage, "The recording is of the flow \(run.flow.rawValue), not of \(flow).",
        next: Advice("Leave out --flow."))
    }
  }

  /// What the run begins with, as if the steps had been given it.
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

  /// The values of the recorded run where no option has another one.
  package var defaults: Defaults {
    let run = run
    return Defaults(
      server: run.server, clientID: { _ in run.clientIdentifier },
      clientSecret: { _ in run.clientSecret.map(ClientSecret.init) },
      redirectURI: run.redirectURI, scope: run.scope, state: run.state,
      verifier: run.codeVerifier)
  }

  /// The recorded answers.
  package var route: Route {
    let run = run
    return Route.replayed(
      front: RecordedFrontChannel(
        requests: [recordings[.authorizationRequest]].compactMap(\.self),
        answer: recordings[.authorizationResponse]),
      back: RecordedBackChannel(
        requests: [recordings[.tokenRequest]].compactMap(\.self), answer: recordings[.tokenResponse]
      ),
      description: description?.recording, from: run.server, at: run.recordedAt,
      isFromOutside: run.mode == Mode.live.rawValue)
  }

  /// What the run is about.
  package var story: String {
    "A replay of a run that was recorded in \(run.mode) mode. Where a secret stood, a placeholder stands."
  }
}
