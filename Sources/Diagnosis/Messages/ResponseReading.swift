import Discovery
import HTTPMessages
import Step5TokenResponse
import TokenUse
import Vocabulary

/// Faults of a response, as the reader of its kind finds them.
struct ResponseReading {
  let message: PastedMessage
  let answer: PastedResponse
  /// The request that it answers, or `nil` if none was given.
  let request: PastedMessage?
  let scope: Scope?
  let server: AuthorizationServer?
  let now: Int64

  init?(_ message: PastedMessage, after earlier: [PastedMessage], _ context: ExplanationContext) {
    guard let answer = message.answer else { return nil }
    self.message = message
    self.answer = answer
    request = message.isAlone ? nil : earlier.last { $0.request != nil }
    let run = MessageRun(earlier)
    let asked = (request.flatMap(run.request(ofExchange:)) ?? run.requests.last)
      .flatMap { earlier[$0].values.value(of: "scope") }
    // Commas are the separator of some servers, and no refusal by the user.
    scope = asked.map { Scope($0, separator: .comma) }
    server = context.server ?? request.map { context.server(at: $0.url) } ?? nil
    now = context.now
  }

  /// The response with its parts and findings.
  var read: PastedMessage {
    let message = message.of(kind)
    var read = message
    let place: Place =
      message.kind == .metadata
      ? .metadata : message.kind == .tokenResponse ? .tokenResponse : .tokenUseResponse
    read.fieldCount = answer.fields.count
    read.parts =
      answer.fields.map { Parameter($0.name, $0.value, in: .responseField, origin: .given) }
      + JSONValue.object(answer.members).leaves().filter { !$0.path.isEmpty }.map {
        Parameter($0.path, $0.value.text, in: place, origin: .given)
          .explained(in: TokenResponse.heading.name, at: server)
      }
    read.findings += moved + findings
    return read
  }

  /// The kind, told more exactly by the request that it answers.
  private var kind: PastedMessage.Kind {
    guard message.kind == .tokenResponse || message.kind == .resourceResponse, let request else {
      return message.kind
    }
    switch request.kind {
    case .resourceRequest: return .resourceResponse
    case .tokenUseRequest:
      return request.request?.path.contains("revo") == true
        ? .revocationResponse : .introspectionResponse
    default: return message.kind
    }
  }

  /// The response as HTTP: where the head is missing, one that says nothing wrong.
  private var response: HTTPResponse {
    let answer = withSpaces
    let isError = answer.members["error"] != nil || answer.members["errors"] != nil
    if let status = answer.status {
      return HTTPResponse(
        status: status, fields: answer.fields,
        body: answer.members.isEmpty ? Array(answer.body.utf8) : answer.json)
    }
    return HTTPResponse(
      status: isError ? 400 : 200,
      fields: [
        HTTPField("Content-Type", "application/json"), HTTPField("Cache-Control", "no-store"),
      ],
      body: answer.json)
  }

  /// The same answer with spaces between the scopes, so that a comma is not taken for a refusal by the user.
  private var withSpaces: PastedResponse {
    guard hasCommas, let granted = answer.members["scope"]?.text else { return answer }
    var members = answer.members
    members["scope"] = .string(Scope(granted, separator: .comma).value)
    return PastedResponse(
      status: answer.status, fields: answer.fields, body: answer.body, members: members,
      json: Array(JSONValue.object(members).text.utf8))
  }

  /// Whether commas separate the granted scopes.
  var hasCommas: Bool {
    guard let granted = answer.members["scope"]?.text else { return false }
    return granted.contains(",") && !granted.contains(" ")
  }

  private var scheme: String? {
    answer.status == nil ? nil : request?.request?.authorization?.scheme
  }

  private var findings: [Finding] {
    let response = response
    switch kind {
    case .metadata: return metadata(response)
    case .introspectionResponse:
      return use(IntrospectionResponse(response: response, origin: .given))
    case .revocationResponse: return use(RevocationResponse(response: response, origin: .given))
    case .resourceResponse: return use(ResourceResponse(response: response, origin: .given))
    default: break
    }
    var step = TokenResponse(
      response: response, requestedScope: scope, receivedAt: now, origin: .given)
    if let server { step = step.from(server) }
    if let scheme { step = step.answering(scheme) }
    if request?.values.value(of: "grant_type") == "refresh_token" {
      let run = RefreshResponse(response: step).run()
      return findings(of: run.result, run.notes, run.departures) + ofTokens(run.result)
    }
    let run = step.run()
    return findings(of: run.result, run.notes, run.departures) + ofTokens(run.result)
  }

  private func use<Kind: TokenUseKind>(_ step: TokenUseResponse<Kind>) -> [Finding] {
    let run = scheme.map { step.answering($0) }?.run() ?? step.run()
    // The status is a part of what these readers compare.
    let departures = answer.status == nil ? [] : run.departures
    return findings(of: run.result, run.notes, departures)
  }

  private func metadata(_ response: HTTPResponse) -> [Finding] {
    guard let issuer = answer.members["issuer"]?.text,
      let identifier = try? IssuerIdentifier(issuer)
    else {
      return [
        Finding(
          .wrong, ["issuer_invalid"],
          "The metadata has no usable issuer: an https URL without query and fragment.",
          action: "Do not use this document.", reference: .rfc8414("2"), lesson: 13)
      ]
    }
    let run = MetadataResponse(response: response, issuer: identifier, origin: .given).run()
    return findings(of: run.result, run.notes, run.departures)
  }

  /// The server that metadata describes, or `nil` for any other message.
  static func server(of message: PastedMessage) -> AuthorizationServer? {
    guard message.kind == .metadata, let answer = message.answer, answer.status ?? 200 == 200,
      let issuer = answer.members["issuer"]?.text, let identifier = try? IssuerIdentifier(issuer)
    else { return nil }
    let response = HTTPResponse(
      status: 200, fields: [HTTPField("Content-Type", "application/json")], body: answer.json)
    return try? MetadataResponse(response: response, issuer: identifier, origin: .given).run()
      .result.get()
  }

  /// The address of a redirect in place of an answer.
  var moved: [Finding] {
    guard let status = answer.status, 300...399 ~= status,
      let location = answer.fields.value(of: "Location")
    else { return [] }
    // A host or a folder with the name of such a page may hold an endpoint.
    let page = URLParts(location).path.lowercased().split(separator: "/").last ?? ""
    let isSignIn = ["login", "signin", "sign-in", "sign_in"].contains { page.hasPrefix($0) }
    let base = URLParts(location).withoutQueryAndFragment
    return [
      Finding(
        .wrong, [isSignIn ? "sign_in_page" : "endpoint_moved"],
        isSignIn
          ? "A sign-in page is in front of this address: it redirects to \(base)."
          : "The endpoint has moved: the response redirects to \(base).",
        why: "A client must not follow: code, verifier, and secret would go along.",
        action: isSignIn
          ? "Use the address of the token endpoint, which needs no browser."
          : "Check the new address in the server's documentation or metadata, and use it.",
        reference: status == 301 || status == 308 ? .rfc9110("15.4.2") : .rfc9110("15.4.3"),
        lesson: 12)
    ]
  }
}

extension PastedMessage {
  /// The same message as another kind.
  func of(_ kind: Kind) -> PastedMessage {
    var message = self
    message.kind = kind
    return message
  }
}
