import Flows
import Transcript
package import Vocabulary

extension NextAction {
  /// The command that continues a session: the one answer for `next`, the overview, and the end of a step.
  ///
  /// It can be typed as it is: it has no word to fill in.
  ///
  /// - Parameters:
  ///   - session: The session, after whatever was done last.
  ///   - run: The session's flow, mode, server and client.
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

  /// The command after a flow that is complete.
  private static func afterFlow(in run: RunPlace, holding session: Session) -> Suggestion {
    // As the walk's own list begins.
    if run.mode == .dryRun { return Suggestion("A server that responds", .practice) }
    return use(after: session.lastUse, in: run, holding: session)
  }

  /// Another start after a failure; `nil` if the same command can be repeated.
  private static func again(
    after failure: Session.Failure, in run: RunPlace, _ session: Session
  ) -> Suggestion? {
    if failure.step == .after { return againAfterUse(failure, in: run, session) }
    guard failure.step.isOneOfTheFive else { return nil }
    switch run.mode {
    case .dryRun: return Suggestion("To see it succeed", .recorded)
    // A walk starts with the practice server's own client, whatever was typed before.
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
      .map { $0 == .refreshRefused ? Suggestion("Ask the user again", .walk) : expired(run) }
  }

  /// Another access token.
  static func expired(_ run: RunPlace) -> Suggestion {
    run.holdsRefreshToken
      ? Suggestion("Get a new access token with the refresh token", .plain("refresh"))
      : Suggestion("There is no refresh token that works. Get a new token", .walk)
  }

  /// A start at a server that responds, where no recording matches the session's own values; `nil` if one does.
  ///
  /// - Parameters:
  ///   - session: The session.
  ///   - last: The step that was done last.
  /// - Returns: The suggestion.
  package static func unmatched(_ session: Session, at last: StepNumber) -> Suggestion? {
    guard session.mode == .dryRun else { return nil }
    if last == .codeVerifier, session.values["code_verifier"]?.value != Defaults.dryRun.verifier {
      return Suggestion(
        "A recording cannot respond to a verifier of your own. Start where a server does",
        .plain("step 1 --random --mode practice"))
    }
    let sent = ["client_id", "redirect_uri", "scope", "state", "prompt", "requested_lifetime"]
    let isOwn =
      session.usesRandomValues || !Set(session.chosen ?? []).isDisjoint(with: sent)
      || session.values["code_verifier"].map { $0.value != Defaults.dryRun.verifier } ?? false
    // A redirect that the user brought is past that.
    guard last == .authorizationRequest, isOwn else { return nil }
    return Suggestion(
      "A recording cannot respond to values of your own. Start where a server does", .practice)
  }
}
