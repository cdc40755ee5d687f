import Flows
import HTTPMessages
import Step1CodeVerifier
import TestSupport
import Transcript
import Vocabulary

/// Reports of whole runs of any flow, made by the real steps.
enum FlowReport {
  static func make(
    _ flow: Flow, rest: String? = nil, body: String = TestTokenResponse.good, status: Int = 200,
    at server: AuthorizationServer = .fitbit
  ) async throws -> Report {
    let performer = ReportingPerformer(server)
    let standard = flow == .implicit ? TestImplicitResponse.good : SampleReport.query
    do {
      _ = try await grantFlow(flow, server).tokens(
        front: FixedFrontChannel {
          Redirect(url: Guide.redirectURI + (rest ?? standard), status: 302)
        },
        back: FixedBackChannel { HTTPResponse(status: status, body: Array(body.utf8)) },
        now: { TestTokenResponse.receivedAt }, perform: performer)
    } catch is StepFailure {
      // The performer has it.
    }
    return Report(
      subject: ReportSubject(
        flow: flow.about, mode: .dryRun, scenario: "granted", story: "Nothing goes wrong.",
        server: server.name),
      steps: performer.steps, failure: performer.failure)
  }

  private static func grantFlow(
    _ flow: Flow, _ server: AuthorizationServer
  ) throws -> any GrantFlow {
    let client = try Guide.client(flow.about.applicationTypes[0])
    let (scope, state) = (Scope(Guide.scope), State(Guide.state))
    return flow.grantFlow.init(
      Transaction(
        server: server, client: client, scope: scope, state: state, origin: .recorded),
      FlowChoices(verifierSource: .given(Guide.verifier), lifetime: .oneDay, mistake: nil))
  }
}
