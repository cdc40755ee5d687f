import Flows
import Vocabulary

extension Settings {
  /// The flow with these settings, ready to be walked.
  func grantFlow(_ course: Course) -> any GrantFlow {
    flow.grantFlow.init(
      transaction(with: course),
      FlowChoices(verifierSource: verifierSource, lifetime: lifetime, mistake: mistake))
  }

  /// The transaction with the server of a course; another state is that of an earlier run, or an attacker's.
  func transaction(with course: Course, state: State? = nil, origin: Origin? = nil) -> Transaction {
    Transaction(
      server: course.server, client: client, scope: scope, state: state ?? self.state,
      prompt: prompt, origin: origin ?? course.origin)
  }
}
