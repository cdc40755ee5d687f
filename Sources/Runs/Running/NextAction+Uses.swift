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
    let possible = uses.filter { isPossible($0, in: run, holding: session) }
    let last = command.flatMap(uses.firstIndex) ?? -1
    let rest = possible.filter { uses.firstIndex(of: $0).map { $0 > last } ?? false }
    if let next = rest.first { return Suggestion("Next", .plain(next)) }
    if command == "revoke" {
      // A refused token shows it at the API, and an unknown one at the server.
      if let proof = possible.first(where: { ["profile", "introspect"].contains($0) }) {
        return Suggestion("The tokens are dead, as this shows", .plain(proof))
      }
      return Suggestion("To get new tokens", .walk)
    }
    let name = run.server?.name ?? "The server"
    return Suggestion("\(name) names no further endpoint. The tokens are here", .plain("session"))
  }

  private static func isPossible(
    _ use: String, in run: RunPlace, holding session: Session
  ) -> Bool {
    switch use {
    // A token without a user gives access to no user's data.
    case "profile": run.flow.about.hasUser && run.server?.profileEndpoint != nil
    case "refresh": run.flow.about.canRefresh && session.values["refresh_token"] != nil
    case "introspect": run.server?.introspectionEndpoint != nil
    default: run.server?.revocationEndpoint != nil
    }
  }
}
