import HTTPMessages
import Vocabulary

extension TokenReading {
  func tokens(in members: [String: JSONValue]) throws(StepFailure) -> Tokens {
    guard let accessToken = try string("access_token", in: members), !accessToken.isEmpty else {
      throw StepFailure(
        .tokenMissing, "The response has status 200, but no access token.",
        expected: "access_token", received: members.keys.sorted().listed(),
        why: "Without it, the client cannot call the API. The status alone proves nothing.",
        reference: .rfc6749("5.1"), findings: findings)
    }
    // RFC 6749 Appendix A.12: a line break would add a header field to the next request.
    guard Grammar.isVisible(accessToken) else {
      throw StepFailure(
        .wrongShape, "The access token contains a character that tokens cannot contain.",
        expected: "printable ASCII characters", received: "access_token with another character",
        why: "The token is sent in a header field, which such a character could end.",
        reference: .rfc6749("Appendix A.12"), findings: findings)
    }
    return Tokens(
      accessToken: AccessToken(accessToken), tokenType: try tokenType(in: members),
      expiresIn: try expiresIn(in: members),
      refreshToken: try string("refresh_token", in: members).map(RefreshToken.init),
      // RFC 6749 §5.1: a missing scope means that the requested one was granted.
      scope: try string("scope", in: members).map(scope) ?? step.requestedScope ?? Scope(""),
      // Only Fitbit defines it. A client ignores it at other servers (RFC 6749 §5.1).
      userID: members["user_id"].flatMap { $0.isString ? $0.text : nil })
  }

  /// Returns the granted scopes, split at commas if the server or the requested scopes imply it.
  private func scope(_ text: String) -> Scope {
    let separated = Scope(text, separator: .comma)
    return isSeparatedByCommas(text) ? separated : Scope(text)
  }

  /// Whether commas separate the scopes: a comma may also be part of a name (RFC 6749 §3.3).
  func isSeparatedByCommas(_ text: String) -> Bool {
    guard text.contains(",") else { return false }
    let requested = Set(step.requestedScope?.names ?? [])
    return step.server?.scopeSeparator == .comma
      || Scope(text).names.allSatisfy { !requested.contains($0) }
        && Scope(text, separator: .comma).names.contains(where: requested.contains)
  }

  /// Returns the token type; a client must not use one that it does not know (RFC 6749 §7.1).
  private func tokenType(in members: [String: JSONValue]) throws(StepFailure) -> String {
    guard let type = try string("token_type", in: members), !type.isEmpty else {
      throw StepFailure(
        .tokenTypeUnknown, "The response does not name the type of the token.",
        expected: "token_type Bearer", received: "no token_type",
        why: "How to present a token depends on its type, so every response must name it.",
        reference: .rfc6749("5.1"), findings: findings)
    }
    guard type.lowercased() == "bearer" else {
      let isDPoP = type.lowercased() == "dpop"
      throw StepFailure(
        .tokenTypeUnknown, "The token has the type \(type), which the workbench does not support.",
        expected: "token_type Bearer", received: "token_type " + type,
        why: isDPoP
          ? "It works only with a new proof, for each request, that the client has its key."
          : "How to present a token depends on its type. A client must not use a type that it does not know.",
        reference: isDPoP ? .rfc9449("5") : .rfc6749("7.1"), findings: findings)
    }
    return type
  }

  /// Returns the lifetime in seconds; accepts a string of digits, because some servers send one.
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

  /// Returns a member that must be a string, or `nil` if it is missing or null.
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
      why: "A guess could give another token or lifetime.",
      reference: .rfc6749("5.1"), findings: findings)
  }
}
