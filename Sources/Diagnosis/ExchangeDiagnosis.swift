public import HTTPMessages
public import Vocabulary

/// The findings that the messages of a failed exchange show: the request that was sent, its response, and the
/// values of the steps before.
///
/// A step says itself what its response shows. This compares the messages, and judges the values that a person
/// gave.
public struct ExchangeDiagnosis: Sendable {
  private let request: PastedMessage?
  private let response: HTTPResponse?
  private let values: [String: String]
  private let context: ExplanationContext

  /// Takes the messages of an exchange.
  ///
  /// - Parameters:
  ///   - request: The request to the server's back channel, or `nil` if none was sent.
  ///   - response: The response, or `nil` if none was received.
  ///   - values: The values of earlier steps, by their names, as they were sent and received.
  ///   - server: The server.
  ///   - now: The time, in seconds since 1970-01-01 00:00 UTC.
  public init(
    request: HTTPRequest?, response: HTTPResponse?, values: [String: String],
    server: AuthorizationServer, now: Int64
  ) {
    self.request = request.flatMap {
      MessageReader.message(
        of: PastedRequest(
          method: $0.method, url: $0.url, fields: $0.fields,
          body: String(decoding: $0.body, as: UTF8.self)), form: "")
    }
    self.response = response
    self.values = values
    context = ExplanationContext(
      server: server, known: [], registeredRedirectURIs: [:], now: now)
  }

  /// Returns the findings that concern a kind of failure, the worst first.
  public func findings(explaining reason: StepFailure.Reason) -> [Finding] {
    let found: [Finding] =
      switch reason {
      case .authorizationError:
        AuthorizationRequestReading(authorizationRequest, context).read.findings.filter(
          isEstablished)
      case .invalidClient, .invalidGrant, .tokenRefused, .refreshRefused:
        compared + ofRequest + encodedClient
      case .tokenInvalid: compared + ofRequest + expired
      case .scopeInsufficient: scope
      default: []
      }
    return Finding.Severity.allCases.flatMap { severity in
      (found + signInPage).filter { $0.severity == severity }
    }
  }

  /// Whether a finding about one message is certain in this client.
  ///
  /// It encodes and decodes each value once. So a `+` in its form is a space, and a `%`, `#`, or `&` in a value is
  /// that of the server or of the person.
  private func isEstablished(_ finding: Finding) -> Bool {
    let others: Set = [
      "plus_not_encoded", "percent_encoded", "fragment_included", "more_than_value",
    ]
    return finding.severity == .wrong && others.isDisjoint(with: finding.causes)
  }

  private var authorizationRequest: PastedMessage {
    let names = [
      "response_type", "client_id", "redirect_uri", "scope", "state", "code_challenge",
      "code_challenge_method",
    ]
    let form = Form(names.compactMap { name in values[name].map { Form.Pair(name, $0) } })
    var message = PastedMessage(.authorizationRequest, form: "")
    message.values = form
    message.url = (context.server?.authorizationEndpoint ?? "") + "?" + form.encoded
    return message
  }

  /// The request compared with what the browser carried before.
  private var compared: [Finding] {
    guard let request, values["state"] != nil else { return [] }
    var redirect = PastedMessage(.authorizationResponse, form: "")
    redirect.values = Form(values["code"].map { [Form.Pair("code", $0)] } ?? [])
    // Where the challenge is not known, nothing says that there was none.
    let isKnown =
      values["code_challenge"] != nil || request.values.value(of: "code_verifier") == nil
    let messages = (isKnown ? [authorizationRequest] : []) + [redirect, request]
    return MessagePairs(messages).findings.map(\.finding)
  }

  /// The values of the request by themselves.
  private var ofRequest: [Finding] {
    guard let request else { return [] }
    let own = RequestReading(request, context)?.read.findings ?? []
    let sent = own.filter(isEstablished)
    let given = ValueFaults.findings(in: Form(credentials.map(\.decoded)), lesson: 4)
    return sent + given.filter { !sent.map(\.causes).contains($0.causes) }
  }

  /// Client ID and secret of HTTP Basic authentication, decoded and as written.
  private var credentials: [(decoded: Form.Pair, written: String)] {
    guard let (name, password) = request?.request?.basic else { return [] }
    return [("client_id", name), ("client_secret", password)].filter { !$0.1.isEmpty }.map {
      (Form.Pair($0, (try? Form.decode($1)) ?? $1), $1)
    }
  }

  /// At the exchange of a code the advice says it, with the option that changes it.
  private var encodedClient: [Finding] {
    let changed = credentials.filter { !$0.decoded.value.isIdentical(to: $0.written) }
    let grant = request?.values.value(of: "grant_type")
    guard !changed.isEmpty, grant == nil || grant == "refresh_token" else { return [] }
    return [
      Finding(
        .note, ["credentials_encoded"],
        "\(changed.map(\.decoded.name).joined(separator: " and ")) contain characters that were form-encoded "
          + "for HTTP Basic authentication.",
        why: "A server that does not decode them reads another value.",
        action: "Check whether the server decodes them: the specification requires the encoding.",
        reference: .rfc6749("2.3.1"), lesson: 4)
    ]
  }

  private var expired: [Finding] {
    guard request?.kind == .resourceRequest, let end = values["expires_at"],
      end <= UTCTime(secondsSince1970: context.now).text
    else { return [] }
    return [
      Finding(
        .wrong, ["lifetime_over"],
        "By the expires_in of its response, the access token expired at \(end).",
        why: "The request was sent at \(UTCTime(secondsSince1970: context.now).text).",
        action: "Refresh the token before it expires.", reference: .rfc6749("5.1"), lesson: 6)
    ]
  }

  /// The scope that the API wants (RFC 6750 §3.1), and why the token lacks it.
  private var scope: [Finding] {
    let named = response.flatMap { ErrorResponse(of: $0)?.scope }
    guard let needed = named ?? context.server?.profileScope, let granted = values["granted_scope"]
    else { return [] }
    let asked = values["scope"].map { Scope($0).names } ?? []
    return Scope(needed).names(missingFrom: Scope(granted)).map { name in
      Finding(
        .wrong, [asked.contains(name) ? "scope_not_granted" : "scope_not_requested"],
        asked.contains(name)
          ? "The client requested the scope \(name), and the token response did not grant it."
          : "The client did not request the scope \(name).",
        reference: .rfc6749("3.3"), lesson: 5)
    }
  }

  /// A sign-in page in place of an endpoint; that an address has moved, the step says.
  private var signInPage: [Finding] {
    guard let response else { return [] }
    var message = PastedMessage(.tokenResponse, form: "")
    message.answer =
      PastedResponse.read(status: response.status, fields: response.fields, body: "").0
    let found = ResponseReading(message, after: [], context)?.moved ?? []
    return found.filter { $0.causes == ["sign_in_page"] }
  }
}
