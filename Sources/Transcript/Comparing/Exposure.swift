import HTTPMessages
import Vocabulary

/// Who got to see a value in a run, found by looking for it in every message of the run.
public struct Exposure: Hashable, Sendable {
  /// Who saw it, in the order of `Viewer`; empty if the run has no such value.
  public let viewers: [Viewer]

  /// Looks for a value in a run.
  ///
  /// - Parameters:
  ///   - secret: Which value.
  ///   - report: The run, unredacted.
  public init(of secret: SecretValue, in report: Report) {
    let parameters = report.steps.flatMap { $0.inputs + $0.outputs }
    let values = Set(parameters.filter { $0.name == secret.rawValue }.map(\.value))
    var seen: Set<Viewer> = values.isEmpty ? [] : [.app]
    for step in report.steps {
      if let request = step.sends {
        seen.formUnion(Self.viewers(of: values, in: request, step))
      }
      if let message = step.received?.message {
        seen.formUnion(Self.viewers(of: values, in: message, step))
      }
    }
    viewers = Viewer.allCases.filter(seen.contains)
  }

  /// Everybody who sees an address as a whole.
  private static let address: Set<Viewer> = [.history, .referer, .log, .app]

  private static func viewers(
    of values: Set<String>, in request: HTTPRequest, _ step: StepReport
  ) -> Set<Viewer> {
    let query = request.query?.pairs.map(\.value) ?? []
    let receiver = receiver(of: request)
    if !values.isDisjoint(with: query) { return address.union([receiver]) }
    let form = request.form?.pairs.map(\.value) ?? []
    let fields = request.fields.map(\.value)
    let credentials = values.flatMap { value in
      ["Bearer " + value] + basicHeaders(with: value, step)
    }
    let isInside = !values.isDisjoint(with: form) || credentials.contains(where: fields.contains)
    return isInside ? [.app, receiver] : []
  }

  /// The Basic headers that a value makes as a client secret: RFC 6749 §2.3.1.
  private static func basicHeaders(with value: String, _ step: StepReport) -> [String] {
    step.inputs.filter { $0.name == "client_id" }.map { client in
      let pair = "\(Form.encode(client.value)):\(Form.encode(value))"
      return "Basic " + Base64.standard.encode(Array(pair.utf8))
    }
  }

  /// A bearer token in the header is for the API: RFC 6750 §2.1.
  private static func receiver(of request: HTTPRequest) -> Viewer {
    let authorization = request.fields.value(of: "Authorization") ?? ""
    return authorization.hasPrefix("Bearer ") ? .api : .authorizationServer
  }

  private static func viewers(
    of values: Set<String>, in message: ReceivedMessage, _ step: StepReport
  ) -> Set<Viewer> {
    switch message {
    case .redirect(let redirect):
      let query = (try? Form(decoding: redirect.parts.query ?? ""))?.pairs.map(\.value) ?? []
      if !values.isDisjoint(with: query) { return address.union([.scripts, .authorizationServer]) }
      // A fragment is sent to no web server and in no Referer (RFC 9110 §10.1.3), but it stands in
      // the address bar, and in the history (RFC 9700 §4.3.2).
      let fragment = redirect.fragmentPairs.map(\.value)
      return values.isDisjoint(with: fragment)
        ? [] : [.history, .scripts, .app, .authorizationServer]
    case .response:
      let members = step.outputs.filter { $0.seenBy != nil }.map(\.value)
      return values.isDisjoint(with: members) ? [] : [.app, .authorizationServer]
    }
  }
}
