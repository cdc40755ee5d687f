import Diagnosis
import HTTPMessages
import Step1CodeVerifier
import Vocabulary

/// Why the token endpoint refused a request, where that is known more exactly than Fitbit's words say.
///
/// The answer keeps Fitbit's words; this goes into the log. A cause is said only if it was found in the request.
struct RejectionCause {
  let exchange: PracticeExchange
  let configuration: PracticeConfiguration
  let ledger: Ledger

  /// The cause in a sentence; `nil` if none is known.
  func sentence(for error: FitbitError) -> String? {
    guard let form = exchange.form, form.value(of: "grant_type") != nil else { return ofBody }
    switch error.type {
    case "invalid_client", "unauthorized_client": return ofClient(form, error)
    case "invalid_grant": return ofCode(form)
    case "invalid_request" where error == .twoMethods:
      return
        "Authorization: Basic and client_secret in the body both came: send the secret in one of them, here in "
        + "the header (RFC 6749 §2.3)."
    case "invalid_request" where exchange.misplacedParameter.map(FitbitError.inQuery) == error:
      return
        "The request has parameters in the query and in the body; all belong in the body (RFC 6749 §4.1.3)."
    default: return ofLineBreaks(form)
    }
  }

  // MARK: The client

  private func ofClient(_ form: Form, _ error: FitbitError) -> String? {
    if let header = request.fields.value(of: "Authorization") { return ofHeader(header) }
    if form.value(of: "client_secret") != nil {
      return
        "The secret is in the body; this server expects it in Authorization: Basic (RFC 6749 §2.3.1). practice --with "
        + "secret-in-body accepts it."
    }
    return form.value(of: "client_id").flatMap(Self.ofIdentifier)
  }

  /// A client id that another vendor issued.
  static func ofIdentifier(_ identifier: String) -> String? {
    identifier.hasSuffix(".apps.googleusercontent.com")
      ? "This is a client id that Google issued; this server knows its own only." : nil
  }

  private func ofHeader(_ header: String) -> String? {
    let words = header.split(separator: " ")
    guard words.count == 2, words[0].lowercased() == "basic",
      let bytes = Base64.standard.decode(words[1])
    else { return nil }
    let pair = String(decoding: bytes, as: UTF8.self)
    let parts = pair.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2 else { return nil }
    if parts[1].isEmpty {
      return
        "The secret is empty. A client without a secret leaves the header out and sends client_id "
        + "(RFC 6749 §3.2.1). practice --with empty-secret accepts it."
    }
    guard let client = configuration.client(named: String(parts[0])),
      let secret = client.secret?.value
    else { return Self.ofIdentifier(String(parts[0])) }
    if parts[1].utf8.elementsEqual(secret.utf8), Form.encode(secret) != secret {
      return
        "The secret was not form-encoded within Basic: send \(Form.encode(secret)) (RFC 6749 §2.3.1)."
    }
    return parts[1].filter { !$0.isNewline } == secret
      ? "A line break came along with the secret." : nil
  }

  // MARK: The code

  private func ofCode(_ form: Form) -> String? {
    if let token = form.value(of: "refresh_token") { return ofRefreshToken(token) }
    guard let code = form.value(of: "code") else { return nil }
    guard let issued = ledger.codes[code] else { return ofUnknownCode(code) }
    if issued.isUsed {
      return "This code was used before (RFC 6749 §4.1.2): each is good for one exchange."
    }
    if let client = form.value(of: "client_id"), client != issued.client {
      return "The code was issued to \(issued.client)."
    }
    if let uri = form.value(of: "redirect_uri"),
      let words = RedirectDifference(expected: issued.redirectURI, received: uri).words
    {
      return "The redirect URI is not that of the authorization request: \(words)."
    }
    if form.value(of: "redirect_uri") == nil, issued.namedRedirectURI {
      return
        "The authorization request had a redirect_uri, so this request needs the same (RFC 6749 §4.1.3)."
    }
    return ofVerifier(form.value(of: "code_verifier"), issued)
  }

