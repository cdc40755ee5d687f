import HTTPMessages
import Step1CodeVerifier
import Vocabulary

extension Condition {
  /// State and challenge are new in every run.
  static let newValues = Condition("state and code_challenge differ in two runs") { observation in
    let queries = observation.visits.map(\.query)
    guard queries.count >= 2 else {
      return .notReached("The client opened \(queries.count) authorization URLs in two runs.")
    }
    for name in ["state", "code_challenge"] {
      let values = queries.compactMap { $0.value(of: name) }
      if values.count != Set(values).count { return .failed("the same \(name) in both runs") }
    }
    return .passed()
  }

  /// The challenge is S256 of the verifier, which has 43 to 128 characters.
  static let challenge = Condition(
    "S256, the challenge of the verifier sent later, and a verifier of 43 to 128 characters"
  ) {
    observation in
    guard let query = observation.visits.first?.query,
      let exchange = observation.codeExchanges.first
    else { return .notReached("The client sent no token request.") }
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
    guard let query = observation.visits.first?.query else {
      return .notReached("The client opened no authorization URL.")
    }
    guard let state = query.value(of: "state"), !state.isEmpty else {
      // RFC 9700 §4.7.1: only a client that knows that the server supports PKCE may rely on it.
      return observation.reliesOnPKCE
        ? .passed("No state: PKCE alone stops a planted redirect, at the server (RFC 9700 §2.1).")
        : .failed("no state")
    }
    // 16 octets have at least 20 characters in any encoding that a URL allows.
    guard state.utf8.count >= 20 else {
      return .failed("a state of \(state.utf8.count) characters, too few for 16 octets")
    }
    let others = observation.visits.dropFirst().compactMap { $0.query.value(of: "state") }
    let least = others.map { Self.difference(of: state, $0) }.min() ?? state.utf8.count
    return least >= 16
      ? .passed() : .failed("two states that differ in only \(least) characters in a row")
  }

  /// The number of characters between a common beginning and a common end.
  private static func difference(of first: String, _ second: String) -> Int {
    let (first, second) = (Array(first.utf8), Array(second.utf8))
    let start = zip(first, second).prefix { $0 == $1 }.count
    let end = zip(first.reversed(), second.reversed()).prefix { $0 == $1 }.count
    return max(0, min(first.count, second.count) - start - end)
  }

  /// The authorization URL has the right type, and nothing secret.
  static let cleanURL = Condition("response_type=code, and no credential in a URL") { observation in
    guard let visit = observation.visits.first else {
      return .notReached("The client opened no authorization URL.")
    }
    let type = visit.query.value(of: "response_type") ?? "none"
    guard type == "code" else { return .failed("response_type \(Harmless.line(type))") }
    let urls = observation.visits.map(\.url) + observation.exchanges.map(\.request.url)
    let decoded = urls.map { (try? Form.decode($0)) ?? $0 } + urls
    // The code is in the redirect by design; every other secret is in none of these.
    let secrets = observation.secrets.union(observation.proofs).filter { $0.utf8.count >= 12 }
    return secrets.contains { secret in decoded.contains { $0.contains(secret) } }
      ? .failed("a credential in a URL") : .passed()
  }

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
    else { return .notReached("The client sent no token request.") }
    let type = exchange.request.fields.value(of: "Content-Type") ?? "none"
    guard type.lowercased().hasPrefix(Form.mediaType) else {
      return .failed("Content-Type \(Harmless.line(type))")
    }
    if let name = exchange.form.repeatedNames.first {
      return .failed("\(Harmless.line(name)) sent more than once")
    }
    let sent = exchange.form.value(of: "redirect_uri")
    guard sent == visit.query.value(of: "redirect_uri") else {
      return .failed(sent == nil ? "no redirect_uri" : "another redirect_uri than in step 2")
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
      return .failed("HTTP Basic authentication without form encoding (RFC 6749 §2.3.1)")
    }
    let inHeader = exchange.request.authenticationScheme != nil
    let inBody = exchange.form.value(of: "client_secret") != nil
    // client_id in the body next to Basic identifies the client; it is not a second credential.
    return inHeader && inBody
      ? .failed("the secret in the Authorization header field and in the body") : .passed()
  }

  /// The API gets the token in the header field.
  static let tokenInHeader = Condition("Authorization: Bearer, and no token in the URL") {
    observation in
    // A call without a token, or with HEAD, may come first.
    guard let call = observation.profileReads.first ?? observation.apiCalls.first else {
      return .notReached("The client did not call the API.")
    }
    guard URLParts(call.request.url).query?.contains("access_token") != true else {
      return .failed("access_token in the query of the API call")
    }
    return call.request.authenticationScheme?.lowercased() == "bearer"
      ? .passed() : .failed("no Authorization: Bearer")
  }
}
