import PracticeServer
import Runs
import Vocabulary

/// A practice server with a client and an attacker, for one run of an attack.
struct AttackStage {
  package let run: FlowRun
  package let server: PracticeServer
  package let attacker: Attacker

  /// Creates a server, a client, and an attacker.
  ///
  /// - Parameters:
  ///   - flow: The flow that the client uses.
  ///   - applicationType: The type that the client is registered as.
  ///   - rulesOff: The server's rules that are off.
  ///   - surroundings: The clock and the secure random generator.
  /// - Throws: `RedirectURI.Fault` if the client's redirect URI were invalid.
  package init(
    _ flow: Flow, _ applicationType: ApplicationType, without rulesOff: Set<Rule> = [],
    _ surroundings: Surroundings
  ) throws {
    run = FlowRun(
      flow: flow, mode: .practice, surroundings: surroundings, applicationType: applicationType)
    server = PracticeServer(
      configuration: PracticeConfiguration(
        baseURL: Defaults.practiceURL, rulesOff: rulesOff),
      ledger: Ledger(), now: surroundings.now, randomOctets: surroundings.randomOctets)
    attacker = Attacker(
      settings: try run.settings(), route: try run.route(at: server), surroundings: surroundings)
  }
}
