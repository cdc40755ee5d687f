import HTTPMessages
import Vocabulary

extension AuthorizationRequestReading {
  /// The findings on PKCE and state, which tie the response to this client.
  var pkce: [Finding] {
    guard form.value(of: "request_uri") == nil, form.value(of: "request") == nil else { return [] }
    let challenge = form.value(of: "code_challenge")
    let method = form.value(of: "code_challenge_method")
    guard let challenge, !challenge.isEmpty else {
      guard method == nil else {
        return [
          wrong(
            "challenge_missing", "The request has code_challenge_method but no code_challenge.",
            "Send the challenge from step 1.", .rfc7636("4.3"))
        ]
      }
      return unprotected
    }
    return of(method) + (method == "S256" || method == "s256" ? ChallengeForm(challenge).wrong : [])
      + state
  }

  private func of(_ method: String?) -> [Finding] {
    switch method {
    case "S256": return []
    case nil, "":
      return [
        Finding(
          .risky, ["method_missing"],
          "code_challenge_method is missing, so the server assumes plain.",
          why:
            "With plain, the challenge is the verifier itself. A challenge made with S256 will "
            + "not match.",
          action: "Send code_challenge_method=S256.", reference: .rfc7636("4.3"), lesson: 2)
      ]
    case "plain":
      return [
        Finding(
          .risky, ["method_plain"],
          "The method is plain: the challenge in the URL is the verifier.",
          why: "An attacker who sees the URL has the verifier and can exchange a stolen code.",
          action: "Use S256.", reference: .rfc7636("7.2"), lesson: 2)
      ]
    case let method?:
      let isCase = method.lowercased() == "s256" || method.lowercased() == "plain"
      return [
        wrong(
          isCase ? "method_case" : "method_unknown",
          isCase
            ? "code_challenge_method is case-sensitive: this value is not S256."
            : "code_challenge_method has a value that RFC 7636 does not define.",
          "Send code_challenge_method=S256, with a capital S.", .rfc7636("4.3"))
      ]
    }
  }

  private var unprotected: [Finding] {
    guard form.value(of: "response_type")?.split(separator: " ").contains("code") == true else {
      return state
    }
    let hasState = form.value(of: "state")?.isEmpty == false
    guard hasState || form.value(of: "nonce") != nil else {
      return [
        Finding(
          .risky, ["no_state_no_pkce"], "The request has neither a state nor a code challenge.",
          why: "Any page can plant a redirect, and a stolen code can be exchanged.",
          action: "Send both: a random state, and code_challenge with code_challenge_method=S256.",
          reference: .rfc9700("2.1"), lesson: 3)
      ]
    }
    return [
      Finding(
        .risky, ["no_pkce"], "The request has no code challenge.",
        why: "A public client must use PKCE, and it is recommended for all others.",
        action: "Send code_challenge and code_challenge_method=S256.", reference: .rfc9700("2.1.1"),
        lesson: 8)
    ] + state
  }

  private var state: [Finding] {
    guard form.value(of: "state") == nil, form.value(of: "nonce") == nil else { return [] }
    return [
      Finding(
        .risky, ["no_state"], "The request has no state.",
        why: "Unless the server enforces PKCE, any page can plant a redirect.",
        action: "Send a random state, and compare it in step 3.", reference: .rfc9700("2.1"),
        lesson: 3)
    ]
  }
}

extension ChallengeForm {
  /// The faults that no S256 challenge has.
  var wrong: [Finding] { findings.filter { $0.severity == .wrong } }
}
