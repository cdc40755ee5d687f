import Channels
import Flows
package import PracticeServer
import Recordings
package import Runs
import Step1CodeVerifier
import TokenUse
package import Transcript
package import Vocabulary

/// A whole walk of a flow without a session, a screen or a user who has to be asked.
package struct FlowRun {
  package let flow: Flow
  package let mode: Mode
  package let surroundings: Surroundings
  /// The application type; `nil` for the usual one.
  package var applicationType: ApplicationType?

  /// Walks the flow.
  ///
  /// - Parameter practiceServer: The server of practice mode.
  /// - Returns: What happened, with a call of the API at its end where a server answers one; and the
  ///   tokens.
  /// - Throws: What keeps the walk from going on; in these runs nothing should.
  package func walk(at practiceServer: PracticeServer) async throws -> (Report, Tokens) {
    let settings = try settings()
    let route = try route(at: practiceServer)
    let narrator = Narrator(
      subject: ReportSubject(
        flow: flow.about, mode: mode,
        scenario: mode == .dryRun ? settings.scenario.name : nil, story: nil,
        server: settings.server.name),
      session: Session(), stateOrigin: settings.stateOrigin, route: route, onStep: { _, _ in })
    let tokens = try await settings.grantFlow(route).tokens(
      front: route.front, back: route.back, now: route.now, perform: narrator)
    if mode == .practice {
      let request = try narrator(
        ResourceRequest(server: settings.server, accessToken: tokens.accessToken))
      let response = try await route.back.response(to: request)
      do {
        _ = try narrator(ResourceResponse(response: response, origin: route.origin))
      } catch is StepFailure {
        // A token of the app's own opens no user's data: the report has the refusal.
      }
    }
    return (narrator.report, tokens)
  }

  /// The channels of the mode; the user of practice mode allows everything.
  package func route(at practiceServer: PracticeServer) throws -> Route {
    mode == .dryRun
      ? try .recorded(settings().scenario)
      : .practiced(practiceServer, decision: { .allow($0) }, now: surroundings.now)
  }

  /// The settings with which the flow is compared with others.
  package func settings() throws -> Settings {
    try Settings(
      of: flow, mode, as: applicationType ?? flow.about.judgment.comparedType,
      randomOctets: surroundings.randomOctets)
  }

  /// Walks each of some flows, and steals its values.
  ///
  /// - Parameters:
  ///   - flows: The flows.
  ///   - mode: Who answers.
  ///   - withAttempts: Whether an attacker tries what can be done with what was seen.
  ///   - surroundings: The clock and the source of random octets.
  /// - Returns: What was seen, a flow each.
  /// - Throws: What keeps a walk from going on; in these runs nothing should.
  package static func evidence(
    of flows: [Flow], in mode: Mode, withAttempts: Bool, _ surroundings: Surroundings
  ) async throws -> [FlowEvidence] {
    var evidence: [FlowEvidence] = []
    for flow in flows {
      let run = FlowRun(flow: flow, mode: mode, surroundings: surroundings)
      let server = PracticeServer(
        configuration: PracticeConfiguration(baseURL: Defaults.practiceURL), ledger: Ledger(),
        now: surroundings.now, randomOctets: surroundings.randomOctets)
      let (report, tokens) = try await run.walk(at: server)
      let attacker = Attacker(
        settings: try run.settings(), route: try run.route(at: server), surroundings: surroundings)
      let attempts = withAttempts ? try await attacker.attempts(with: tokens, of: report) : []
      evidence.append(FlowEvidence(report: report, attempts: attempts))
    }
    return evidence
  }
}
