import HTTPMessages
import Vocabulary

extension ResponseReading {
  /// Returns the result of a reader as findings.
  func findings<Output>(
    of result: Result<Output, StepFailure>, _ notes: [Note], _ departures: [Departure]
  ) -> [Finding] {
    let failure: [Finding] =
      if case .failure(let failure) = result { [finding(failure)] } else { [] }
    let departures = departures.filter { !isSaid($0.text) }.map { departure in
      let isCaching = departure.text.hasPrefix("Cache-Control")
      return Finding(
        isCaching ? .risky : .wrong, ["deviation"], departure.text,
        why: "Only the server's operator can fix this departure.",
        reference: departure.reference, lesson: 5)
    }
    let remarks = notes.compactMap { note -> Finding? in
      guard let text = note.text, !isSaid(text) else { return nil }
      return Finding(.note, ["remark"], text, reference: nil, lesson: 5)
    }
    let unknown =
      response.status == nil
      ? [
        Finding(
          .note, ["status_unknown"],
          "The status line is missing, so status and media type were not checked.",
          action: "To check them, paste the output of curl --include.", reference: nil,
          lesson: 5)
      ] : []
    return failure + departures + remarks + unknown
  }

  /// Whether another finding reports the same together with its cause.
  private func isSaid(_ text: String) -> Bool {
    let isForm = message.findings.contains { $0.causes == ["form_encoded"] }
    return text.hasPrefix("expires_in is a string")
      || text.hasPrefix("expires_in was sent as a string")
      || text.hasPrefix("The response has no expires_in")
      || isForm && text.contains("application/json")
  }

  private func finding(_ failure: StepFailure) -> Finding {
    let rejection = ErrorResponse(
      response.members, of: HTTPResponse(status: response.status ?? 400, fields: response.fields))
    let words = [rejection?.kind, rejection?.explanation].compactMap(\.self).joined(separator: ": ")
    let isQuoted = words.isEmpty || failure.message.contains(words)
    let said = isQuoted ? "" : " The server says: " + words + (words.hasSuffix(".") ? "" : ".")
    let code = response.status ?? 200
    let status = code == 200 || failure.message.contains(String(code)) ? "" : " Status \(code)."
    let scope = rejection?.scope.map { " Needed scope: \($0)." } ?? ""
    return Finding(
      .wrong, Self.causes(rejection, failure),
      message(of: failure) + status + said + scope,
      why: failure.why + own(rejection), action: Self.action(failure.reason, rejection?.kind),
      reference: failure.reference, lesson: message.kind == .tokenResponse ? 5 : 6)
  }

  /// Returns the sentence of a failure, without a status if that is unknown.
  private func message(of failure: StepFailure) -> String {
    guard response.status == nil else { return failure.message }
    // Step 5 and the token commands name the status in these ways.
    return ["returned status 400", "returned 400", "answered 400"].reduce(failure.message) {
      $0.replacing("The server \($1)", with: "The server rejected the request")
    }
    .replacing(" It did so with status 200.", with: "")
    .replacing("The response has status 200, but no", with: "The response has no")
  }

  /// Returns the error code, if a specification defines it, and the kind of failure.
  private static func causes(_ rejection: ErrorResponse?, _ failure: StepFailure) -> [String] {
    let reason = failure.reason.rawValue
    guard let kind = rejection?.kind, kind != reason, !ErrorCode.named(kind).isEmpty else {
      return [reason]
    }
    return [kind, reason]
  }

  /// Returns a sentence about a client secret that the server's message names, or an empty text.
  private func own(_ rejection: ErrorResponse?) -> String {
    guard rejection?.explanation?.lowercased().contains("client_secret") == true else { return "" }
    if let words = server?.words(on: .missingSecret) { return " " + words }
    return
      " The server's message names the client secret: send it in Authorization: Basic or in the "
      + "body."
  }

  private static func action(_ reason: StepFailure.Reason, _ kind: String?) -> String {
    switch reason {
    case .invalidGrant:
      "To compare code, redirect URI, and verifier, paste the messages of steps 2 and 3 too. Then "
        + "start again with step 2: a code works only once."
    case .refreshRefused: "Let the user authorize again, with step 2."
    case .invalidClient: "Check the client ID, the secret, and where the secret is sent."
    case .tokenExpired, .tokenInvalid:
      "Refresh the token. Without a refresh token, let the user authorize again."
    case .scopeInsufficient: "Request the missing scope in step 2, or do without it."
    case .rateLimited: "Wait as long as the response says."
    case .serverError: "Try again later."
    case .gone: "Use another server: this one was probably shut down."
    case .notJSON, .malformedJSON, .bodyEmpty, .notTokenEndpoint:
      "Check the URL of the endpoint, and find out what responded."
    case .tokenTypeUnknown: "Do not use the token: a client must know its type."
    case .tokenMissing: "Treat the request as failed, and read what the response says."
    case .issuerMismatch, .metadataInvalid: "Do not use this document."
    default:
      kind == "unsupported_grant_type" || kind == "unauthorized_client"
        ? "Check the registration of the client, and the spelling of grant_type."
        : "Fix what the response names."
    }
  }

  /// Returns the faults of a successful response that step 5 does not report.
  func ofTokens(_ result: Result<Tokens, StepFailure>) -> [Finding] {
    guard case .success(let tokens) = result else { return [] }
    var found: [Finding] = []
    if hasCommas, let granted = response.members["scope"]?.text {
      let missing = scope?.names(missingFrom: Scope(granted, separator: .comma)) ?? []
      let all = scope == nil ? "" : missing.isEmpty ? " All requested scopes were granted." : ""
      found.append(
        Finding(
          .wrong, ["scope_commas"],
          "The granted scopes are separated by commas, not by spaces.\(all)",
          why: "A client that splits at spaces sees one scope and treats the others as denied.",
          action: "Split at commas at this server.", reference: .rfc6749("3.3"), lesson: 5))
    }
    if case .string? = response.members["expires_in"] {
      found.append(
        Finding(
          .wrong, ["expires_in_string"], "expires_in is a string but must be a number.",
          action: "Accept both: the server must fix it.",
          reference: .rfc6749("Appendix A.14"),
          lesson: 5))
    }
    let grant = request?.values.value(of: "grant_type") ?? ""
    if tokens.refreshToken == nil, scope == nil,
      !["refresh_token", "client_credentials"].contains(grant)
    {
      let words = server?.words(on: .missingRefreshToken).map { " " + $0 } ?? ""
      found.append(
        Finding(
          .note, ["no_refresh_token"],
          "There is no refresh token: the server decides whether to issue one.\(words)",
          why: "When the access token expires, the user must authorize again.",
          reference: .rfc6749("1.5"), lesson: 6))
    }
    if tokens.expiresIn == nil, response.members["expires_in"] == nil {
      found.append(
        Finding(
          .note, ["no_expires_in"], "expires_in is missing, so the lifetime is unknown.",
          action: "Expect a 401 at any time.", reference: .rfc6749("5.1"), lesson: 5))
    }
    return found
  }
}
