import HTTPMessages
import Vocabulary

/// The checks that a redirect has to pass, whichever flow it answers.
struct RedirectCheck {
  /// The part of the redirect in which a flow answers.
  enum Part: String {
    /// Behind the question mark: RFC 6749 §4.1.2.
    case query
    /// Behind the number sign: RFC 6749 §4.2.2.
    case fragment
  }

  let redirect: Redirect
  let part: Part
  let expectedRedirectURI: RedirectURI
  let expectedState: State
  let expectedIssuer: ExpectedIssuer
  let origin: Origin
  let parts: URLParts
  private let query: Result<Form, Form.Fault>
  private let fragment: Result<Form, Form.Fault>

  /// Reads both parts of the redirect, each once: whatever is asked later, is asked of these.
  init(
    _ redirect: Redirect, part: Part, expectedRedirectURI: RedirectURI, expectedState: State,
    expectedIssuer: ExpectedIssuer, origin: Origin,
    _ decode: (String) throws(Form.Fault) -> Form
  ) {
    self.redirect = redirect
    self.part = part
    self.expectedRedirectURI = expectedRedirectURI
    self.expectedState = expectedState
    self.expectedIssuer = expectedIssuer
    self.origin = origin
    let parts = redirect.parts
    self.parts = parts
    query = Result { () throws(Form.Fault) in try decode(parts.query ?? "") }
    fragment = Result { () throws(Form.Fault) in try decode(parts.fragment ?? "") }
  }

  /// The part in which the flow answers.
  var answer: Result<Form, Form.Fault> { part == .query ? query : fragment }

  /// The names of the parameters in a part; none if it cannot be decoded.
  func names(in part: Part) -> [String] {
    let form = part == .query ? query : fragment
    return (try? form.get())?.pairs.map(\.name) ?? []
  }

  /// Puts together what comes of the reading, whether the step goes well or stops.
  func run<Output>(
    at server: AuthorizationServer?, notes: (Output) -> [Note],
    _ read: () throws(StepFailure) -> (Output, [Parameter])
  ) -> StepRun<Output, ReceivedMessage> {
    do throws(StepFailure) {
      let (output, outputs) = try read()
      return StepRun(
        output, message: .redirect(redirect),
        outputs: comparison(in: (try? answer.get()) ?? Form([])) + outputs,
        notes: notes(output) + notesOnIssuer + notesOnNames(at: server),
        departures: departures)
    } catch {
      return StepRun(error, message: .redirect(redirect), departures: departures)
    }
  }

  /// What the answer brings when all goes well, in a word.
  private var wanted: String { part == .query ? "a code" : "an access token" }
  private var reference: Reference { part == .query ? .rfc6749("4.1.2") : .rfc6749("4.2.2") }

  /// Reads the answer, after it has checked that the address is the app's own and that nothing comes twice;
  /// the state is compared later.
  func form() throws(StepFailure) -> Form {
    try checkAddress()
    let form = try decoded()
    try checkRepetition(in: form)
    return form
  }

  private func decoded() throws(StepFailure) -> Form {
    do {
      return try answer.get()
    } catch {
      let (problem, text) =
        switch error {
        case .percentSign(let text): ("a % without two hexadecimal digits behind it", text)
        case .notUTF8(let text): ("bytes that are no UTF-8", text)
        }
      throw StepFailure(
        .redirectMalformed, "The redirect's \(part.rawValue) cannot be decoded: it has \(problem).",
        expected: "name=value pairs, everything else as %XX", received: text,
        why: "Guessing what was meant could turn one code into another.",
        reference: .rfc3986("2.1"))
    }
  }

  /// RFC 6749 §3.1: request and response parameters MUST NOT be included more than once.
  private func checkRepetition(in form: Form) throws(StepFailure) {
    guard let name = form.repeatedNames.first else { return }
    let values = form.pairs.filter { $0.name == name }.map(\.value)
    throw StepFailure(
      .parameterRepeated, "The redirect has the parameter \(name) \(values.count) times.",
      expected: "each parameter once", received: values.joined(separator: " and "),
      why: "Two readers could take different ones for the right one: an attacker's opening.",
      reference: .rfc6749("3.1"))
  }

  func checkState(in form: Form) throws(StepFailure) {
    let why = """
      A redirect whose state is not the app's own was not caused by this app in this browser. Somebody \
      may have planted it, so that the user ends up connected to the attacker's account.
      """
    guard let received = form.value(of: "state") else {
      throw StepFailure(
        .stateMissing, "The redirect has no state.", expected: expectedState.value,
        received: "no state", why: why, reference: .rfc6749("10.12"), findings: findings(in: form))
    }
    guard expectedState.matches(received) else {
      throw StepFailure(
        .stateMismatch, "The state in the redirect is not the one that was sent.",
        expected: expectedState.value, received: received, why: why,
        reference: .rfc6749("10.12"), findings: findings(in: form))
    }
  }

  func checkError(in form: Form) throws(StepFailure) {
    guard let error = form.value(of: "error") else { return }
    let isDenial = error == "access_denied"
    let code = ErrorCode.named(error, in: .authorization)
    throw StepFailure(
      isDenial ? .accessDenied : .authorizationError,
      isDenial
        ? "The user did not allow access."
        : "The server sent the browser back with an error instead of \(wanted).",
      expected: wanted,
      received: "error=" + error + (form.value(of: "error_description").map { ": " + $0 } ?? ""),
      why: isDenial
        ? "That is a decision, not a fault. The app goes on without the data, and may explain and ask again later."
        : code?.meaning ?? "Without \(wanted) there is nothing to go on with.",
      reference: part == .query || code?.reference != .rfc6749("4.1.2.1")
        ? code?.reference ?? .rfc6749("4.1.2.1") : .rfc6749("4.2.2.1"),
      findings: findings(in: form))
  }

  var place: Place { part == .query ? .authorizationResponse : .implicitResponse }

  /// What could be read before the step stopped: the comparison of the states, and the error.
  func findings(in form: Form) -> [Parameter] {
    comparison(in: form) + errors(in: form)
  }

  func errors(in form: Form) -> [Parameter] {
    form.pairs.filter { $0.name.hasPrefix("error") }
      .map { Parameter($0.name, $0.value, in: place, origin: origin) }
  }

  func comparison(in form: Form) -> [Parameter] {
    guard let state = form.value(of: "state") else {
      return [Parameter("state_verdict", "missing", in: .insideTheClient, origin: .computed)]
    }
    let verdict = expectedState.matches(state) ? "equal" : "different"
    return [
      Parameter("received_state", state, in: .insideTheClient, origin: origin),
      Parameter("state_verdict", verdict, in: .insideTheClient, origin: .computed),
    ] + issuerComparison(in: form)
  }
}
