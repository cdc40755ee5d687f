import HTTPMessages
import Step3AuthorizationResponse
import Vocabulary

/// The faults of a redirect, by itself or compared with its request.
///
/// Step 3 reads the redirect and applies the rules. This type only finds the cause of a difference.
struct RedirectReading {
  let message: PastedMessage
  let request: PastedMessage?
  let server: AuthorizationServer?

  init(_ message: PastedMessage, request: PastedMessage?, _ context: ExplanationContext) {
    self.message = message
    self.request = request
    server = request.map { context.server(at: $0.url) } ?? context.server
  }

  /// The message with its parts and findings.
  var read: PastedMessage {
    var message = message
    let parts = URLParts(message.url)
    message.parts =
      pairs(parts.query, .authorizationResponse) + pairs(parts.fragment, .implicitResponse)
    message.findings += redirectURI + steps
    return message
  }

  private func pairs(_ text: String?, _ place: Place) -> [Parameter] {
    guard let text, text != "_=_" else { return [] }
    return PastedRequest.pairs(of: text).map {
      Parameter($0.decoded.name, $0.decoded.value, in: place, origin: .given)
        .explained(in: AuthorizationResponse.heading.name, at: server)
    }
  }

  /// The finding about a redirect to another URL than the redirect URI in the request.
  private var redirectURI: [Finding] {
    guard message.isWholeURL, let sent = request?.values.value(of: "redirect_uri"),
      (try? RedirectURI(sent)) != nil
    else { return [] }
    let expected = URLParts(sent)
    let received = URLParts(message.url)
    let base = received.withoutQueryAndFragment
    guard base.isIdentical(to: expected.withoutQueryAndFragment) else {
      let difference = RedirectDifference(
        expected: expected.withoutQueryAndFragment, received: base)
      return [difference.finding("the request and the redirect", .rfc9700("4.1.3"), lesson: 3)]
        .compactMap(\.self)
    }
    guard let query = expected.query, received.query?.hasPrefix(query) != true else { return [] }
    return [
      RedirectDifference(expected: sent, received: base)
        .finding("the request and the redirect", .rfc9700("4.1.3"), lesson: 3)
    ].compactMap(\.self)
  }

  /// The findings of step 3, which is given the expected values.
  private var steps: [Finding] {
    let url = message.isWholeURL ? message.url : "https://redirect.invalid" + pathAndQuery
    // A different URL was reported already. The rest is checked anyway.
    let isSecondRead = !redirectURI.isEmpty || request == nil || !message.isWholeURL
    let parts = URLParts(url)
    let sentURI = request?.values.value(of: "redirect_uri")
    let expected =
      isSecondRead ? parts.withoutQueryAndFragment : sentURI ?? parts.withoutQueryAndFragment
    guard let redirectURI = try? RedirectURI(expected) else {
      return [
        Finding(
          .wrong, ["redirect_malformed"],
          "The redirect contains a character that no URL can contain.",
          action: "Copy the URL again.", reference: .rfc6749("3.1.2"), lesson: 3)
      ]
    }
    return run(url, redirectURI)
  }

  private var pathAndQuery: String { message.url.hasPrefix("/") ? message.url : "/" + message.url }

  private func run(_ url: String, _ redirectURI: RedirectURI) -> [Finding] {
    let parts = URLParts(url)
    let fragment = PastedRequest.pairs(of: parts.fragment ?? "").map(\.decoded)
    let query = PastedRequest.pairs(of: parts.query ?? "").map(\.decoded)
    let isImplicit =
      fragment.contains { $0.name == "access_token" } && !query.contains { $0.name == "code" }
    let own = (isImplicit ? fragment : query).first { $0.name == "state" }?.value
    let sent = request?.values.value(of: "state")
    if fragment.contains(where: { $0.name == "code" }),
      !query.contains(where: { $0.name == "code" })
    {
      return [inFragment]
    }
    var (url, found) = (url, [Finding]())
    if own == nil, sent == nil {
      // Step 3 fails if the state is missing, and it is unknown whether one was sent.
      if !fragment.contains(where: { $0.name == "state" }) { found.append(unknownState) }
      url = adding(state: "none", to: parts, isImplicit: isImplicit)
    }
    let issuer = server?.expectedIssuer ?? .unknown
    let state = State(sent ?? own ?? "none")
    let redirect = Redirect(url: url)
    if isImplicit {
      let run = ImplicitResponse(
        redirect: redirect, expectedRedirectURI: redirectURI, expectedState: state,
        requestedScope: Scope(request?.values.value(of: "scope") ?? ""), expectedIssuer: issuer,
        origin: .given
      ).run()
      let failure: StepFailure? =
        if case .failure(let failure) = run.result { failure } else { nil }
      return found + [implicit] + findings(failure, run.departures, [], query + fragment)
    }
    var step = AuthorizationResponse(
      redirect: redirect, expectedRedirectURI: redirectURI, expectedState: state,
      expectedIssuer: issuer,
      origin: .given)
    if let server { step = step.from(server) }
    let run = step.run()
    let failure: StepFailure? = if case .failure(let failure) = run.result { failure } else { nil }
    return found + findings(failure, run.departures, run.notes, query)
      // A known sent state is compared, so the received one is not checked by itself.
      + ValueFaults.findings(
        in: Form(query.filter { $0.name != "state" || sent == nil }), lesson: 3
      )
      .filter {
        $0.causes != ["parameter_repeated"] && !$0.causes.contains("value_empty")
      }
  }

  private func adding(state: String, to parts: URLParts, isImplicit: Bool) -> String {
    func joined(_ text: String?) -> String { text.map { $0.isEmpty ? "" : $0 + "&" } ?? "" }
    let base = parts.withoutQueryAndFragment
    return isImplicit
      ? base + (parts.query.map { "?" + $0 } ?? "") + "#" + joined(parts.fragment)
        + "state=\(state)"
      : base + "?" + joined(parts.query) + "state=\(state)"
        + (parts.fragment.map { "#" + $0 } ?? "")
  }
}
