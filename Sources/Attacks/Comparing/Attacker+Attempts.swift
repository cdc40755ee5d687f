import Flows
import HTTPMessages
import Runs
import Step4TokenRequest
import Transcript
import Vocabulary

extension Attacker {
  /// Tries every value of the flow.
  ///
  /// - Parameters:
  ///   - tokens: The tokens of a successful run.
  ///   - report: The report of that run.
  /// - Returns: The attempts with their outcomes.
  /// - Throws: An error if a request could not be sent.
  package func attempts(with tokens: Tokens, of report: Report) async throws -> [Attempt] {
    // First, while they are the newest: the user's next authorization may revoke a refresh token.
    let ofTokens = try await abuse(of: tokens, report)
    var attempts: [Attempt] = []
    if settings.client.secret != nil { attempts += try await abuseOfSecret() }
    if about.redirectCarries == .code { attempts += try await abuseOfCode() }
    if about.hasUser { attempts += try await plantedRedirect() }
    return attempts + ofTokens
  }

  private func abuse(of tokens: Tokens, _ report: Report) async throws -> [Attempt] {
    var attempts = [try await readProfile(with: tokens.accessToken, kind: .theft)]
    if about.hasUser { attempts.append(try await searchHistory(of: report)) }
    if let lifetime = tokens.expiresIn {
      attempts.append(
        try await later(by: lifetime).readProfile(with: tokens.accessToken, kind: .lateTheft))
    }
    if let refreshToken = tokens.refreshToken {
      attempts.append(
        try await exchange(
          .refreshToken(refreshToken), .refreshToken, "exchanges it for new tokens"))
    }
    return attempts
  }

  /// Searches the URLs that the browser opened, and uses the access token found there.
  private func searchHistory(of report: Report) async throws -> Attempt {
    let action = "searches the browser's URLs for it"
    guard let token = SimulatedBrowser(after: report).value(of: "access_token") else {
      return Attempt(.accessToken, action, kind: .history, succeeded: false, result: "not found")
    }
    return try await readProfile(
      with: AccessToken(token), action + " and reads the profile", kind: .history)
  }

  private func abuseOfSecret() async throws -> [Attempt] {
    var attempts = [
      try await exchange(
        .clientCredentials, as: settings.client, .clientSecret, "gets a token as the client itself")
    ]
    if !about.hasUser { attempts.append(try await requestWithoutSecret()) }
    if about.redirectCarries == .code, !about.usesPKCE {
      let stolen = try await stolenCode()
      attempts.append(
        try await exchange(
          grant(stolen.code, verifier: nil), as: settings.client, .clientSecret,
          "exchanges a stolen code"))
    }
    return attempts
  }

  private func abuseOfCode() async throws -> [Attempt] {
    var attempts: [Attempt] = []
    let isProven = about.usesPKCE
    let first = try await stolenCode()
    attempts.append(
      try await exchange(
        grant(first.code, verifier: nil), .code,
        isProven
          ? "exchanges it without the verifier" : "exchanges it without the client secret",
        kind: .exchange))
    // The client is honest: it exchanges any code it receives, with its own secrets.
    let second = try await stolenCode()
    let verifier = isProven ? try otherVerifier() : nil
    attempts.append(
      try await exchange(
        grant(second.code, verifier: verifier), as: settings.client, .code,
        "injects it into their own transaction", kind: .injection))
    if let verifier = first.verifier {
      attempts.append(
        try await exchange(
          grant(AuthorizationCode("no-such-code"), verifier: verifier), .codeVerifier,
          "sends it with a made-up code"))
      let third = try await stolenCode()
      attempts.append(
        try await exchange(
          grant(third.code, verifier: third.verifier), .codeVerifier,
          "sends it with the stolen code"))
    }
    return attempts
  }

  /// Plants the redirect of the attacker's own account in the user's browser.
  private func plantedRedirect() async throws -> [Attempt] {
    let redirect = try await foreignRedirect()
    let careful = "where the client compares the state"
    let careless = "where it does not"
    var attempts: [Attempt] = []
    do {
      try check(redirect)
      attempts.append(
        Attempt(nil, careful, kind: .planting, succeeded: true, result: "nothing noticed"))
    } catch {
      attempts.append(
        Attempt(
          nil, careful, kind: .planting, succeeded: false,
          result: "by the client: \(error.reason.rawValue)"))
    }
    guard let code = redirect.queryValue("code") else {
      let profile = try await readProfile(
        with: AccessToken(redirect.fragmentValue("access_token") ?? ""))
      return attempts + [
        Attempt(
          nil, careless, kind: .carelessPlanting, succeeded: profile.succeeded,
          result: profile.result)
      ]
    }
    let verifier = about.usesPKCE ? try otherVerifier() : nil
    let exchange = try await exchange(
      grant(AuthorizationCode(code), verifier: verifier), as: settings.client, nil, careless,
      kind: .carelessPlanting)
    return attempts + [exchange]
  }

  /// Returns the grant of a code with the client's redirect URI.
  package func grant(_ code: AuthorizationCode, verifier: CodeVerifier?) -> Grant {
    .authorizationCode(code, verifier: verifier, redirectURI: settings.client.redirectURI)
  }
}

extension Redirect {
  /// Returns a parameter of the query without any check, as a careless client does.
  func queryValue(_ name: String) -> String? {
    (try? Form(decoding: parts.query ?? ""))?.value(of: name)
  }

  /// Returns a parameter of the fragment, where the implicit flow responds, without any check.
  func fragmentValue(_ name: String) -> String? {
    (try? Form(decoding: parts.fragment ?? ""))?.value(of: name)
  }
}
