public import HTTPMessages
import Vocabulary

/// Replaces possible secrets in a run before any format is chosen.
///
/// Screens, documents, and recordings share one mask. See `ValueMask` for its rule.
public struct Mask {
  /// The values to judge.
  public enum Coverage: Hashable, Sendable {
    /// None: the user requested all secrets.
    case nothing
    /// Those of messages that the user gave, and the client secret if it is the user's own.
    ///
    /// All other messages come from a recording or the practice server; their secrets are fake.
    case brought(ownClientSecret: Bool)
    /// All: a real server responds, or the run is recorded.
    case everything
  }

  private let coverage: Coverage
  private var values: ValueMask
  /// The secrets by their names, in the order in which they were found.
  private var learned: [(name: String, value: String)] = []

  /// Creates a mask with the secrets of a run.
  ///
  /// - Parameters:
  ///   - steps: The steps so far.
  ///   - coverage: The values to judge.
  ///   - style: The output that the placeholders are for.
  ///   - secrets: Secrets of the run, by name, which the steps may not have used yet.
  public init(
    _ steps: [StepReport], coverage: Coverage, style: Placeholder.Style = .screen,
    secrets: [(name: String, value: String)] = []
  ) {
    self.coverage = coverage
    values = ValueMask(placeholder: Placeholder(style: style))
    guard coverage != .nothing else { return }
    for parameter in steps.flatMap(\.inputs) where Self.isOwn(parameter) && !parameter.isSecret {
      if style == .recording && parameter.name.hasSuffix("state") { continue }
      values.vouched.insert(parameter.value)
      if parameter.name.hasSuffix("scope") {
        values.vouched.formUnion(parameter.value.split(separator: " ").map(String.init))
      }
    }
    for (name, value) in secrets { learn(name, value) }
    for step in steps {
      for parameter in step.inputs + step.outputs where isKnownSecret(parameter, in: step) {
        learn(Self.plainName(parameter.name), parameter.value)
      }
    }
    if coverage != .brought(ownClientSecret: false) {
      steps.compactMap(\.sends).forEach { learn($0) }
    }
    // Credentials found in the messages are searched for everywhere else.
    var met: [(String, String)] = []
    var collecting = values
    collecting.note = { met.append(($0, $1)) }
    for step in steps where isStrict(step) { _ = Self.masked(step, collecting, isStrict: true) }
    for (name, value) in met { learn(name, value) }
    maskByName()
  }

  /// Returns the placeholder of a secret of the run, or `nil` for any other value.
  public func placeholder(for value: String) -> String? { values.secrets[value] }

  /// Replaces a value with another text wherever it appears.
  public mutating func replace(_ value: String, with other: String) {
    values.secrets.substitute(value, with: other)
  }

  /// Returns the report without secrets.
  public func callAsFunction(_ report: Report) -> Report {
    guard coverage != .nothing else { return report }
    var report = report
    let isLastStrict = report.steps.last.map(isStrict) ?? (coverage == .everything)
    report.steps = report.steps.map(callAsFunction)
    var mask = values
    mask.isStrict = isLastStrict
    report.failure = report.failure.map { failure in
      var failure = failure
      failure.message = mask.text(failure.message)
      failure.why = mask.text(failure.why)
      failure.cause = failure.cause.map { $0.saying { mask.text($0) } }
      failure.findings = failure.findings.map { $0.saying { mask.text($0) } }
      failure.pairs = failure.pairs.map { .init(name: $0.name, value: mask.reported($0.value)) }
      return failure
    }
    return report
  }

  /// Returns one step without secrets.
  public func callAsFunction(_ step: StepReport) -> StepReport {
    let isStrict = isStrict(step)
    // Without secrets to find and values to judge, no text would change.
    let isUnchanged = coverage == .nothing || values.secrets.isEmpty && !isStrict
    return isUnchanged ? step : Self.masked(step, values, isStrict: isStrict)
  }

