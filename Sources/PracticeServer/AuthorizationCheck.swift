import HTTPMessages
import Vocabulary

/// The check of an authorization request, whose errors are shown on a page.
///
/// The texts are Fitbit's own where Fitbit documents them.
struct AuthorizationCheck {
  let configuration: PracticeConfiguration
  let form: Form
  var rules: RuleBook

  /// The permitted values of `expires_in` in the implicit flow, in seconds.
  static let implicitLifetimes: [Int64] = [86_400, 604_800, 2_592_000, 31_536_000]

  /// Returns the valid request; the most serious error is found first.
  mutating func validRequest() throws(PageError) -> ValidAuthorizationRequest {
    if let name = form.repeatedNames.first,
      rules.rejects(.noRepeatedParameters, when: true)
    {
      throw PageError(
        "invalid_request", "The parameter \(name) is repeated", reconstructed: true,
        rule: .noRepeatedParameters)
    }
    let client = try client()
    let redirectURI = try redirectURI(of: client)
    do throws(PageError) {
      return try rest(of: client, redirectURI)
    } catch {
      var error = error
      error.redirectURI = redirectURI
      throw error
    }
  }

  /// Checks the parts whose errors may be sent to the client (RFC 6749 §4.1.2.1).
  private mutating func rest(
    of client: PracticeClient, _ redirectURI: String
  ) throws(PageError) -> ValidAuthorizationRequest {
    let type = try responseType(for: client)
    let (challenge, method) = type == .code ? try challenge(for: client) : (nil, nil)
    return ValidAuthorizationRequest(
      client: client.identifier, responseType: type, redirectURI: redirectURI,
      namedRedirectURI: form.value(of: "redirect_uri") != nil, scope: try scope(),
      state: try state(), challenge: challenge, method: method, prompt: try prompt(),
      usesFragment: try usesFragment(for: type), lifetime: type == .token ? try lifetime() : nil)
  }

  private func client() throws(PageError) -> PracticeClient {
    guard let identifier = form.value(of: "client_id") else {
      throw PageError("invalid_request", "Missing parameters: client_id")
    }
    guard let client = configuration.client(named: identifier) else {
      throw PageError("unauthorized_client", "Invalid client_id")
    }
    return client
  }

  /// Compares byte for byte (RFC 9700 §4.1.3); without the rule, a registered prefix is enough.
  private mutating func redirectURI(of client: PracticeClient) throws(PageError) -> String {
    guard let uri = form.value(of: "redirect_uri") else {
      guard client.redirectURIs.count == 1, let only = client.redirectURIs.first else {
        throw PageError("invalid_request", "Missing redirect_uri parameter value")
      }
      return only
    }
    if client.redirectURIs.contains(where: uri.hasSameBytes(as:)) { return uri }
    // RFC 8252 §7.3: the port of a native app is known only when it listens.
    if configuration.features.contains(.anyLoopbackPort), let plain = LoopbackURI(uri),
      client.redirectURIs.contains(where: { LoopbackURI($0) == plain })
    {
      return uri
    }
    let resembles =
      client.redirectURIs.contains { uri.utf8.starts(with: $0.utf8) }
      && (try? RedirectURI(uri)) != nil
    if resembles, !rules.rejects(.exactRedirectURI, when: true) { return uri }
    throw PageError(
      "invalid_request", "Invalid redirect_uri parameter value", rule: .exactRedirectURI)
  }

  private func responseType(
    for client: PracticeClient
  ) throws(PageError) -> ValidAuthorizationRequest.ResponseType {
    guard let text = form.value(of: "response_type") else {
      throw PageError("invalid_request", "Missing response_type parameter value")
    }
    guard let type = ValidAuthorizationRequest.ResponseType(rawValue: text) else {
      throw PageError("unsupported_response_type", "Invalid response_type parameter value")
    }
    guard type == .code || client.isPublic else {
      throw PageError(
        "unauthorized_client",
        "The client is not authorized to request an access token using this method")
    }
    return type
  }

  private func scope() throws(PageError) -> String {
    let scope = Scope(form.value(of: "scope") ?? "")
    guard !scope.names.isEmpty else {
      throw PageError("invalid_request", "Missing parameters: scope", reconstructed: true)
    }
    let known = Set(AuthorizationServer.fitbit.scopes.map(\.name))
    guard let unknown = scope.names.first(where: { !known.contains($0) }) else {
      return scope.value
    }
    throw PageError("invalid_scope", "Invalid scope: \(unknown)", reconstructed: true)
  }

  /// Returns the state after checking its characters (RFC 6749 Appendix A.5: %x20-7E).
  private mutating func state() throws(PageError) -> String? {
    guard let state = form.value(of: "state") else { return nil }
    let isVisible = state.utf8.allSatisfy { 0x20...0x7E ~= $0 }
    if rules.rejects(.stateCharacters, when: !isVisible) {
      throw PageError(
        "invalid_request", "Invalid state parameter value", reconstructed: true,
        rule: .stateCharacters)
    }
    return state
  }

  private mutating func challenge(
    for client: PracticeClient
  ) throws(PageError) -> (String?, String?) {
    guard let challenge = form.value(of: "code_challenge") else {
      guard !rules.rejects(.pkceRequired, when: client.isPublic) else {
        throw PageError(
          "invalid_request", "Missing parameters: code_challenge", reconstructed: true,
          rule: .pkceRequired)
      }
      return (nil, nil)
    }
    // RFC 7636 §4.3: a missing method means plain, and so does Fitbit's documentation.
    let method = form.value(of: "code_challenge_method") ?? "plain"
    guard CodeChallengeMethod(rawValue: method) != nil else {
      throw PageError("invalid_request", "Unsupported code_challenge_method")
    }
    guard CodeVerifier.allowedLength ~= challenge.utf8.count else {
      throw PageError(
        "invalid_request", "The code_challenge parameter length must be between 43 and 128")
    }
    // RFC 7636 §4.2: the challenge has the same characters as the verifier.
    guard (try? CodeVerifier(challenge)) != nil else {
      throw PageError("invalid_request", "The code_challenge parameter is invalid")
    }
    return (challenge, method)
  }

  private func prompt() throws(PageError) -> String? {
    guard let prompt = form.value(of: "prompt") else { return nil }
    // OpenID Connect Core 1.0 §3.1.2.1: a list, in any order.
    guard Prompt(rawValue: prompt) != nil else {
      throw PageError("invalid_request", "Invalid prompt parameter value", reconstructed: true)
    }
    guard form.value(of: "redirect_uri") != nil else {
      throw PageError("invalid_request", "Missing redirect_uri parameter value")
    }
    return prompt
  }

  /// Whether the client requests a response in the fragment, or `nil` if it does not say.
  ///
  /// OAuth 2.0 Multiple Response Type Encoding Practices §2.1 defines `response_mode`.
  private func usesFragment(
    for type: ValidAuthorizationRequest.ResponseType
  ) throws(PageError) -> Bool? {
    switch (form.value(of: "response_mode"), type) {
    case (nil, _): return nil
    case ("fragment", _): return true
    case ("query", .code): return false
    // A token in a query would reach the client's web server and its log.
    default:
      throw PageError(
        "invalid_request", "Invalid response_mode parameter value", reconstructed: true)
    }
  }

  private func lifetime() throws(PageError) -> Int64 {
    guard let text = form.value(of: "expires_in") else { return Self.implicitLifetimes[0] }
    guard let seconds = Self.implicitLifetimes.first(where: { String($0) == text }) else {
      throw PageError(
        "invalid_request", "Invalid expires_in parameter value", reconstructed: true)
    }
    return seconds
  }
}
