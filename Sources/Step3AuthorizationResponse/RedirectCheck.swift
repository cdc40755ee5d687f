import HTTPMessages
import Vocabulary

/// The checks that a redirect must pass in every flow.
struct RedirectCheck {
  /// The part of the redirect that contains the response.
  enum Part: String {
    /// The part after the question mark (RFC 6749 §4.1.2).
    case query
    /// The part after the number sign (RFC 6749 §4.2.2).
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

  /// Creates the checks of a redirect, and decodes its query and fragment once.
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

  /// The decoded part that contains the response.
  var parameters: Result<Form, Form.Fault> { part == .query ? query : fragment }

  /// Returns the names of the parameters in a part; none if it cannot be decoded.
  func names(in part: Part) -> [String] {
    let form = part == .query ? query : fragment
    return (try? form.get())?.pairs.map(\.name) ?? []
  }

  /// Returns the result of reading, with notes and departures, whether the step succeeds or fails.
  func run<Output>(
    at server: AuthorizationServer?, notes: (Output) -> [Note],
    _ read: () throws(StepFailure) -> (Output, [Parameter])
  ) -> StepRun<Output, ReceivedMessage> {
    do throws(StepFailure) {
      let (output, outputs) = try read()
      return StepRun(
        output, message: .redirect(redirect),
        outputs: comparison(in: (try? parameters.get()) ?? Form([])) + outputs,
        notes: notes(output) + notesOnIssuer + notesOnNames(at: server),
        departures: departures)
    } catch {
      return StepRun(error, message: .redirect(redirect), departures: departures)
    }
  }

  /// The expected value, with its article.
  private var expectedValue: String { part == .query ? "a code" : "an access token" }
  private var reference: Reference { part == .query ? .rfc6749("4.1.2") : .rfc6749("4.2.2") }

  /// Returns the decoded response after checking its URL.
  ///
  /// The caller checks the state.
  func form() throws(StepFailure) -> Form {
    try checkURL()
    let form = try decoded()
    try checkRepetition(in: form)
    return form
  }

  private func decoded() throws(StepFailure) -> Form {
    do {
      return try parameters.get()
    } catch {
      let (problem, text) =
        switch error {
        case .percentSign(let text): ("a % without two hexadecimal digits", text)
        case .notUTF8(let text): ("bytes that are not UTF-8", text)
        }
      throw StepFailure(
        .redirectMalformed,
        "The redirect's \(part.rawValue) cannot be decoded: it contains \(problem).",
        expected: "name=value pairs, with other characters as %XX", received: text,
        why: "A guess could turn one code into another.",
        reference: .rfc3986("2.1"))
    }
  }

  /// Checks that no parameter is repeated, which RFC 6749 §3.1 forbids.
  private func checkRepetition(in form: Form) throws(StepFailure) {
    guard let name = form.repeatedNames.first else { return }
    let values = form.pairs.filter { $0.name == name }.map(\.value)
    throw StepFailure(
      .parameterRepeated, "The redirect contains the parameter \(name) \(values.count) times.",
      expected: "each parameter once", received: values.joined(separator: " and "),
      why: "Two parsers could pick different values, and an attacker can exploit that.",
      reference: .rfc6749("3.1"))
  }

  func checkState(in form: Form) throws(StepFailure) {
    let why = """
      A redirect without the right state does not answer a request from this client and this browser. \
      An attacker may have planted it to connect the user to the attacker's account.
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
        ? "The user denied access."
        : "The server redirected the browser with an error instead of \(expectedValue).",
      expected: expectedValue,
      received: "error=" + error + (form.value(of: "error_description").map { ": " + $0 } ?? ""),
      why: isDenial
        ? "The user decided this; the client made no mistake. The client continues without the "
          + "data. It can explain the request and ask again later."
        : code?.meaning ?? "Without \(expectedValue), the flow cannot continue.",
      reference: part == .query || code?.reference != .rfc6749("4.1.2.1")
        ? code?.reference ?? .rfc6749("4.1.2.1") : .rfc6749("4.2.2.1"),
      findings: findings(in: form))
  }

  var place: Place { part == .query ? .authorizationResponse : .implicitResponse }

  /// Returns the comparison of the states and the error, as read before the step failed.
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
