import HTTPMessages
import Step1CodeVerifier
import Vocabulary

extension Condition {
  /// State, challenge, and verifier are new in every run.
  static let newValues = Condition("state, code_challenge, and verifier differ from those of A1") {
    observation in
    guard let query = observation.visits.first?.query, let earlier = observation.earlier.query
    else {
      return .notReached("The client opened no authorization URL.")
    }
    let names = ["state", "code_challenge"].filter { query.value(of: $0) != nil }
    guard !names.isEmpty else { return .failed("neither state nor code_challenge") }
    for name in names where query.value(of: name) == earlier.value(of: name) {
      return .failed("the same \(name) in both runs")
    }
    let verifier = observation.asEarlier.verifier
    guard let verifier, let other = observation.earlier.verifier else { return .passed() }
    // RFC 7636 §7.1: a verifier has 256 bits of entropy, which are 43 characters.
    let count = difference(of: verifier, other)
    return count >= 16
      ? .passed() : .failed("two verifiers that differ in only \(count) characters")
  }.after(.exchanged)

  /// The challenge is S256 of the verifier, which has 43 to 128 characters.
  static let challenge = Condition(
    "S256, a challenge that matches the verifier, and 43 to 128 characters in the verifier"
  ) { observation in
    guard let query = observation.visits.first?.query,
      let exchange = observation.codeExchanges.first
    else { return .notReached("The client exchanged no code.") }
    guard let challenge = query.value(of: "code_challenge") else {
      return .failed("no code_challenge in the authorization request")
    }
    let method = query.value(of: "code_challenge_method")
    guard method == "S256" else {
      return .failed(
        method.map { "code_challenge_method=\(Harmless.line($0))" } ?? "no code_challenge_method")
    }
    guard let verifier = exchange.form.value(of: "code_verifier") else {
      return .failed("no code_verifier in the token request")
    }
    guard let right = try? CodeVerifierStep(source: .given(verifier)).output().challenge else {
      return .failed("a code_verifier that RFC 7636 §4.1 does not allow")
    }
    return right.value == challenge
      ? .passed() : .failed("a challenge that does not match the verifier")
  }

  /// The state exists and cannot be guessed.
  static let state = Condition("a state of at least 16 random octets") { observation in
    let query = observation.visits.first?.query
    guard let state = query?.value(of: "state"), !state.isEmpty else {
      // RFC 9700 §4.7.1: only a client that knows that the server supports PKCE may rely on it.
      return observation.reliesOnPKCE
        ? .passed("No state: PKCE alone stops a planted redirect, at the server (RFC 9700 §2.1).")
        : .failed("no state")
    }
    guard state.utf8.count >= leastLength(of: state) else {
      return .failed("a state of \(state.utf8.count) characters, too few for 16 octets")
    }
    guard let earlier = observation.earlier.query?.value(of: "state") else {
      return .notReached("Only one of two runs sent a state.")
    }
    let count = difference(of: state, earlier)
    guard count > 0 else { return .failed("the same state in both runs") }
    return count >= 16 ? .passed() : .failed("two states that differ in only \(count) characters")
  }.after(.visited)

  /// The least length of 16 random octets in the alphabet of a state: digits, hexadecimal, or any.
  ///
  /// Leading zeros may be missing.
  private static func leastLength(of state: String) -> Int {
    if state.utf8.allSatisfy({ UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 }) { return 36 }
    return state.allSatisfy(\.isHexDigit) ? 29 : 20
  }

  /// The number of characters that differ, position by position, outside a common beginning and end.
  ///
  /// A clock or a counter has few of them, whatever is before or after it.
  private static func difference(of first: String, _ second: String) -> Int {
    let (first, second) = (Array(first.utf8), Array(second.utf8))
    let start = zip(first, second).prefix { $0 == $1 }.count
    let end = zip(first.reversed(), second.reversed()).prefix { $0 == $1 }.count
    let middle = max(0, min(first.count, second.count) - start - end)
    return min(middle, zip(first, second).filter { $0 != $1 }.count)
  }

