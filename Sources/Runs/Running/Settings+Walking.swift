package import Flows
package import Vocabulary

extension Settings {
  /// The flow with these settings, ready to be walked.
  package func grantFlow(_ route: Route) -> any GrantFlow {
    flow.grantFlow.init(
      transaction(with: route),
      FlowChoices(verifierSource: verifierSource, lifetime: lifetime, mistake: mistake))
  }

  /// The transaction with the server of a route; another state is that of an earlier run, or an attacker's.
  package func transaction(with route: Route, state: State? = nil, origin: Origin? = nil)
    -> Transaction
  {
    Transaction(
      server: route.server, client: client, scope: scope, state: state ?? self.state,
      prompt: prompt, origin: origin ?? route.origin)
  }
}
