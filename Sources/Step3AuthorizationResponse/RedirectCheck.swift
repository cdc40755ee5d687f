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
        deviations: deviations)
    } catch {
      return StepRun(error, message: .redirect(redirect), deviations: deviations)
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

  /// RFC 9700 §4.1.3: redirect URIs are compared as strings, so no slash may be added or missing.
  private func checkAddress() throws(StepFailure) {
    try checkKind()
    let expected = URLParts(expectedRedirectURI.value)
    let received = parts
    // As bytes: Swift takes texts for equal that merely look alike, and a server does not.
    let isSame = expected.withoutQueryAndFragment.utf8.elementsEqual(
      received.withoutQueryAndFragment.utf8)
    guard isSame, keepsQuery(of: expected, in: received) else {
      let error = (try? answer.get())?.value(of: "error")
      throw StepFailure(
        .redirectElsewhere,
        "The redirect goes to another address than the app's redirect URI"
          + (error == nil ? "." : ", and carries an error."),
        expected: expectedRedirectURI.value,
        received: Self.address(received, comparedWith: expected)
          + (error.map { ", error=" + $0 } ?? ""),
        why:
          "A redirect that this app did not ask for may carry \(part == .query ? "somebody else's code" : "somebody else's token")."
          + Self.parting(received, expected),
        reference: .rfc9700("4.1.3"), findings: (try? answer.get()).map(errors) ?? [])
    }
  }

  /// What is pasted by mistake is named, before anything in it is compared.
  private func checkKind() throws(StepFailure) {
    guard !parts.scheme.isEmpty else {
      throw StepFailure(
        .redirectElsewhere, "This is not a URL.", expected: expectedRedirectURI.value,
        received: redirect.url.isEmpty ? "nothing" : redirect.url,
        why: "Only the whole address from the browser shows where the redirect went.",
        reference: .rfc6749("4.1.2"), cause: .notURL)
    }
    let names = names(in: .query)
    if names.contains(where: { $0.hasPrefix("amp;") }) {
      throw StepFailure(
        .redirectMalformed, "The redirect was copied from HTML: there &amp; stands for &.",
        expected: "& between the parameters", received: "&amp;",
        why: "Each parameter but the first would get another name.", reference: .rfc6749("4.1.2"))
    }
    if names.contains("response_type"), names.contains("client_id") {
      throw StepFailure(
        .redirectElsewhere, "This is the authorization request of step 2, not the redirect.",
        expected: expectedRedirectURI.value + (part == .query ? "?code=…" : "#access_token=…"),
        received: parts.withoutQueryAndFragment,
        why: "The redirect is the address that the browser shows after the user has decided.",
        reference: .rfc6749("4.1.2"), cause: .requestGiven)
    }
  }

  /// The names in the query of the redirect URI itself, which are the app's own.
  var ownNames: [String] {
    (URLParts(expectedRedirectURI.value).query ?? "").split(separator: "&").map {
      String($0.prefix { $0 != "=" })
    }
  }

  private func keepsQuery(of expected: URLParts, in received: URLParts) -> Bool {
    guard let query = expected.query?.utf8 else { return true }
    guard let rest = received.query?.utf8, rest.starts(with: query) else { return false }
    return rest.count == query.count || rest.dropFirst(query.count).first == UInt8(ascii: "&")
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

  private func errors(in form: Form) -> [Parameter] {
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
