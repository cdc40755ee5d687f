import Flows
import Vocabulary

extension NextAction {
  /// Returns at most three commands to try after a successful walk.
  ///
  /// - Parameters:
  ///   - run: The walk.
  ///   - session: The session after it.
  /// - Returns: The commands, the most useful one first.
  package static func walked(_ run: RunPlace, holding session: Session) -> [Suggestion] {
    run.mode == .dryRun ? afterRecording(run) : afterTokens(run, session)
  }

  private static func afterRecording(_ run: RunPlace) -> [Suggestion] {
    run.flow.about.trials.map { trial in
      switch trial.kind {
      case .scenario(let name): Suggestion(trial.text, .recorded, "--scenario", name)
      case .practice: Suggestion(trial.text, .practice)
      case .command(let command): Suggestion(trial.text, .plain(command))
      }
    }
  }

  private static func afterTokens(_ run: RunPlace, _ session: Session) -> [Suggestion] {
    let tries = possibleUses(in: run, holding: session).prefix(2).map { use in
      Suggestion(words(on: use), .plain(use))
    }
    return
      (tries.isEmpty ? [Suggestion("the tokens and the other values", .plain("session"))] : tries)
      + [Suggestion("use, refresh, and revoke tokens", .plain("lesson 6"))]
  }

  private static func words(on use: String) -> String {
    switch use {
    case "profile": "call the API with the access token"
    case "refresh": "exchange the refresh token"
    case "introspect": "ask the server about the token"
    default: "revoke the tokens"
    }
  }
}