  private func ofRefreshToken(_ token: String) -> String? {
    guard let issued = ledger.refreshTokens[token] else {
      return ledger.refreshTokens.key { Self.isDecoded($0, as: token) }
        .map { _ in Self.notEncoded("refresh token") }
    }
    return issued.endedAt.map {
      "\(issued.client) was authorized again at \(UTCTime(secondsSince1970: $0).clock), and one user and application have one live refresh "
        + "token at Fitbit: the one of the new authorization. practice --without one-refresh-token lets several live."
    }
  }

  /// Whether a value that was decoded once too often is what came.
  private static func isDecoded(_ value: String, as received: String) -> Bool {
    guard let decoded = try? Form.decode(value), decoded != value else { return false }
    return decoded.utf8.elementsEqual(received.utf8)
  }

  private static func notEncoded(_ what: String) -> String {
    "The \(what) was not form-encoded in the body, so that + arrived as a space and %2B as a + (RFC 6749 "
      + "Appendix B)."
  }

  /// A code that was copied with what surrounds it.
  private func ofUnknownCode(_ code: String) -> String? {
    let known = { (text: String) in ledger.codes[text] != nil }
    if let cut = code.firstRange(of: "#"), known(String(code[..<cut.lowerBound])) {
      return
        "The fragment \(code[cut.lowerBound...].prefix(20)) was sent along with the code: it belongs to the "
        + "address (RFC 3986 §3.5)."
    }
    if let cut = code.firstRange(of: "&"), known(String(code[..<cut.lowerBound])) {
      return "The rest of the address was sent along with the code: it ends before the &."
    }
    if let decoded = try? Form.decode(code), decoded != code, known(decoded) {
      return "The code is still percent-encoded: decode it once (RFC 6749 Appendix B)."
    }
    if ledger.codes.key(where: { Self.isDecoded($0, as: code) }) != nil {
      return Self.notEncoded("code")
    }
    let trimmed = code.filter { !$0.isWhitespace && $0 != "\"" && $0 != "'" }
    if trimmed != code, known(trimmed) {
      return "White space or quotation marks were sent along with the code."
    }
    let isHexadecimal = code.utf8.allSatisfy { "0123456789abcdef".utf8.contains($0) }
    return !isHexadecimal && code.count < 16
      ? "This looks like a placeholder: the codes of this server have 40 hexadecimal digits." : nil
  }

  // MARK: The verifier

  private func ofVerifier(_ verifier: String?, _ issued: IssuedCode) -> String? {
    guard let challenge = issued.challenge else { return nil }
    guard let verifier else {
      return
        "The authorization request had a code_challenge, and this request has no code_verifier "
        + "(RFC 7636 §4.5). It has to be kept from one request to the other."
    }
    let pair = PairDiagnosis(verifier: verifier, challenge: challenge)
    if issued.method != CodeChallengeMethod.s256.rawValue {
      return pair.isEqual
        ? "No code_challenge_method was sent, so the challenge was taken for the verifier itself (plain). With S256 "
          + "this verifier matches (RFC 7636 §4.3)."
        : nil
    }
    if verifier.utf8.elementsEqual(challenge.utf8) {
      return "The code challenge itself was sent as the verifier (RFC 7636 §4.6)."
    }
    if !pair.explanations.isEmpty {
      return pair.findings.map(\.sentence).joined(separator: " ")
    }
    return isOfAnotherCode(verifier, issued)
      ? "This verifier belongs to another authorization of the same client: it was made anew, or not kept with its "
        + "own state."
      : nil
  }

  private func isOfAnotherCode(_ verifier: String, _ issued: IssuedCode) -> Bool {
    guard let proof = try? CodeVerifier(verifier) else { return false }
    let challenge = ChallengeDerivation(of: proof).challenge.value
    return ledger.codes.contains { $0.client == issued.client && $0.challenge == challenge }
  }

  /// A value that ends in a line break, as `$(cat file)` in other languages gives one.
  private func ofLineBreaks(_ form: Form) -> String? {
    form.pairs.first { $0.value.contains(where: \.isNewline) }.map {
      "The value of \($0.name) has a line break."
    }
  }
}
