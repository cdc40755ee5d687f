import HTTPMessages
public import Vocabulary

/// Hides secrets in a report: the one place where that is done.
///
/// It replaces a secret wherever its value stands, plain or form-encoded, in parameters, URLs, header
/// fields, bodies and messages, by a placeholder that names it.
public struct Redaction: Sendable {
  /// The names of the values to hide; `Authorization` is hidden along with `client_secret`, and
  /// `cookie` stands for the values of all cookies.
  public let names: Set<String>

  /// Hides the values of these names.
  public init(names: Set<String>) {
    self.names = names
  }

  /// What stands in the place of a hidden value; a word in brackets behind the name does not count.
  public static func placeholder(for name: String) -> String {
    "<\(name.prefix { $0 != " " }) hidden>"
  }

  /// The report without the secrets.
  public func callAsFunction(_ report: Report) -> Report {
    guard !names.isEmpty else { return report }
    var report = report
    let known = report.steps.flatMap { $0.inputs + $0.outputs }
    report.steps = report.steps.map { callAsFunction($0, known: known) }
    report.failure = report.failure.map { failure in
      var failure = failure
      failure.message = hide(failure.message, known)
      failure.pairs = failure.pairs.map {
        .init(
          name: $0.name,
          value: hides($0.name) ? Self.placeholder(for: $0.name) : hide($0.value, known))
      }
      return failure
    }
    return report
  }

  /// A text without the secrets that it names.
  public func callAsFunction(_ text: String) -> String { names.isEmpty ? text : hide(text, []) }

  /// One step without the secrets, which are those of this step and those that are known besides.
  public func callAsFunction(_ step: StepReport, known: [Parameter] = []) -> StepReport {
    guard !names.isEmpty else { return step }
    let known = known + step.inputs + step.outputs
    var step = step
    step.inputs = step.inputs.map { redact($0, known) }
    step.outputs = step.outputs.map { redact($0, known) }
    step.sends = step.sends.map { redact($0, known) }
    if var received = step.received {
      received.message = redact(received.message, known)
      step.received = received
    }
    step.notes = step.notes.map { redact($0, known) }
    step.deviations = step.deviations.map { Deviation(hide($0.text, known), $0.reference) }
    return step
  }

  /// Whether a value of this name is hidden; a word in brackets behind the name does not count.
  private func hides(_ name: String) -> Bool {
    let name = String(name.prefix { $0 != " " })
    return names.contains(name)
      || name.lowercased() == "authorization" && names.contains("client_secret")
  }

  private func redact(_ parameter: Parameter, _ known: [Parameter]) -> Parameter {
    parameter.replacing(
      name: hide(parameter.name, known),
      value: hides(parameter.name)
        ? Self.placeholder(for: parameter.name) : hide(parameter.value, known))
  }

  private func redact(_ fields: [HTTPField], _ known: [Parameter]) -> [HTTPField] {
    fields.map { field in
      switch field.name.lowercased() {
      case "authorization" where hides(field.name):
        let scheme = field.value.prefix { $0 != " " }
        let held = scheme.lowercased() == "bearer" ? "access_token" : "client_secret"
        return HTTPField(field.name, "\(scheme) \(Self.placeholder(for: held))")
      // The value of a cookie may be all that a session hangs on.
      case "set-cookie" where names.contains("cookie"):
        let name = field.value.prefix { $0 != "=" && $0 != ";" }
        return HTTPField(field.name, "\(name)=\(Self.placeholder(for: "cookie"))")
      default: return HTTPField(field.name, hide(field.value, known))
      }
    }
  }

  private func redact(_ request: HTTPRequest, _ known: [Parameter]) -> HTTPRequest {
    HTTPRequest(
      method: request.method, url: hide(request.url, known),
      fields: redact(request.fields, known), body: redact(request.body, known))
  }

  private func redact(_ message: ReceivedMessage, _ known: [Parameter]) -> ReceivedMessage {
    switch message {
    case .redirect(let redirect):
      .redirect(Redirect(url: hide(redirect.url, known), status: redirect.status))
    case .response(let response):
      .response(
        HTTPResponse(
          status: response.status, fields: redact(response.fields, known),
          body: redact(response.body, known)))
    }
  }

  private func redact(_ note: Note, _ known: [Parameter]) -> Note {
    switch note {
    case .remark(let text): .remark(hide(text, known))
    case .commands(let title, let lines):
      .commands(title: title, lines: lines.map { hide($0, known) })
    }
  }

  private func redact(_ body: [UInt8], _ known: [Parameter]) -> [UInt8] {
    let text = String(decoding: body, as: UTF8.self)
    let hidden = hide(text, known)
    return hidden == text ? body : Array(hidden.utf8)
  }

  /// Replaces every secret in a text: what stands behind its name, and a known value in any form.
  private func hide(_ text: String, _ known: [Parameter]) -> String {
    let bytes = Array(text.utf8)
    let named = NamedValueReader.values(in: bytes) { names.contains($0.name) ? true : nil }
    let hidden = bytes.replacing(named.map { ($0.place, Self.placeholder(for: $0.name)) })
    let secrets = known.filter { hides($0.name) }
      .map { (value: $0.value, placeholder: Self.placeholder(for: $0.name)) }
    let result = SecretSearch(secrets, encodesAnew: false, depth: 1).replacing(in: hidden)
    return result == bytes ? text : String(decoding: result, as: UTF8.self)
  }
}
