import HTTPMessages
import Vocabulary

extension ResponseReading {
  /// The result of a reader as findings.
  func findings<Output>(
    of result: Result<Output, StepFailure>, _ notes: [Note], _ departures: [Departure]
  ) -> [Finding] {
    let failure: [Finding] =
      if case .failure(let failure) = result { [finding(failure)] } else { [] }
    let departures = departures.filter { !isSaid($0.text) }.map { departure in
      let isCaching = departure.text.hasPrefix("Cache-Control")
      return Finding(
        isCaching ? .risky : .wrong, ["deviation"], departure.text,
        why: "This departs from the specification. The server has to change it, not the client.",
        reference: departure.reference, lesson: 5)
    }
    let remarks = notes.compactMap { note -> Finding? in
      guard let text = note.text, !isSaid(text) else { return nil }
      return Finding(.note, ["remark"], text, reference: nil, lesson: 5)
    }
    let unknown =
      answer.status == nil
      ? [
        Finding(
          .note, ["status_unknown"],
          "The head is missing, so status and media type are unknown and were not judged.",
          action: "To have them judged, paste what curl --include prints.", reference: nil,
          lesson: 5)
      ] : []
    return failure + departures + remarks + unknown
  }

  /// Whether another finding says the same with its cause.
  private func isSaid(_ text: String) -> Bool {
    let isForm = message.findings.contains { $0.causes == ["form_encoded"] }
    return text.hasPrefix("expires_in is a string") || text.hasPrefix("expires_in came as a string")
      || text.hasPrefix("The answer names no lifetime")
      || isForm && text.hasPrefix("The answer comes as")
  }

  private func finding(_ failure: StepFailure) -> Finding {
    let rejection = ErrorResponse(
      answer.members, of: HTTPResponse(status: answer.status ?? 400, fields: answer.fields))
    let words = [rejection?.kind, rejection?.explanation].compactMap(\.self).joined(separator: ": ")
    let isQuoted = words.isEmpty || failure.message.contains(words)
    let said = isQuoted ? "" : " The server says: " + words + (words.hasSuffix(".") ? "" : ".")
    let code = answer.status ?? 200
    let status = code == 200 || failure.message.contains(String(code)) ? "" : " Status \(code)."
    let scope = rejection?.scope.map { " Needed scope: \($0)." } ?? ""
    return Finding(
      .wrong, Self.causes(rejection, failure),
      message(of: failure) + status + said + scope,
      why: failure.why + own(rejection), action: Self.action(failure.reason, rejection?.kind),
      reference: failure.reference, lesson: message.kind == .tokenResponse ? 5 : 6)
  }

  /// The sentence of a failure, without a status that is not known.
  private func message(of failure: StepFailure) -> String {
    guard answer.status == nil else { return failure.message }
    return failure.message.replacing(" It did so with status 200.", with: "")
      .replacing("The server answered 400", with: "The server refused")
      .replacing("The answer has status 200, but no", with: "The answer has no")
  }

  /// The error code, if it is one of the specifications, and the kind of failure.
  private static func causes(_ rejection: ErrorResponse?, _ failure: StepFailure) -> [String] {
    let reason = failure.reason.rawValue
    guard let kind = rejection?.kind, kind != reason, !ErrorCode.named(kind).isEmpty else {
      return [reason]
    }
    return [kind, reason]
  }

  /// The server's own reason, where it has one for these words.
  private func own(_ rejection: ErrorResponse?) -> String {
    guard rejection?.explanation?.lowercased().contains("client_secret") == true else { return "" }
    if let words = server?.words(on: .missingSecret) { return " " + words }
    return
      " The server's words name the client secret: this request needs it, in a header or in the body."
  }

  private static func action(_ reason: StepFailure.Reason, _ kind: String?) -> String {
    switch reason {
    case .invalidGrant:
      "Compare code, redirect URI, and verifier with steps 2 and 3: paste those messages as well. Then begin anew "
        + "with step 2, since a code works once."
    case .refreshRefused: "Ask the user again, with step 2."
    case .invalidClient: "Check the client ID, the secret, and where the secret is sent."
    case .tokenExpired, .tokenInvalid:
      "Refresh the token while there is a refresh token, or ask the user again."
    case .scopeInsufficient: "Ask the user for the missing scope, with step 2, or do without it."
    case .rateLimited: "Wait as long as the response says."
    case .serverError: "Try again later."
    case .gone: "Use another server: this one does not come back."
    case .notJSON, .malformedJSON, .bodyEmpty, .notTokenEndpoint:
      "Check the address of the endpoint, and what responded: a proxy, a sign-in page, or an outage."
    case .tokenTypeUnknown: "Do not use the token: a client must know its type."
    case .tokenMissing: "Treat the request as failed, and read what the response says."
    case .issuerMismatch, .metadataInvalid: "Do not use this document."
    default:
      kind == "unsupported_grant_type" || kind == "unauthorized_client"
        ? "Check the registration of the client, and the spelling of grant_type."
        : "Fix what the response names."
    }
  }

  /// What the members of a successful answer show besides what step 5 says.
  func ofTokens(_ result: Result<Tokens, StepFailure>) -> [Finding] {
    guard case .success(let tokens) = result else { return [] }
    var found: [Finding] = []
    if hasCommas, let granted = answer.members["scope"]?.text {
      let missing = scope?.names(missingFrom: Scope(granted, separator: .comma)) ?? []
      let all = scope == nil ? "" : missing.isEmpty ? " All requested scopes were granted." : ""
      found.append(
        Finding(
          .wrong, ["scope_commas"],
          "The granted scopes are separated by commas, and not by spaces.\(all)",
          why: "A client that splits at spaces sees one scope, and takes the others for refused.",
          action: "Split at commas at this server.", reference: .rfc6749("3.3"), lesson: 5))
    }
    if case .string? = answer.members["expires_in"] {
      found.append(
        Finding(
          .wrong, ["expires_in_string"], "expires_in is a string and must be a number.",
          action: "Accept both: the server has to change it.", reference: .rfc6749("Appendix A.14"),
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
          "There is no refresh token: issuing one is up to the server.\(words)",
          why: "When the access token expires, the user must authorize again.",
          reference: .rfc6749("1.5"), lesson: 6))
    }
    if tokens.expiresIn == nil, answer.members["expires_in"] == nil {
      found.append(
        Finding(
          .note, ["no_expires_in"], "There is no expires_in: the lifetime is unknown.",
          action: "Be prepared for a 401 at any time.", reference: .rfc6749("5.1"), lesson: 5))
    }
    return found
  }
}
