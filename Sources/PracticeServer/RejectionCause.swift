import Diagnosis
import HTTPMessages
import Step1CodeVerifier
import Vocabulary

/// The cause of a rejection by the token endpoint, more precise than Fitbit's words.
///
/// The response keeps Fitbit's words; the log adds the cause if the request proves it.
struct RejectionCause {
  let exchange: PracticeExchange
  let configuration: PracticeConfiguration
  let ledger: Ledger

  /// Returns the cause in one or more sentences, or `nil` if it is unknown.
  func sentence(for error: FitbitError) -> String? {
    guard let form = exchange.form, form.value(of: "grant_type") != nil else { return ofBody }
    switch error.type {
    case "invalid_client", "unauthorized_client": return ofClient(form, error)
    case "invalid_grant": return ofCode(form)
    case "invalid_request" where error == .twoMethods:
      return
        "The request has both Authorization: Basic and client_secret in the body. Send the secret once, here in "
        + "Authorization (RFC 6749 §2.3)."
    case "invalid_request" where exchange.misplacedParameter.map(FitbitError.inQuery) == error:
      return
        "The request has parameters in the query and in the body. All belong in the body (RFC 6749 §4.1.3)."
    default: return ofLineBreaks(form)
    }
  }

  // MARK: The client

  private func ofClient(_ form: Form, _ error: FitbitError) -> String? {
    if let field = request.fields.value(of: "Authorization") { return ofCredentials(field) }
    if form.value(of: "client_secret") != nil {
      return
        "The secret is in the body. This server expects it in Authorization: Basic (RFC 6749 §2.3.1). practice --with "
        + "secret-in-body accepts it."
    }
    return form.value(of: "client_id").flatMap(Self.ofIdentifier)
  }

  /// Returns the cause for a client ID that another vendor issued.
  static func ofIdentifier(_ identifier: String) -> String? {
    identifier.hasSuffix(".apps.googleusercontent.com")
      ? "This client ID is from Google. This server knows only its own clients." : nil
  }

  private func ofCredentials(_ field: String) -> String? {
    let words = field.split(separator: " ")
    guard words.count == 2, words[0].lowercased() == "basic",
      let bytes = Base64.standard.decode(words[1])
    else { return nil }
    let pair = String(decoding: bytes, as: UTF8.self)
    let parts = pair.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2 else { return nil }
    if parts[1].isEmpty {
      return
        "The secret is empty. A client without a secret omits Authorization and sends client_id "
        + "(RFC 6749 §3.2.1). practice --with empty-secret accepts it."
    }
    guard let client = configuration.client(named: String(parts[0])),
      let secret = client.secret?.value
    else { return Self.ofIdentifier(String(parts[0])) }
    if parts[1].utf8.elementsEqual(secret.utf8), Form.encode(secret) != secret {
      return
        "The secret was not form-encoded within Basic. Send \(Form.encode(secret)) (RFC 6749 §2.3.1)."
    }
    return parts[1].filter { !$0.isNewline } == secret
      ? "The secret was sent with a line break." : nil
  }

  // MARK: The code

  private func ofCode(_ form: Form) -> String? {
    if let token = form.value(of: "refresh_token") { return ofRefreshToken(token) }
    guard let code = form.value(of: "code") else { return nil }
    guard let issued = ledger.codes[code] else { return ofUnknownCode(code) }
    if issued.isUsed {
      return "This code was used before. A code is valid for one exchange (RFC 6749 §4.1.2)."
    }
    if let client = form.value(of: "client_id"), client != issued.client {
      return "The code was issued to \(issued.client)."
    }
    if let uri = form.value(of: "redirect_uri"),
      let words = RedirectDifference(expected: issued.redirectURI, received: uri).words
    {
      return "The redirect URI is not the one of the authorization request: \(words)."
    }
    if form.value(of: "redirect_uri") == nil, issued.namedRedirectURI {
      return
        "The authorization request had a redirect_uri, so this one needs the same (RFC 6749 §4.1.3)."
    }
    return ofVerifier(form.value(of: "code_verifier"), issued)
  }

