import Flows
import Transcript
package import Vocabulary

extension NextAction {
  /// Returns the command that continues a session, for `next`, the overview, and the end of a step.
  ///
  /// The command is complete: it has no placeholder.
  ///
  /// - Parameters:
  ///   - session: The session after the last command.
  ///   - run: The session's flow, mode, server, and client.
  /// - Returns: The command.
  package static func next(in session: Session, _ run: RunPlace) -> Suggestion {
    guard let last = session.lastDone else { return Suggestion("Start here", .walk) }
    if let failure = session.failure, let again = again(after: failure, in: run, session) {
      return again
    }
    guard let step = run.flow.about.steps.first(where: { $0 > last }) else {
      return afterFlow(in: run, holding: session)
    }
    return unmatched(session, at: last) ?? Suggestion("Next", .step(step))
  }

  /// Returns the command after a completed flow.
  private static func afterFlow(in run: RunPlace, holding session: Session) -> Suggestion {
    // The first line of the list after a walk.
    if run.mode == .dryRun { return Suggestion("The same flow at the practice server", .practice) }
    return use(after: session.lastUse, in: run, holding: session)
  }

  /// Returns a new start after a failure, or `nil` if the same command can be repeated.
  private static func again(
    after failure: Session.Failure, in run: RunPlace, _ session: Session
  ) -> Suggestion? {
    if failure.step == .after { return againAfterUse(failure, in: run, session) }
    guard failure.step.isOneOfTheFive else { return nil }
    switch run.mode {
    case .dryRun: return Suggestion("To see the run succeed", .recorded)
    // A walk uses the practice server's own client, whichever was given before.
    case .practice: return Suggestion("Start again", .practice)
    case .live: return Suggestion("Start again", .start)
    }
  }

  private static func againAfterUse(
    _ failure: Session.Failure, in run: RunPlace, _ session: Session
  ) -> Suggestion? {
    // The API has shown that the tokens are revoked.
    if session.isRevoked == true {
      return Suggestion("Compare this flow with the others", .plain("compare"))
    }
    return failure.reason.flatMap(StepFailure.Reason.init)
      .flatMap { [.refreshRefused, .tokenExpired, .tokenInvalid].contains($0) ? $0 : nil }
      .map {
        $0 == .refreshRefused ? Suggestion("Ask the user to authorize again", .walk) : expired(run)
      }
  }

  /// Returns the command that gets a new access token.
  static func expired(_ run: RunPlace) -> Suggestion {
    run.hasRefreshToken
      ? Suggestion("Get a new access token with the refresh token", .plain("refresh"))
      : Suggestion("The session has no valid refresh token. Get a new access token", .walk)
  }

  /// Returns a start at the practice server, or `nil` if a recording matches the session's values.
  ///
  /// - Parameters:
  ///   - session: The session.
  ///   - last: The last completed step.
  /// - Returns: The suggestion.
  package static func unmatched(_ session: Session, at last: StepNumber) -> Suggestion? {
    guard session.mode == .dryRun else { return nil }
    if last == .codeVerifier, session.values["code_verifier"]?.value != Defaults.dryRun.verifier {
      return Suggestion(
        "No recording matches your own verifier. Start at the practice server",
        .plain("step 1 --random --mode practice"))
    }
    let sent = ["client_id", "redirect_uri", "scope", "state", "prompt", "requested_lifetime"]
    let isOwn =
      session.usesRandomValues || !Set(session.chosen ?? []).isDisjoint(with: sent)
      || session.values["code_verifier"].map { $0.value != Defaults.dryRun.verifier } ?? false
    // A redirect that the user supplied needs no recording.
    guard last == .authorizationRequest, isOwn else { return nil }
    return Suggestion(
      "No recording matches your own values. Start at the practice server", .practice)
  }
}
