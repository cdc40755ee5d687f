import Channels
import Flows
package import PracticeServer
import Recordings
package import Runs
import Step1CodeVerifier
import TokenUse
package import Transcript
package import Vocabulary

/// A run of a whole flow without a session, a screen, or questions to the user.
package struct FlowRun {
  package let flow: Flow
  package let mode: Mode
  package let surroundings: Surroundings
  /// The application type, or `nil` for the default.
  package var applicationType: ApplicationType?

  /// Runs the flow.
  ///
  /// - Parameter practiceServer: The server of practice mode.
  /// - Returns: The report, which in practice mode ends with a call of the API, and the tokens.
  /// - Throws: An error if a step fails, which should not happen in these runs.
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
        // A client's own token gives access to no user's data: the report contains the rejection.
      }
    }
    return (narrator.report, tokens)
  }

  /// Returns the channels of the mode; in practice mode the user grants everything requested.
  package func route(at practiceServer: PracticeServer) throws -> Route {
    mode == .dryRun
      ? try .recorded(settings().scenario)
      : .practiced(practiceServer, decision: { .allow($0) }, now: surroundings.now)
  }

  /// Returns the settings that the flow is compared with.
  package func settings() throws -> Settings {
    try Settings(
      of: flow, mode, as: applicationType ?? flow.about.judgment.comparedType,
      randomOctets: surroundings.randomOctets)
  }

  /// Runs each flow, and lets an attacker try its values.
  ///
  /// - Parameters:
  ///   - flows: The flows.
  ///   - mode: The mode, which decides where the responses come from.
  ///   - withAttempts: Whether an attacker tries the values that were seen.
  ///   - surroundings: The clock and the secure random generator.
  /// - Returns: The report and the attempts of each flow.
  /// - Throws: An error if a step fails, which should not happen in these runs.
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
