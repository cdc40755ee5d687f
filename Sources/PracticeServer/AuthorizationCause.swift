import Diagnosis
import HTTPMessages
import Vocabulary

/// Why an authorization request was refused, or what is weak about one that was not.
///
/// The page keeps Fitbit's words and says this in addition, for the developer.
struct AuthorizationCause {
  let form: Form
  let configuration: PracticeConfiguration

  /// The cause in a sentence; `nil` if none is known.
  func sentence(for error: PageError) -> String? {
    switch (error.kind, error.message) {
    case ("unauthorized_client", _):
      return form.value(of: "client_id").flatMap(RejectionCause.ofIdentifier)
    case ("invalid_scope", _): return ofScope
    case (_, let message) where message.contains("redirect_uri parameter"): return ofRedirectURI
    case (_, let message) where message.contains("code_challenge"): return ofChallenge
    case (_, let message) where message.contains("state parameter"):
      return
        "The state has a character that is not printable ASCII (RFC 6749 Appendix A.5): make it of random bytes, "
        + "written in base64url."
    case (_, let message) where message.hasPrefix("Missing"): return ofMisspelling
    default: return nil
    }
  }

  /// RFC 6749 §3.3: spaces.
  private var ofScope: String? {
    guard form.value(of: "scope")?.contains(",") == true else { return nil }
    return "Scopes are separated by spaces, and not by commas (RFC 6749 §3.3)."
  }

  private var ofRedirectURI: String? {
    guard let uri = form.value(of: "redirect_uri"),
      let client = form.value(of: "client_id").flatMap(configuration.client)
    else { return nil }
    let registered = client.redirectURIs.joined(separator: ", ")
    let nearest = RedirectDifference.nearest(among: client.redirectURIs, to: uri)
      .map { " Compared with \($0.uri), \($0.words)." }
    return "\(uri.prefix(200)) came. Registered for \(client.identifier): \(registered)."
      + (nearest ?? "") + " practice --redirect-uri registers another one."
  }

  private var ofChallenge: String? {
    let method = form.value(of: "code_challenge_method")
    guard let challenge = form.value(of: "code_challenge") else {
      return ofMisspelling
        ?? (method == nil
          ? nil
          : "code_challenge_method came, and the code_challenge itself did not (RFC 7636 §4.3).")
    }
    if let method, method != "S256", method.lowercased() == "s256" {
      return "code_challenge_method is \(method), and has to be S256: case counts (RFC 7636 §4.3)."
    }
    if challenge.hasSuffix("=") {
      return "The code_challenge has padding: drop the = at its end (RFC 7636 Appendix A)."
    }
    return ofShape(challenge)
  }

  /// A name that is nearly one of those that are missing.
  private var ofMisspelling: String? {
    let names = ["client_id", "redirect_uri", "scope", "response_type", "code_challenge"]
    for wanted in names where form.value(of: wanted) == nil {
      let near = form.pairs.map(\.name).first {
        !names.contains($0) && $0 != "code_challenge_method" && Self.isNear($0, wanted)
      }
      if let near { return "\(near.prefix(40)) came: it is written \(wanted)." }
    }
    return nil
  }

  /// Whether two names have the same length and differ in one letter, or one has a letter more.
  private static func isNear(_ name: String, _ wanted: String) -> Bool {
    let (left, right) = (Array(name.utf8), Array(wanted.utf8))
    let start = zip(left, right).prefix { $0 == $1 }.count
    let end = zip(left.reversed(), right.reversed()).prefix { $0 == $1 }.count
    return abs(left.count - right.count) <= 1 && start + end >= max(left.count, right.count) - 1
  }

  /// A challenge that was accepted, and that no verifier can match.
  private func ofShape(_ challenge: String) -> String? {
    guard form.value(of: "code_challenge_method") == "S256", challenge.utf8.count != 43 else {
      return nil
    }
    let isHexadecimal =
      challenge.utf8.count == 64
      && challenge.utf8.allSatisfy { "0123456789abcdefABCDEF".utf8.contains($0) }
    return
      "An S256 challenge has 43 characters, and this one \(challenge.utf8.count): no verifier can match it"
      + (isHexadecimal ? "; it looks like the digest in hexadecimal" : "") + " (RFC 7636 §4.2)."
  }

  /// What is weak about a request that was accepted; `nil` if nothing is.
  ///
  /// - Parameters:
  ///   - states: The states of earlier requests.
  ///   - challenges: Their challenges.
  /// - Returns: A sentence.
  func weakness(states: BoundedStore<Bool>, challenges: BoundedStore<Bool>) -> String? {
    let challenge = form.value(of: "code_challenge")
    if let shape = challenge.flatMap(ofShape) { return shape }
    guard let state = form.value(of: "state") else {
      return challenge == nil
        ? "There is no state and no code_challenge: nothing tells the client a planted redirect (RFC 9700 §2.1)."
        : "There is no state: the client has to rely on PKCE alone (RFC 9700 §2.1)."
    }
    if states[state] != nil {
      return "This state was used before: it has to be new each time (RFC 6749 §10.12)."
    }
    return challenge.flatMap { challenges[$0] } == nil
      ? nil
      : "This code_challenge was used before: a verifier has to be new each time (RFC 7636 §4.1)."
  }
}