  /// The authorization URL has the right type, and nothing secret.
  static let cleanURL = Condition("response_type=code, and no credential in a URL") { observation in
    let query = observation.visits.first?.query
    let type = query?.value(of: "response_type") ?? "none"
    guard type == "code" else { return .failed("response_type \(Harmless.line(type))") }
    if let name = query?.repeatedNames.first {
      return .failed(
        "\(Harmless.line(name)) more than once in the authorization URL (RFC 6749 §3.1)")
    }
    return observation.credentialInURL ?? .passed()
  }.after(.visited)

  /// The listener accepts only local connections.
  static let loopbackOnly = Condition("a listener on the loopback address only") { observation in
    switch observation.isHeldBeyondLoopback {
    case false?: .passed()
    case true?: .failed("the listener accepts connections at other addresses of this machine")
    case nil: .skipped("This machine has no other address to try.")
    }
  }.after(.delivered)

  /// The token request is a form, with each parameter once.
  static let tokenRequest = Condition(
    "POST with a form, each parameter once, the same redirect_uri"
  ) { observation in
    guard let exchange = observation.tokenRequests.first, let visit = observation.visits.first
    else { return .notReached("The client exchanged no code.") }
    let type = exchange.request.fields.value(of: "Content-Type") ?? "none"
    guard type.lowercased().hasPrefix(Form.mediaType) else {
      return .failed("Content-Type \(Harmless.line(type))")
    }
    if let name = exchange.form.repeatedNames.first {
      return .failed("\(Harmless.line(name)) sent more than once")
    }
    let query = URLParts(exchange.request.url).query.flatMap { try? Form(decoding: $0) }
    if let pair = query?.pairs.first(where: { exchange.form.value(of: $0.name) != nil }) {
      return .failed("\(Harmless.line(pair.name)) in the URL and in the body (RFC 6749 §3.2)")
    }
    let sent = exchange.form.value(of: "redirect_uri")
    guard sent == visit.query.value(of: "redirect_uri") else {
      return .failed(
        sent == nil
          ? "no redirect_uri" : "a redirect_uri other than that of the authorization request")
    }
    return .passed()
  }

  /// The client authenticates in one way, and encodes its credentials.
  static let oneAuthentication = Condition(
    "at most one kind of client authentication, with encoded credentials"
  ) { observation in
    guard let exchange = observation.tokenRequests.first else {
      return .notReached("The client sent no token request.")
    }
    // RFC 6749 §2.3.1: identifier and secret are form-encoded before they are joined.
    if observation.credentials?.areUnencoded(in: exchange.request) == true {
      return .failed(
        "HTTP Basic authentication without form encoding (RFC 6749 §2.3.1)",
        advice: "Form-encode client ID and secret before you join them with a colon.")
    }
    let inHeader = exchange.request.authenticationScheme != nil
    let inBody = exchange.form.value(of: "client_secret") != nil
    guard inHeader || inBody else {
      return .skipped("needs \(CheckCase.Need.secret.rawValue)")
    }
    // client_id in the body next to Basic identifies the client; it is not a second credential.
    return inHeader && inBody
      ? .failed("the secret in the Authorization header field and in the body") : .passed()
  }

  /// The API gets the token in the header field.
  static let tokenInHeader = Condition("Authorization: Bearer, and no token in the URL") {
    observation in
    guard !observation.tokenCalls.isEmpty else {
      return .notReached("The client did not call the API with a token.")
    }
    let requests = observation.tokenCalls.map(\.request)
    if requests.contains(where: { URLParts($0.url).query?.contains("access_token") == true }) {
      return .failed("access_token in the query of an API call")
    }
    let fields = requests.compactMap { $0.fields.value(of: "Authorization") }
    // RFC 6749 §1.5: refresh tokens are never sent to resource servers.
    if fields.contains(where: { SecretText.isFound(observation.refreshTokens, in: $0) }) {
      return .failed(
        "a refresh token in an API call",
        advice:
          "Send the access token to the API, and the refresh token to the token endpoint only.")
    }
    return requests.contains { $0.authenticationScheme?.lowercased() == "bearer" }
      ? .passed() : .failed("no Authorization: Bearer")
  }
}
