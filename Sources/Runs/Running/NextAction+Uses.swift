import Flows
import Transcript
package import Vocabulary

extension NextAction {
  /// The lessons about what comes before and after the five steps.
  private static let aroundTheSteps = [StepNumber.before: 13, .after: 6]

  /// The lesson that explains where a run stopped.
  ///
  /// - Parameters:
  ///   - step: Where the run stopped.
  ///   - flow: The flow that was walked.
  /// - Returns: The lesson, and the command that shows it.
  package static func lesson(explaining step: StepNumber, of flow: Flow) -> Suggestion {
    let number = aroundTheSteps[step] ?? flow.about.lesson ?? step.rawValue
    return Suggestion("Lesson \(number) explains this", .plain("lesson \(number)"))
  }

  /// The commands that use the tokens, in the order in which they are worth trying.
  private static let uses = ["profile", "refresh", "introspect", "revoke"]

  /// The suggestions for a failed command about tokens: none of them loses the tokens.
  ///
  /// - Parameters:
  ///   - reason: The kind of failure.
  ///   - run: The run that failed.
  ///   - scope: The scope that the server named; `nil` if it named none.
  /// - Returns: The suggestions; `nil` where those for a flow hold here, too.
  static func afterUse(
    _ reason: StepFailure.Reason, in run: RunPlace, needing scope: String?
  ) -> [Suggestion]? {
    let still = "repeat the command: the tokens are still there."
    switch reason {
    case .invalidClient where run.isPublicClient:
      return [
        Suggestion(
          "No secret was sent, since this app has none: the server answers only a client that authenticates. The "
            + "tokens are still there.")
      ]
    case .invalidClient:
      return [
        Suggestion(
          "Compare client id and secret with the registration, and look for spaces and line breaks in "
            + "WORKBENCH_CLIENT_SECRET. Then " + still)
      ]
    case .tokenExpired, .tokenInvalid: return [expired(run)]
    case .scopeInsufficient where run.flow.about.hasUser:
      return [
        Suggestion(
          "Ask the user for the scope that this needs",
          .walk, run.scopeOption(scope ?? run.server?.profileScope))
      ]
    case .scopeInsufficient:
      return [
        Suggestion(
          "No scope opens a user's data to an app's own token. Ask a user",
          .plain("walk --mode \(run.mode.rawValue)"))
      ]
    case .tokenRefused:
      return [Suggestion("Fix what the server names, if it names anything, and " + still)]
    case .serverError: return [Suggestion("Wait, longer each time, and " + still)]
    case .rateLimited: return [Suggestion("Wait as long as the answer says, and " + still)]
    case .bodyEmpty, .bodyTooLarge, .notJSON, .malformedJSON, .wrongShape, .tokenMissing:
      return [
        Suggestion(
          "Look at where the answer comes from: the address, a proxy, a sign-in page in between. The session is "
            + "as it was: repeat the command.")
      ]
    default: return nil
    }
  }

  /// A command that is worth trying with the tokens, of those that the server has an endpoint for.
  ///
  /// - Parameters:
  ///   - command: The command that used the tokens last; `nil` if none has yet.
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
      // A refused token shows it at the API, and an unknown one at the server.
      if let proof = possible.first(where: { ["profile", "introspect"].contains($0) }) {
        return Suggestion(ending(of: session, at: run.server), .plain(proof))
      }
      return Suggestion("To get new tokens", .walk)
    }
    let name = run.server?.name ?? "The server"
    return Suggestion("\(name) names no further endpoint. The tokens are here", .plain("session"))
  }

  /// What can be said after a revocation.
  ///
  /// RFC 7009 §3: an API that reads the token itself, and asks nobody, takes it until it expires.
  private static func ending(of session: Session, at server: AuthorizationServer?) -> String {
    if server?.endsAllTokensAtOnce == true { return "The tokens are dead, as this shows" }
    let hasBoth = session.values["refresh_token"] != nil
    return (hasBoth ? "The server has ended both tokens. " : "The server has ended the token. ")
      + "Whether the access token is refused by now, this shows"
  }

  /// The commands for which the server has an endpoint and the session a token.
  static func possibleUses(in run: RunPlace, holding session: Session) -> [String] {
    uses.filter { isPossible($0, in: run, holding: session) }
  }

  private static func isPossible(
    _ use: String, in run: RunPlace, holding session: Session
  ) -> Bool {
    switch use {
    // The profile is a user's, and such a token stands for the app.
    case "profile": run.flow.about.hasUser && run.server?.profileEndpoint != nil
    case "refresh": run.flow.about.canRefresh && session.values["refresh_token"] != nil
    // RFC 7662 §2.1: who asks has to be authorized, and a client without a secret has nothing to show.
    case "introspect":
      run.server?.introspectionEndpoint != nil
        && (!run.isPublicClient || run.server?.introspectionAuthorization == .accessToken)
    default: run.server?.revocationEndpoint != nil
    }
  }
}
