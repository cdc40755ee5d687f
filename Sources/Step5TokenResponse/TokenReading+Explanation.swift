import HTTPMessages
import Vocabulary

extension TokenReading {
  /// Every member of the answer, and what follows from them.
  func outputs(of tokens: Tokens) -> [Parameter] {
    var outputs: [Parameter] = []
    func add(_ name: String, _ value: String?, in place: Place = .tokenResponse, _ origin: Origin) {
      guard let value else { return }
      outputs.append(Parameter(name, value, in: place, origin: origin))
    }
    add("access_token", tokens.accessToken.value, origin)
    add("token_type", tokens.tokenType, origin)
    add("expires_in", tokens.expiresIn.map(String.init), origin)
    let end = tokens.expiresIn.map { UTCTime(secondsSince1970: step.receivedAt + Int64($0)).text }
    add("expires_at", end, in: .insideTheClient, .computed)
    add("refresh_token", tokens.refreshToken?.value, origin)
    if namesScope || step.requestedScope != nil {
      add("scope", tokens.scope.value, namesScope ? origin : .computed)
    }
    let (missing, added) = scopeDifferences(tokens.scope)
    add("scope_not_granted", missing, in: .insideTheClient, .computed)
    add("scope_not_requested", added, in: .insideTheClient, .computed)
    add("user_id", tokens.userID, origin)
    return outputs + unknownMembers
  }

  /// What to know about this very answer.
  func notes(on tokens: Tokens) -> [Note] {
    var notes: [Note] = []
    if let missing = scopeDifferences(tokens.scope).missing {
      notes.append(
        .remark(
          "Not everything was granted: \(missing). That is the user's right. Offer what works without "
            + "it, and ask again only when the user wants the rest."))
    }
    if case .string? = members["expires_in"] {
      notes.append(
        .remark(
          "expires_in came as a string. RFC 6749 §5.1 shows a number; it was read all the same."))
    }
    if !namesScope, step.requestedScope != nil {
      notes.append(
        .remark(
          "The answer names no scope. That means: the one that was asked for (RFC 6749 §5.1)."))
    }
    if tokens.refreshToken != nil {
      notes.append(
        .remark(
          step.server?.words(on: .savingTokens)
            ?? "Save both tokens before using them: a refresh token may work only once, and whoever loses "
            + "the new one must ask the user again."))
    }
    return notes
  }

  private var namesScope: Bool { members["scope"] != nil }

  private func scopeDifferences(_ granted: Scope) -> (missing: String?, added: String?) {
    guard let requestedScope = step.requestedScope else { return (nil, nil) }
    let missing = requestedScope.names(missingFrom: granted).joined(separator: " ")
    let added = granted.names(missingFrom: requestedScope).joined(separator: " ")
    return (missing.isEmpty ? nil : missing, added.isEmpty ? nil : added)
  }

  /// What the server added that no specification known here names: kept, shown, and called unknown.
  private var unknownMembers: [Parameter] {
    let known = ["access_token", "token_type", "expires_in", "refresh_token", "scope", "user_id"]
    return members.sorted { $0.key < $1.key }
      .filter { !known.contains($0.key) }
      .map { Parameter($0.key, $0.value.text, in: .tokenResponse, origin: origin) }
  }
}
