public import HTTPMessages
public import Vocabulary

/// The diagnosis of a failed request, from its response and the values of earlier steps.
///
/// A step itself reports the faults of its response. This type compares the messages with each
/// other, and checks the values that the user gave.
public struct ExchangeDiagnosis: Sendable {
  private let request: PastedMessage?
  private let response: HTTPResponse?
  private let values: [String: String]
  private let context: ExplanationContext

  /// Creates a diagnosis of a request and its response.
  ///
  /// - Parameters:
  ///   - request: The request to the server's back channel, or `nil` if none was sent.
  ///   - response: The response, or `nil` if none was received.
  ///   - values: The values of earlier steps, by their names, as sent and received.
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

  /// Returns the findings that explain a kind of failure, the worst first.
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

  /// Whether a finding about one message is certain for a request of this program.
  ///
  /// This program encodes and decodes each value once. So a `+` in its form is a space, and a `%`,
  /// `#`, or `&` in a value is from the server or the user.
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

  /// The differences between the request and the messages of steps 2 and 3.
  private var compared: [Finding] {
    guard let request, values["state"] != nil else { return [] }
    var redirect = PastedMessage(.authorizationResponse, form: "")
    redirect.values = Form(values["code"].map { [Form.Pair("code", $0)] } ?? [])
    // An unknown challenge does not mean that none was sent.
    let isKnown =
      values["code_challenge"] != nil || request.values.value(of: "code_verifier") == nil
    let messages = (isKnown ? [authorizationRequest] : []) + [redirect, request]
    return MessagePairs(messages).findings.map(\.finding)
  }

  /// The faults of the request by itself.
  private var ofRequest: [Finding] {
    guard let request else { return [] }
    let own = RequestReading(request, context)?.read.findings ?? []
    let sent = own.filter(isEstablished)
    let given = ValueFaults.findings(in: Form(credentials.map(\.decoded)), lesson: 4)
    return sent + given.filter { !sent.map(\.causes).contains($0.causes) }
  }

  /// The client ID and secret of HTTP Basic authentication, decoded and as written.
  private var credentials: [(decoded: Form.Pair, written: String)] {
    guard let (name, password) = request?.request?.basic else { return [] }
    return [("client_id", name), ("client_secret", password)].filter { !$0.1.isEmpty }.map {
      (Form.Pair($0, (try? Form.decode($1)) ?? $1), $1)
    }
  }

  /// A note on form-encoded credentials.
  ///
  /// For the exchange of a code, the advice mentions it, with the option that changes it.
  private var encodedClient: [Finding] {
    let changed = credentials.filter { !$0.decoded.value.isIdentical(to: $0.written) }
    let grant = request?.values.value(of: "grant_type")
    guard !changed.isEmpty, grant == nil || grant == "refresh_token" else { return [] }
    return [
      Finding(
        .note, ["credentials_encoded"],
        "\(changed.map(\.decoded.name).joined(separator: " and ")) contain characters that were form-encoded "
          + "for HTTP Basic authentication.",
        why: "A server that does not decode them reads different values.",
        action: "Check that the server decodes them. The specification requires the encoding.",
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
        "According to its expires_in, the access token expired at \(end).",
        why: "The request was sent at \(UTCTime(secondsSince1970: context.now).text).",
        action: "Refresh the token before it expires.", reference: .rfc6749("5.1"), lesson: 6)
    ]
  }

  /// The scope that the API requires (RFC 6750 §3.1), and the reason why the token lacks it.
  private var scope: [Finding] {
    let named = response.flatMap { ErrorResponse(of: $0)?.scope }
    guard let needed = named ?? context.server?.profileScope, let granted = values["granted_scope"]
    else { return [] }
    let requested = values["scope"].map { Scope($0).names } ?? []
    return Scope(needed).names(missingFrom: Scope(granted)).map { name in
      Finding(
        .wrong, [requested.contains(name) ? "scope_not_granted" : "scope_not_requested"],
        requested.contains(name)
          ? "The client requested the scope \(name), but the token response did not grant it."
          : "The client did not request the scope \(name).",
        reference: .rfc6749("3.3"), lesson: 5)
    }
  }

  /// The finding about a sign-in page at an endpoint; the step itself reports a moved endpoint.
  private var signInPage: [Finding] {
    guard let response else { return [] }
    var message = PastedMessage(.tokenResponse, form: "")
    message.response =
      PastedResponse.read(status: response.status, fields: response.fields, body: "").0
    let found = ResponseReading(message, after: [], context)?.moved ?? []
    return found.filter { $0.causes == ["sign_in_page"] }
  }
}
