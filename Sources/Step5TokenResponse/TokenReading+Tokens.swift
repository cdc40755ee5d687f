import HTTPMessages
import Vocabulary

extension TokenReading {
  func tokens(in members: [String: JSONValue]) throws(StepFailure) -> Tokens {
    guard let accessToken = try string("access_token", in: members), !accessToken.isEmpty else {
      throw StepFailure(
        .tokenMissing, "The answer has status 200, but no access token.",
        expected: "access_token", received: members.keys.sorted().joined(separator: ", "),
        why: "Without it there is nothing to call the API with; the status alone proves nothing.",
        reference: .rfc6749("5.1"), findings: findings)
    }
    return Tokens(
      accessToken: AccessToken(accessToken), tokenType: try tokenType(in: members),
      expiresIn: try expiresIn(in: members),
      refreshToken: try string("refresh_token", in: members).map(RefreshToken.init),
      // RFC 6749 §5.1: a missing scope means that the requested one was granted.
      scope: try string("scope", in: members).map(Scope.init) ?? step.requestedScope ?? Scope(""),
      userID: try string("user_id", in: members))
  }

  /// RFC 6749 §7.1: a token of a type that the client does not understand must not be used.
  private func tokenType(in members: [String: JSONValue]) throws(StepFailure) -> String {
    let type = try string("token_type", in: members)
    guard let type, type.lowercased() == "bearer" else {
      throw StepFailure(
        .tokenTypeUnknown, "The token is of a type that this client does not know.",
        expected: "token_type Bearer", received: type ?? "no token_type",
        why: "How to present a token depends on its type.", reference: .rfc6749("7.1"),
        findings: findings)
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
