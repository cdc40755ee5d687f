import HTTPMessages
import Vocabulary

extension TokenReading {
  func tokens(in members: [String: JSONValue]) throws(StepFailure) -> Tokens {
    guard let accessToken = try string("access_token", in: members), !accessToken.isEmpty else {
      throw StepFailure(
        .tokenMissing, "The answer has status 200, but no access token.",
        expected: "access_token", received: members.keys.sorted().listed(),
        why: "Without it there is nothing to call the API with; the status alone proves nothing.",
        reference: .rfc6749("5.1"), findings: findings)
    }
    // RFC 6749 Appendix A.12; a line break in it would put another header field into the next request.
    guard Grammar.isVisible(accessToken) else {
      throw StepFailure(
        .wrongShape, "The access token has a character that no token may have.",
        expected: "printable characters of ASCII", received: "access_token with another one",
        why: "It goes into a header field, where such a character could end the field.",
        reference: .rfc6749("Appendix A.12"), findings: findings)
    }
    return Tokens(
      accessToken: AccessToken(accessToken), tokenType: try tokenType(in: members),
      expiresIn: try expiresIn(in: members),
      refreshToken: try string("refresh_token", in: members).map(RefreshToken.init),
      // RFC 6749 §5.1: a missing scope means that the requested one was granted.
      scope: try string("scope", in: members).map(scope) ?? step.requestedScope ?? Scope(""),
      // It is Fitbit's own: whatever another server means by it, a client passes over (RFC 6749 §5.1).
      userID: members["user_id"].flatMap { $0.isString ? $0.text : nil })
  }

  /// The granted scope; commas separate the names where the server wants them so, or where spaces give no name
  /// that was asked for and commas do.
  private func scope(_ text: String) -> Scope {
    let separated = Scope(text, separator: .comma)
    return isSeparatedByCommas(text) ? separated : Scope(text)
  }

  /// Whether a scope is a list with commas: a comma may also be part of a name (RFC 6749 §3.3).
  func isSeparatedByCommas(_ text: String) -> Bool {
    guard text.contains(",") else { return false }
    let requested = Set(step.requestedScope?.names ?? [])
    return step.server?.scopeSeparator == .comma
      || Scope(text).names.allSatisfy { !requested.contains($0) }
        && Scope(text, separator: .comma).names.contains(where: requested.contains)
  }

  /// RFC 6749 §7.1: a token of a type that the client does not understand must not be used.
  private func tokenType(in members: [String: JSONValue]) throws(StepFailure) -> String {
    guard let type = try string("token_type", in: members), !type.isEmpty else {
      throw StepFailure(
        .tokenTypeUnknown, "The answer does not say what type the token is of.",
        expected: "token_type Bearer", received: "no token_type",
        why: "How to present a token depends on its type, and so every answer has to name it.",
        reference: .rfc6749("5.1"), findings: findings)
    }
    guard type.lowercased() == "bearer" else {
      let isDPoP = type.lowercased() == "dpop"
      throw StepFailure(
        .tokenTypeUnknown, "The token is of the type \(type), which the workbench cannot use.",
        expected: "token_type Bearer", received: "token_type " + type,
        why: isDPoP
          ? "It works only together with a proof that the client has a key, made anew for each request."
          : "How to present a token depends on its type; a client must not use one whose type it does not know.",
        reference: isDPoP ? .rfc9449("5") : .rfc6749("7.1"), findings: findings)
    }
    return type
  }

  /// A number of seconds; a string of digits is accepted, since some servers send one.
  private func expiresIn(in members: [String: JSONValue]) throws(StepFailure) -> Int? {
    guard let value = members["expires_in"], value != .null else { return nil }
    let seconds: Int? =
      switch value {
      // RFC 6749 Appendix A.14: digits only, no sign.
      case .number(let text), .string(let text):
        text.utf8.allSatisfy { 0x30...0x39 ~= $0 } ? Int(text) : nil
      default: nil
      }
    guard let seconds, 0...Int(Int32.max) ~= seconds else {
      throw wrongShape("expires_in", "a number of seconds", value)
    }
    return seconds
  }

  /// A member that must be a string; `nil` if it is missing or null.
  private func string(
    _ name: String, in members: [String: JSONValue]
  ) throws(StepFailure) -> String? {
    switch members[name] {
    case nil, .null: return nil
    case .string(let text): return text
    case let value?: throw wrongShape(name, "a string", value)
    }
  }

  private func wrongShape(_ name: String, _ expected: String, _ value: JSONValue) -> StepFailure {
    StepFailure(
      .wrongShape, "The member \(name) cannot be used.",
      expected: "\(name) as \(expected)", received: "\(value.kind): \(value.text)",
      why: "Guessing what was meant could turn it into another token or lifetime.",
      reference: .rfc6749("5.1"), findings: findings)
  }
}
