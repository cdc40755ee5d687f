import Flows
import HTTPMessages
import Recordings
import Step1CodeVerifier
import TestSupport
import Transcript
import Vocabulary

/// Does the steps and reports them.
final class ReportingPerformer: StepPerformer {
  private(set) var steps: [StepReport] = []
  private(set) var failure: FailureReport?
  private let server: AuthorizationServer

  init(_ server: AuthorizationServer = .fitbit) { self.server = server }

  func callAsFunction<S: Step>(_ step: S) throws -> S.Output {
    let step = step.from(server)
    let run = step.run()
    steps.append(
      StepReport(
        heading: S.heading.with(purpose: step.purpose), sends: run.message as? HTTPRequest,
        received: (run.message as? ReceivedMessage).map {
          ReceivedReport(message: $0, origin: .recorded)
        }, inputs: step.inputs, outputs: run.outputs, notes: run.notes,
        sources: sources(of: step.inputs), at: server, protection: step.protection,
        hasFailed: (try? run.result.get()) == nil))
    do throws(StepFailure) {
      return try run.result.get()
    } catch {
      failure = FailureReport(
        step: S.heading.number, reason: error.reason.rawValue, message: error.message,
        comparison: [("expected", error.expected), ("received", error.received)],
        why: error.why, reference: error.reference, next: [Advice("Read the lesson")])
      throw error
    }
  }
}

extension ReportingPerformer {
  /// For each input that an earlier step had or gave, the number of that step.
  private func sources(of inputs: [Parameter]) -> [String: StepNumber] {
    let names = ["expected_state": "state", "requested_scope": "scope"]
    var sources: [String: StepNumber] = [:]
    for input in inputs {
      sources[input.name] =
        steps.first { step in
          (step.inputs + step.outputs).contains {
            $0.name == names[input.name] ?? input.name && $0.value == input.value
          }
        }?.heading.number
    }
    return sources
  }
}

/// Reports of whole runs, made by the real steps.
enum SampleReport {
  static let query = "?code=\(Guide.code)&state=\(Guide.state)#_=_"

  /// A run against a server that answers with a given redirect and a given body.
  static func make(
    _ type: ApplicationType = .server, identifier: String = Guide.clientID,
    secret: String = Guide.clientSecret, query: String = query, status: Int = 200,
    body: String = TestTokenResponse.good, fields: [HTTPField] = []
  ) async throws -> Report {
    let flow = AuthorizationCodeWithPKCE(
      Transaction(
        server: .fitbit, client: try Guide.client(type, identifier: identifier, secret: secret),
        scope: Scope(Guide.scope), state: State(Guide.state), origin: .recorded),
      verifierSource: .given(Guide.verifier))
    let performer = ReportingPerformer()
    do {
      _ = try await flow.tokens(
        front: FixedFrontChannel { Redirect(url: Guide.redirectURI + query, status: 302) },
        back: FixedBackChannel {
          HTTPResponse(status: status, fields: fields, body: Array(body.utf8))
        }, now: { TestTokenResponse.receivedAt }, perform: performer)
    } catch is StepFailure {
      // The performer has it.
    }
    return Report(
      subject: ReportSubject(
        flow: Flow.pkce.about, mode: .dryRun, scenario: "granted", story: "Nothing goes wrong.",
        server: "Fitbit"),
      steps: performer.steps, failure: performer.failure)
  }

  /// The report in every format, by the format's name.
  static func renderings(of report: Report) -> [String: String] {
    [
      "text": TextRenderer(style: TextStyle(width: 80, usesColor: false)).render(report),
      "curl": CurlRenderer.render(report), "http": HTTPFileRenderer.render(report),
      "json": JSONRenderer.render(report), "mermaid": MermaidRenderer.render(report),
      "html": HTMLRenderer.render(report),
      "har": HARRenderer.render(report, version: "1"),
    ]
  }
}