  private func ofRefreshToken(_ token: String) -> String? {
    guard let issued = ledger.refreshTokens[token] else {
      return ledger.refreshTokens.key { Self.isDecoded($0, as: token) }
        .map { _ in Self.notEncoded("refresh token") }
    }
    return issued.endedAt.map {
      "\(issued.client) was authorized again at \(UTCTime(secondsSince1970: $0).clock). At Fitbit, a user and a "
        + "client have one valid refresh token: the newest. practice --without one-refresh-token keeps all valid."
    }
  }

  /// Whether the received value is an issued one, decoded once too often.
  private static func isDecoded(_ value: String, as received: String) -> Bool {
    guard let decoded = try? Form.decode(value), decoded != value else { return false }
    return decoded.utf8.elementsEqual(received.utf8)
  }

  private static func notEncoded(_ what: String) -> String {
    "The \(what) was not form-encoded in the body, so + arrived as a space and %2B as + (RFC 6749 Appendix B)."
  }

  /// Returns the cause of an unknown code, such as one copied with surrounding text.
  private func ofUnknownCode(_ code: String) -> String? {
    let known = { (text: String) in ledger.codes[text] != nil }
    if let cut = code.firstRange(of: "#"), known(String(code[..<cut.lowerBound])) {
      return
        "The fragment \(code[cut.lowerBound...].prefix(20)) was sent with the code. It belongs to the URL, not to "
        + "the code (RFC 3986 §3.5)."
    }
    if let cut = code.firstRange(of: "&"), known(String(code[..<cut.lowerBound])) {
      return "The rest of the URL was sent with the code, which ends before the &."
    }
    if let decoded = try? Form.decode(code), decoded != code, known(decoded) {
      return "The code is still percent-encoded. Decode it once (RFC 6749 Appendix B)."
    }
    if ledger.codes.key(where: { Self.isDecoded($0, as: code) }) != nil {
      return Self.notEncoded("code")
    }
    let trimmed = code.filter { !$0.isWhitespace && $0 != "\"" && $0 != "'" }
    if trimmed != code, known(trimmed) {
      return "Whitespace or quotation marks were sent with the code."
    }
    let isHexadecimal = code.utf8.allSatisfy { "0123456789abcdef".utf8.contains($0) }
    return !isHexadecimal && code.count < 16
      ? "This looks like a placeholder. The codes of this server have 40 hexadecimal digits." : nil
  }

  // MARK: The verifier

  private func ofVerifier(_ verifier: String?, _ issued: IssuedCode) -> String? {
    guard let challenge = issued.challenge else { return nil }
    guard let verifier else {
      return
        "The authorization request had a code_challenge, but this request has no code_verifier "
        + "(RFC 7636 §4.5). Keep the verifier until the token request."
    }
    let pair = PairDiagnosis(verifier: verifier, challenge: challenge)
    if issued.method != CodeChallengeMethod.s256.rawValue {
      return pair.isEqual
        ? "No code_challenge_method was sent, so the challenge was treated as the verifier itself (plain). With "
          + "S256, this verifier matches (RFC 7636 §4.3)."
        : nil
    }
    if verifier.utf8.elementsEqual(challenge.utf8) {
      return "The code challenge itself was sent as the verifier (RFC 7636 §4.6)."
    }
    if !pair.explanations.isEmpty {
      return pair.findings.map(\.sentence).joined(separator: " ")
    }
    return isOfAnotherCode(verifier, issued)
      ? "This verifier belongs to another transaction of the same client. Store each verifier with the state of "
        + "its transaction."
      : nil
  }

  private func isOfAnotherCode(_ verifier: String, _ issued: IssuedCode) -> Bool {
    guard let proof = try? CodeVerifier(verifier) else { return false }
    let challenge = ChallengeDerivation(of: proof).challenge.value
    return ledger.codes.contains { $0.client == issued.client && $0.challenge == challenge }
  }

  /// Returns the cause of a value with a line break, as when a program reads it from a file.
  private func ofLineBreaks(_ form: Form) -> String? {
    form.pairs.first { $0.value.contains(where: \.isNewline) }.map {
      "The value of \($0.name) contains a line break."
    }
  }
}
