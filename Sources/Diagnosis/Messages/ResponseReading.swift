import Discovery
import HTTPMessages
import Step5TokenResponse
import TokenUse
import Vocabulary

/// The faults of a response, found by the reader of its kind.
struct ResponseReading {
  let message: PastedMessage
  let response: PastedResponse
  /// The request of this response, or `nil` if none was given.
  let request: PastedMessage?
  let scope: Scope?
  let server: AuthorizationServer?
  let now: Int64

  init?(_ message: PastedMessage, after earlier: [PastedMessage], _ context: ExplanationContext) {
    guard let response = message.response else { return nil }
    self.message = message
    self.response = response
    request = message.isAlone ? nil : earlier.last { $0.request != nil }
    let run = MessageRun(earlier)
    let requested = (request.flatMap(run.request(ofExchange:)) ?? run.requests.last)
      .flatMap { earlier[$0].values.value(of: "scope") }
    // Some servers separate scopes by commas, which does not mean that the user denied any.
    scope = requested.map { Scope($0, separator: .comma) }
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
    read.fieldCount = response.fields.count
    read.parts =
      response.fields.map { Parameter($0.name, $0.value, in: .responseField, origin: .given) }
      + JSONValue.object(response.members).leaves().filter { !$0.path.isEmpty }.map {
        Parameter($0.path, $0.value.text, in: place, origin: .given)
          .explained(in: TokenResponse.heading.name, at: server)
      }
    read.findings += moved + findings
    return read
  }

  /// The kind of the response, made more specific by its request.
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

  /// The response as HTTP, with a correct status and header fields if they are missing.
  private var httpResponse: HTTPResponse {
    let response = withSpaces
    let isError = response.members["error"] != nil || response.members["errors"] != nil
    if let status = response.status {
      return HTTPResponse(
        status: status, fields: response.fields,
        body: response.members.isEmpty ? Array(response.body.utf8) : response.json)
    }
    return HTTPResponse(
      status: isError ? 400 : 200,
      fields: [
        HTTPField("Content-Type", "application/json"), HTTPField("Cache-Control", "no-store"),
      ],
      body: response.json)
  }

  /// The response with spaces between the scopes, so that commas do not make scopes look denied.
  private var withSpaces: PastedResponse {
    guard hasCommas, let granted = response.members["scope"]?.text else { return response }
    var members = response.members
    members["scope"] = .string(Scope(granted, separator: .comma).value)
    return PastedResponse(
      status: response.status, fields: response.fields, body: response.body, members: members,
      json: Array(JSONValue.object(members).text.utf8))
  }

  /// Whether commas separate the granted scopes.
  var hasCommas: Bool {
    guard let granted = response.members["scope"]?.text else { return false }
    return granted.contains(",") && !granted.contains(" ")
  }

  private var scheme: String? {
    response.status == nil ? nil : request?.request?.authorization?.scheme
  }

  private var findings: [Finding] {
    let httpResponse = httpResponse
    switch kind {
    case .metadata: return metadata(httpResponse)
    case .introspectionResponse:
      return use(IntrospectionResponse(response: httpResponse, origin: .given))
    case .revocationResponse: return use(RevocationResponse(response: httpResponse, origin: .given))
    case .resourceResponse: return use(ResourceResponse(response: httpResponse, origin: .given))
    default: break
    }
    var step = TokenResponse(
      response: httpResponse, requestedScope: scope, receivedAt: now, origin: .given)
    if let server { step = step.from(server) }
    if let scheme { step = step.expecting(scheme) }
    if request?.values.value(of: "grant_type") == "refresh_token" {
      let run = RefreshResponse(response: step).run()
      return findings(of: run.result, run.notes, run.departures) + ofTokens(run.result)
    }
    let run = step.run()
    return findings(of: run.result, run.notes, run.departures) + ofTokens(run.result)
  }

  private func use<Kind: TokenUseKind>(_ step: TokenUseResponse<Kind>) -> [Finding] {
    let run = scheme.map { step.expecting($0) }?.run() ?? step.run()
    // These readers also check the status, which may be unknown.
    let departures = response.status == nil ? [] : run.departures
    return findings(of: run.result, run.notes, departures)
  }

  private func metadata(_ httpResponse: HTTPResponse) -> [Finding] {
    guard let issuer = response.members["issuer"]?.text,
      let identifier = try? IssuerIdentifier(issuer)
    else {
      return [
        Finding(
          .wrong, ["issuer_invalid"],
          "The metadata has no valid issuer, an https URL without query or fragment.",
          action: "Do not use this document.", reference: .rfc8414("2"), lesson: 13)
      ]
    }
    let run = MetadataResponse(response: httpResponse, issuer: identifier, origin: .given).run()
    return findings(of: run.result, run.notes, run.departures)
  }

  /// Returns the server that metadata describes, or `nil` for any other message.
  static func server(of message: PastedMessage) -> AuthorizationServer? {
    guard message.kind == .metadata, let response = message.response, response.status ?? 200 == 200,
      let issuer = response.members["issuer"]?.text, let identifier = try? IssuerIdentifier(issuer)
    else { return nil }
    let httpResponse = HTTPResponse(
      status: 200, fields: [HTTPField("Content-Type", "application/json")], body: response.json)
    return try? MetadataResponse(response: httpResponse, issuer: identifier, origin: .given).run()
      .result.get()
  }

  /// The finding about a redirect instead of a response.
  var moved: [Finding] {
    guard let status = response.status, 300...399 ~= status,
      let location = response.fields.value(of: "Location")
    else { return [] }
    // An endpoint may be on a host or in a folder with the name of such a page.
    let page = URLParts(location).path.lowercased().split(separator: "/").last ?? ""
    let isSignIn = ["login", "signin", "sign-in", "sign_in"].contains { page.hasPrefix($0) }
    let base = URLParts(location).withoutQueryAndFragment
    return [
      Finding(
        .wrong, [isSignIn ? "sign_in_page" : "endpoint_moved"],
        isSignIn
          ? "The endpoint redirects to a sign-in page: \(base)."
          : "The endpoint has moved: the response redirects to \(base).",
        why: "Do not follow the redirect: it would send code, verifier, and secret there.",
        action: isSignIn
          ? "Use the URL of the token endpoint, which needs no browser."
          : "Check the new URL in the server's documentation or metadata, then use it.",
        reference: status == 301 || status == 308 ? .rfc9110("15.4.2") : .rfc9110("15.4.3"),
        lesson: 12)
    ]
  }
}

extension PastedMessage {
  /// Returns the message as another kind.
  func of(_ kind: Kind) -> PastedMessage {
    var message = self
    message.kind = kind
    return message
  }
}