  /// Returns a request without secrets.
  public func callAsFunction(_ request: HTTPRequest) -> HTTPRequest { values.request(request) }

  /// Returns a redirect without secrets.
  public func callAsFunction(_ redirect: Redirect) -> Redirect { values.redirect(redirect) }

  /// Returns a response without secrets.
  public func callAsFunction(_ response: HTTPResponse) -> HTTPResponse { values.response(response) }

  /// Returns the reason to omit a body, or `nil` if it is text of an ordinary size.
  public static func reasonToLeaveOut(_ body: [UInt8]) -> String? {
    ValueMask.reasonToLeaveOut(body)
  }

  /// Returns an unrecognized line from the user, without secrets.
  public static func line(_ text: String) -> String {
    ValueMask(placeholder: Placeholder(style: .screen)).loose(text, in: .body)
  }

  /// Whether every value of a step is judged.
  private func isStrict(_ step: StepReport) -> Bool {
    coverage == .everything || step.received?.origin == .given
  }

  /// Whether the client was given the value or computed it, and so knows its kind.
  private static func isOwn(_ parameter: Parameter) -> Bool {
    parameter.origin == .given || parameter.origin == .computed
  }

  private func isKnownSecret(_ parameter: Parameter, in step: StepReport) -> Bool {
    let name = Self.plainName(parameter.name)
    if name == "redirect" { return false }
    switch coverage {
    case .nothing: return false
    case .everything:
      return parameter.isSecret
        || values.placeholder.style == .recording && ["state", "expected_state"].contains(name)
    case .brought(let ownClientSecret):
      return name == "client_secret"
        ? ownClientSecret
        : parameter.origin == .given && ["code", "access_token", "refresh_token"].contains(name)
    }
  }

  private mutating func learn(_ name: String, _ value: String) {
    let name = name == "expected_state" ? "state" : name
    learned.append((name, value))
    add(value, placeholder: values.placeholder(named: name))
  }

  private mutating func add(_ value: String, placeholder: String) {
    values.secrets.add(
      value, placeholder: placeholder, isUnique: values.placeholder.style == .recording)
  }

  /// Updates the placeholders: a name may contain a secret that was found later.
  private mutating func maskByName() {
    guard learned.contains(where: { !ValueKind.isKnown($0.name) }) else { return }
    values.secrets.rename(
      learned.map { (value: $0.value, placeholder: values.placeholder(named: $0.name)) },
      isUnique: values.placeholder.style == .recording)
  }

  /// Adds the password of HTTP Basic authentication, decoded and as sent.
  private mutating func learn(_ request: HTTPRequest) {
    let words = (request.fields.value(of: "Authorization") ?? "").split(separator: " ").map(
      String.init)
    guard words.count == 2, words[0] == "Basic", let (_, password) = ValueMask.basic(words[1])
    else {
      return
    }
    learn("client_secret", password)
    if values.placeholder.style == .screen { learn("client_secret", words[1]) }
  }

  private static func plainName(_ name: String) -> String { String(name.prefix { $0 != " " }) }

  private static func masked(_ step: StepReport, _ mask: ValueMask, isStrict: Bool) -> StepReport {
    var (step, mask) = (step, mask)
    mask.isStrict = isStrict
    step.inputs = step.inputs.map { mask.parameter($0, isOwn: isOwn($0)) }
    step.outputs = step.outputs.map { mask.parameter($0, isOwn: $0.origin == .computed) }
    step.sends = step.sends.map(mask.request)
    if var received = step.received {
      received.message =
        switch received.message {
        case .redirect(let redirect): .redirect(mask.redirect(redirect))
        case .response(let response): .response(mask.response(response))
        }
      step.received = received
    }
    step.notes = step.notes.map(mask.note)
    step.departures = step.departures.map { Departure(mask.text($0.text), $0.reference) }
    return step
  }
}
