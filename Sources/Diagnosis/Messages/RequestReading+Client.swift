import HTTPMessages
import Vocabulary

extension RequestReading {
  /// The findings about client authentication.
  var authentication: [Finding] {
    var found: [Finding] = []
    let inBody = has("client_secret")
    let basic = request.basic
    if basic != nil, inBody {
      found.append(
        wrong(
          "two_authentications",
          "The client authenticates twice: in the Authorization header field and in the body.",
          why: "A client must not use more than one method in a request.",
          "Use Authorization: Basic alone.", .rfc6749("2.3")))
    } else if inBody, request.bodyValues.value(of: "client_secret") != nil {
      found += secretInBody
    }
    if let basic {
      found += basic.password.isEmpty ? [emptySecret] : encoding(of: basic.password)
    }
    if message.kind == .tokenRequest, request.authorization == nil, basic == nil, !has("client_id"),
      !has("client_assertion"), !request.values.pairs.isEmpty, !message.lacksCredentials
    {
      found.append(
        wrong(
          "client_id_missing", "Nothing in the request identifies the client.",
          "Send client_id, or authenticate with Authorization: Basic.", .rfc6749("4.1.3")))
    }
    return found
  }

  private var secretInBody: [Finding] {
    guard let server else {
      return [
        Finding(
          .note, ["secret_in_body"], "The client secret is in the body, which servers may accept.",
          action:
            "Prefer Authorization: Basic, which every server must support for client secrets.",
          reference: .rfc6749("2.3.1"), lesson: 4)
      ]
    }
    guard server.clientAuthentication == .header else { return [] }
    return [
      wrong(
        "secret_in_body",
        "The client secret is in the body. This server requires Authorization: Basic.",
        "Send client_id and client_secret in that header field, not in the body.",
        .rfc6749("2.3.1"))
    ]
  }

  private var emptySecret: Finding {
    Finding(
      .risky, ["secret_empty"], "The client authenticates with an empty secret.",
      why: "Many servers reject that. A public client has no secret and does not authenticate.",
      action: "Omit the header field, and send client_id in the body.",
      reference: .rfc6749("3.2.1"),
      lesson: 4)
  }

  /// Returns the findings about a secret that was not form-encoded (RFC 6749 §2.3.1).
  private func encoding(of password: String) -> [Finding] {
    if ValueFaults.isPlaceholder(password) {
      return [
        wrong(
          "placeholder", "The client secret is a placeholder.", "Replace it with the secret.",
          .rfc6749("2.3.1"))
      ]
    }
    let how =
      "Form-encode the client ID and the secret before you join them: + becomes %2B, % becomes %25."
    if password.contains("+") {
      return [
        wrong(
          "secret_not_encoded",
          "The secret in Authorization: Basic contains a + that was not form-encoded.",
          why:
            "A server that follows the specification reads + as a space and rejects the secret.",
          how, .rfc6749("2.3.1"))
      ]
    }
    if ValueFaults.isPercentEncoded(password) {
      return [
        Finding(
          .risky, ["secret_not_encoded"],
          "The secret in Authorization: Basic contains % and two digits, which a server decodes to one character.",
          why:
            "That is correct only if the secret was form-encoded. The request does not show whether it was.",
          action: how, reference: .rfc6749("2.3.1"), lesson: 4)
      ]
    }
    guard password.contains(where: { "%/=: &".contains($0) }) else { return [] }
    return [
      Finding(
        .note, ["secret_not_encoded"],
        "The secret in Authorization: Basic contains characters that form encoding changes.",
        why:
          "Most servers accept / : and = unencoded, although the specification requires the encoding.",
        action: how, reference: .rfc6749("2.3.1"), lesson: 4)
    ]
  }

  /// The findings about a `+` in a value of the body, which becomes a space.
  var encoding: [Finding] {
    ["code", "refresh_token", "client_secret", "code_verifier", "token"].compactMap { name in
      guard let written = request.written[name], written.contains("+"), request.form != .json else {
        return nil
      }
      return wrong(
        "plus_not_encoded",
        "\(name) contains a + that was not encoded: the server reads it as a space.",
        "Encode the value: + becomes %2B. With curl: --data-urlencode.", .rfc6749("Appendix B"))
    }
  }

  /// The findings about missing and invalid parameters of the grant type.
  var grant: [Finding] {
    guard message.kind == .tokenRequest, !request.values.pairs.isEmpty else { return [] }
    switch request.values.value(of: "grant_type") {
    case nil, "":
      return [
        wrong(
          "grant_type_missing", "grant_type is missing.",
          "Send it, for example grant_type=authorization_code.",
          .rfc6749("4.1.3"))
      ]
    case "authorization_code": return code
    case "refresh_token":
      return request.values.value(of: "refresh_token") != nil
        ? []
        : [
          wrong(
            "refresh_token_missing", "refresh_token is missing.", "Send it.", .rfc6749("6"),
            lesson: 6)
        ]
    case "password":
      return [
        wrong(
          "password_grant", "The grant type password gives the user's password to the client.",
          "Use the authorization code flow with PKCE.", .rfc9700("2.4"), lesson: 7)
      ]
    case "client_credentials", "implicit": return []
    case let other?:
      let known = ["authorization_code", "refresh_token", "client_credentials"]
      guard let near = known.first(where: { SmallEdit.isNear(other, $0) }) else { return [] }
      return [
        wrong(
          "grant_type_misspelt", "grant_type is misspelled.", "Write \(near).", .rfc6749("4.1.3"))
      ]
    }
  }

  private var code: [Finding] {
    var found: [Finding] = []
    if request.values.value(of: "code") == nil {
      found.append(
        wrong(
          "code_missing", "The code is missing.", "Send the code from the redirect.",
          .rfc6749("4.1.3")))
    }
    guard let verifier = request.values.value(of: "code_verifier") else {
      if request.values.value(of: "code_challenge") != nil {
        found.append(
          wrong(
            "challenge_in_token_request", "The request has code_challenge but no code_verifier.",
            "Send the verifier as code_verifier. The challenge belongs in step 2.", .rfc7636("4.5"))
        )
      } else {
        found.append(
          Finding(
            .risky, ["verifier_missing"], "code_verifier is missing.",
            why:
              "With a challenge in step 2, the server rejects the code. Without PKCE, a stolen code can be exchanged.",
            action: "Keep the verifier from step 1 until step 4, and send it.",
            reference: .rfc7636("4.5"), lesson: 4))
      }
      return found
    }
    guard !verifier.isEmpty, !ValueFaults.isPlaceholder(verifier) else { return found }
    do { _ = try CodeVerifier(verifier) } catch {
      let cause = if case .length = error { "verifier_length" } else { "verifier_character" }
      found.append(
        wrong(
          cause, "code_verifier is not a valid verifier: \(error).",
          "Send the verifier from step 1 unchanged.", .rfc7636("4.1")))
    }
    return found
  }
}
