import HTTPMessages
import Vocabulary

/// The parties that saw a value in a run, found by searching every message for it.
public struct Exposure: Hashable, Sendable {
  /// The parties in the order of `Viewer`; empty if the run has no such value.
  public let viewers: [Viewer]

  /// Creates the exposure by searching a run for a value.
  ///
  /// - Parameters:
  ///   - secret: The value to search for.
  ///   - report: The run, unredacted.
  public init(of secret: SecretValue, in report: Report) {
    let parameters = report.steps.flatMap { $0.inputs + $0.outputs }
    let values = Set(parameters.filter { $0.name == secret.rawValue }.map(\.value))
    var seen: Set<Viewer> = values.isEmpty ? [] : [.client]
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

  /// The parties that see a whole URL.
  private static let wholeURL: Set<Viewer> = [.history, .referer, .log, .client]

  private static func viewers(
    of values: Set<String>, in request: HTTPRequest, _ step: StepReport
  ) -> Set<Viewer> {
    let query = request.query?.pairs.map(\.value) ?? []
    let receiver = receiver(of: request)
    if !values.isDisjoint(with: query) { return wholeURL.union([receiver]) }
    let form = request.form?.pairs.map(\.value) ?? []
    let fields = request.fields.map(\.value)
    let credentials = values.flatMap { value in
      ["Bearer " + value] + basicCredentials(with: value, step)
    }
    let isInside = !values.isDisjoint(with: form) || credentials.contains(where: fields.contains)
    return isInside ? [.client, receiver] : []
  }

  /// Returns the HTTP Basic credentials with a value as the client secret (RFC 6749 §2.3.1).
  private static func basicCredentials(with value: String, _ step: StepReport) -> [String] {
    step.inputs.filter { $0.name == "client_id" }.map { client in
      let pair = "\(Form.encode(client.value)):\(Form.encode(value))"
      return "Basic " + Base64.standard.encode(Array(pair.utf8))
    }
  }

  /// Returns the API for a request with a bearer token (RFC 6750 §2.1).
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
      if !values.isDisjoint(with: query) {
        return wholeURL.union([.scripts, .authorizationServer])
      }
      // A fragment is not sent to a web server, nor in Referer (RFC 9110 §10.1.3). But it appears in
      // the address bar and the history (RFC 9700 §4.3.2).
      let fragment = redirect.fragmentPairs.map(\.value)
      return values.isDisjoint(with: fragment)
        ? [] : [.history, .scripts, .client, .authorizationServer]
    case .response:
      let members = step.outputs.filter { $0.seenBy != nil }.map(\.value)
      return values.isDisjoint(with: members) ? [] : [.client, .authorizationServer]
    }
  }
}
