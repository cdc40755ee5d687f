import Flows
import Transcript
package import Vocabulary

extension NextAction {
  /// The lessons about the commands before and after the five steps.
  private static let aroundTheSteps = [StepNumber.before: 13, .after: 6]

  /// Returns the lesson that explains a failed step.
  ///
  /// - Parameters:
  ///   - step: The failed step.
  ///   - flow: The flow of the run.
  /// - Returns: The lesson, and the command that shows it.
  package static func lesson(explaining step: StepNumber, of flow: Flow) -> Suggestion {
    let number = aroundTheSteps[step] ?? flow.about.lesson ?? step.rawValue
    return Suggestion("Lesson \(number) explains this", .plain("lesson \(number)"))
  }

  /// The commands that use the tokens, in the order in which to try them.
  private static let uses = ["profile", "refresh", "introspect", "revoke"]

  /// Returns the suggestions for a failed token command, none of which loses the tokens.
  ///
  /// - Parameters:
  ///   - reason: The kind of failure.
  ///   - run: The run that failed.
  ///   - scope: The scope that the server named, or `nil` if it named none.
  /// - Returns: The suggestions, or `nil` if those for a flow apply here, too.
  static func afterUse(
    _ reason: StepFailure.Reason, in run: RunPlace, needing scope: String?
  ) -> [Suggestion]? {
    let still = "repeat the command: the session still has the tokens."
    switch reason {
    case .invalidClient where run.isPublicClient:
      return [
        Suggestion(
          "This client has no secret, and the server requires authentication. The session still "
            + "has the tokens.")
      ]
    case .invalidClient:
      return [
        Suggestion(
          "Compare the client ID and secret with the registration. Check WORKBENCH_CLIENT_SECRET "
            + "for spaces and line breaks. Then " + still)
      ]
    case .tokenExpired, .tokenInvalid: return [expired(run)]
    case .scopeInsufficient where run.flow.about.hasUser:
      return [
        Suggestion(
          "Ask the user to grant the scope that this needs",
          .walk, run.scopeOption(scope ?? run.server?.profileScope))
      ]
    case .scopeInsufficient:
      return [
        Suggestion(
          "A client's own token gives access to a user's data only if that was arranged. Ask a "
            + "user",
          .plain("walk --mode \(run.mode.rawValue)"))
      ]
    case .tokenRefused:
      return [Suggestion("Fix what the server names, if anything. Then " + still)]
    case .serverError: return [Suggestion("Wait, longer each time, then " + still)]
    case .rateLimited: return [Suggestion("Wait as long as the response says, then " + still)]
    case .bodyEmpty, .bodyTooLarge, .notJSON, .malformedJSON, .wrongShape, .tokenMissing:
      return [
        Suggestion(
          "Check the URL. Also check for a proxy or a sign-in page in between. The session is "
            + "unchanged: repeat the command.")
      ]
    default: return nil
    }
  }

  /// Returns the next token command for which the server has an endpoint.
  ///
  /// - Parameters:
  ///   - command: The command that used the tokens last, or `nil` if none has yet.
  ///   - run: The run that got the tokens.
  ///   - session: The tokens.
  /// - Returns: The next command.
  package static func use(
    after command: String?, in run: RunPlace, holding session: Session
  ) -> Suggestion {
    let possible = possibleUses(in: run, holding: session)
    let last = command.flatMap(uses.firstIndex) ?? -1
    let rest = possible.filter { uses.firstIndex(of: $0).map { $0 > last } ?? false }
    if let next = rest.first { return Suggestion("Next", .plain(next)) }
    if command == "revoke" {
      // The API rejects a revoked token, and introspection reports it as inactive.
      if let proof = possible.first(where: { ["profile", "introspect"].contains($0) }) {
        return Suggestion(sentence(afterRevoking: session, at: run.server), .plain(proof))
      }
      return Suggestion("To get new tokens", .walk)
    }
    let name = run.server?.name ?? "The server"
    return Suggestion("\(name) has no further endpoint. To see the tokens", .plain("session"))
  }

  /// Returns the sentence after a revocation.
  ///
  /// An API that checks a self-contained token without asking the server accepts it until it
  /// expires (RFC 7009 §3).
  private static func sentence(
    afterRevoking session: Session, at server: AuthorizationServer?
  ) -> String {
    let hasBoth = session.values["refresh_token"] != nil
    let revoked = hasBoth ? "The server revoked both tokens." : "The server revoked the token."
    return server?.revokesAllTokensAtOnce == true
      ? "The server revoked all of the user's tokens for this client. To see that they no longer "
        + "work"
      : "\(revoked) To see whether the access token still works"
  }

  /// The commands for which the server has an endpoint and the session a token.
  static func possibleUses(in run: RunPlace, holding session: Session) -> [String] {
    uses.filter { isPossible($0, in: run, holding: session) }
  }

  private static func isPossible(
    _ use: String, in run: RunPlace, holding session: Session
  ) -> Bool {
    switch use {
    // The profile is a user's, and a token without a user represents the client.
    case "profile": run.flow.about.hasUser && run.server?.profileEndpoint != nil
    case "refresh": run.flow.about.canRefresh && session.values["refresh_token"] != nil
    // The caller must be authorized (RFC 7662 §2.1), and a public client cannot authenticate.
    case "introspect":
      run.server?.introspectionEndpoint != nil
        && (!run.isPublicClient || run.server?.introspectionAuthorization == .accessToken)
    default: run.server?.revocationEndpoint != nil
    }
  }
}
