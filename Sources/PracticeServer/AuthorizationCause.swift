import Diagnosis
import HTTPMessages
import Vocabulary

/// The cause of a rejected authorization request, or the weakness of an accepted one.
///
/// The page keeps Fitbit's words and adds this for the developer.
struct AuthorizationCause {
  let form: Form
  let configuration: PracticeConfiguration

  /// Returns the cause in one or more sentences, or `nil` if it is unknown.
  func sentence(for error: PageError) -> String? {
    switch (error.kind, error.message) {
    case ("unauthorized_client", _):
      return form.value(of: "client_id").flatMap(RejectionCause.ofIdentifier)
    case ("invalid_scope", _): return ofScope
    case (_, let message) where message.contains("redirect_uri parameter"): return ofRedirectURI
    case (_, let message) where message.contains("code_challenge"): return ofChallenge
    case (_, let message) where message.contains("state parameter"):
      return
        "The state contains a character that is not printable ASCII (RFC 6749 Appendix A.5). Create it from "
        + "random bytes in base64url."
    case (_, let message) where message.hasPrefix("Missing"): return ofMisspelling
    default: return nil
    }
  }

  /// The cause of a scope with commas (RFC 6749 §3.3).
  private var ofScope: String? {
    guard form.value(of: "scope")?.contains(",") == true else { return nil }
    return "Scopes are separated by spaces, not by commas (RFC 6749 §3.3)."
  }

  private var ofRedirectURI: String? {
    guard let uri = form.value(of: "redirect_uri"),
      let client = form.value(of: "client_id").flatMap(configuration.client)
    else { return nil }
    let registered = client.redirectURIs.joined(separator: ", ")
    let nearest = RedirectDifference.nearest(among: client.redirectURIs, to: uri)
      .map { " Compared with \($0.uri), \($0.words)." }
    return "Received \(uri.prefix(200)). Registered for \(client.identifier): \(registered)."
      + (nearest ?? "") + " practice --redirect-uri registers another one."
  }

  private var ofChallenge: String? {
    let method = form.value(of: "code_challenge_method")
    guard let challenge = form.value(of: "code_challenge") else {
      return ofMisspelling
        ?? (method == nil
          ? nil
          : "code_challenge_method was sent without a code_challenge (RFC 7636 §4.3).")
    }
    if let method, method != "S256", method.lowercased() == "s256" {
      return "code_challenge_method is \(method), but must be S256: case matters (RFC 7636 §4.3)."
    }
    if challenge.hasSuffix("=") {
      return "The code_challenge has padding. Remove the = at its end (RFC 7636 Appendix A)."
    }
    return ofShape(challenge)
  }

  /// The cause of a missing parameter whose name was misspelled.
  private var ofMisspelling: String? {
    let names = ["client_id", "redirect_uri", "scope", "response_type", "code_challenge"]
    for missing in names where form.value(of: missing) == nil {
      let near = form.pairs.map(\.name).first {
        !names.contains($0) && $0 != "code_challenge_method" && Self.isNear($0, missing)
      }
      if let near { return "\(near.prefix(40)) is misspelled: the name is \(missing)." }
    }
    return nil
  }

  /// Whether two names differ in one letter, or one of them has an extra letter.
  private static func isNear(_ name: String, _ other: String) -> Bool {
    let (left, right) = (Array(name.utf8), Array(other.utf8))
    let start = zip(left, right).prefix { $0 == $1 }.count
    let end = zip(left.reversed(), right.reversed()).prefix { $0 == $1 }.count
    return abs(left.count - right.count) <= 1 && start + end >= max(left.count, right.count) - 1
  }

  /// Returns the weakness of an accepted challenge that no verifier can match.
  private func ofShape(_ challenge: String) -> String? {
    guard form.value(of: "code_challenge_method") == "S256", challenge.utf8.count != 43 else {
      return nil
    }
    let isHexadecimal =
      challenge.utf8.count == 64
      && challenge.utf8.allSatisfy { "0123456789abcdefABCDEF".utf8.contains($0) }
    return
      "An S256 challenge has 43 characters, but this one has \(challenge.utf8.count): no verifier can match it"
      + " (RFC 7636 §4.2)." + (isHexadecimal ? " It looks like the digest in hexadecimal." : "")
  }

  /// Returns the weakness of an accepted request, or `nil` if none was found.
  ///
  /// - Parameters:
  ///   - states: The states of earlier requests.
  ///   - challenges: The challenges of earlier requests.
  /// - Returns: The weakness in one or two sentences.
  func weakness(states: BoundedStore<Bool>, challenges: BoundedStore<Bool>) -> String? {
    let challenge = form.value(of: "code_challenge")
    if let shape = challenge.flatMap(ofShape) { return shape }
    guard let state = form.value(of: "state") else {
      return challenge == nil
        ? "The request has no state and no code_challenge: nothing detects a planted redirect (RFC 9700 §2.1)."
        : "The request has no state: the client must rely on PKCE alone (RFC 9700 §2.1)."
    }
    if states[state] != nil {
      return "This state was used before. Create a new one for every request (RFC 6749 §10.12)."
    }
    return challenge.flatMap { challenges[$0] } == nil
      ? nil
      : "This code_challenge was used before. Create a new verifier for every request (RFC 7636 §4.1)."
  }
}
