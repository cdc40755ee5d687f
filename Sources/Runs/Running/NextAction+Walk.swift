import Flows
import Vocabulary

extension NextAction {
  /// What to try after a walk that succeeded: three commands at most, each with what it shows.
  ///
  /// - Parameters:
  ///   - run: The walk.
  ///   - session: What it left.
  /// - Returns: The commands, the most useful one first.
  package static func walked(_ run: RunPlace, holding session: Session) -> [Suggestion] {
    run.mode == .dryRun ? afterRecording(run) : afterTokens(run, session)
  }

  private static func afterRecording(_ run: RunPlace) -> [Suggestion] {
    let practice = Suggestion("a server that really responds", .practise)
    let comparison = Suggestion("four flows side by side", .plain("compare"))
    return switch run.flow {
    case .pkce:
      [
        Suggestion(
          "an attacker plants a redirect", .recorded, "--scenario", "state-tampered"), practice,
        Suggestion("why the verifier works", .plain("lesson 1")),
      ]
    case .code:
      [
        Suggestion("a stolen code, with PKCE and without", .plain("attack interception")),
        practice, Suggestion("what PKCE adds to this flow", .plain("lesson 8")),
      ]
    case .implicit:
      [
        Suggestion("the flow to use instead", .plain("walk")),
        Suggestion("a token stolen from a URL", .plain("attack leak")),
        Suggestion("how to replace this flow", .plain("lesson 9")),
      ]
    case .clientCredentials:
      [practice, comparison, Suggestion("when this flow is right", .plain("lesson 10"))]
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
