import Channels
import Flows
import PracticeServer
import RecordedChannels
import Step1CodeVerifier
import TokenUse
import Transcript
import Vocabulary

/// A whole walk of a flow without a session, a screen or a user who has to be asked.
struct FlowRun {
  let flow: Flow
  let mode: Mode
  let surroundings: Surroundings
  /// The application type; `nil` for the usual one.
  var applicationType: ApplicationType?

  /// Walks the flow.
  ///
  /// - Parameter practiceServer: The server of practice mode.
  /// - Returns: What happened, with a call of the API at its end where a server answers one; and the
  ///   tokens.
  /// - Throws: What keeps the walk from going on; in these runs nothing should.
  func walk(at practiceServer: PracticeServer) async throws -> (Report, Tokens) {
    let settings = try settings()
    let route = try route(at: practiceServer)
    let narrator = Narrator(
      subject: ReportSubject(
        flow: flow.about, mode: mode.rawValue,
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
  func route(at practiceServer: PracticeServer) throws -> Route {
    mode == .dryRun
      ? try .recorded(settings().scenario)
      : .practised(practiceServer, decision: { .allow($0) }, now: surroundings.now)
  }

  /// The settings with which the flow is compared with others.
  func settings() throws -> Settings {
    let standards = Defaults.of(mode)
    let type = applicationType ?? flow.about.judgment.comparedType
    let identifier = standards.clientID(type)
    let scenario = try Settings.scenario("granted", in: flow, isTyped: false)
    return Settings(
      flow: flow, mode: mode, server: standards.server, scenario: scenario,
      client: Client(
        identifier: identifier, applicationType: type,
        redirectURI: try RedirectURI(standards.redirectURI),
        secret: type.isConfidential ? standards.clientSecret(identifier) : nil),
      scope: Scope(standards.scope), prompt: nil, lifetime: .oneDay,
      verifierSource: standards.verifier.map { .given($0) }
        ?? .randomOctets(surroundings.randomOctets(32)),
      state: standards.state.map(State.init) ?? State(randomOctets: surroundings.randomOctets(16)),
      stateOrigin: .given, hasRealSecret: false)
  }
}
