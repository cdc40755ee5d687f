import PracticeServer
import Runs
import Vocabulary

/// A practice server with an app and an attacker, for one run of an attack.
struct AttackStage {
  package let run: FlowRun
  package let server: PracticeServer
  package let attacker: Attacker

  /// Sets the stage.
  ///
  /// - Parameters:
  ///   - flow: The flow that the app uses.
  ///   - applicationType: What kind of app it is.
  ///   - rulesOff: The protections of the server that are switched off.
  ///   - surroundings: Clock and secure generator.
  /// - Throws: `RedirectURI.Fault` if the app's redirect URI were none.
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
