import HTTPMessages
import Vocabulary

extension TokenReading {
  /// Returns every member of the response, and the values computed from them.
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
    return outputs + furtherMembers
  }

  /// Returns the notes on this response.
  func notes(on tokens: Tokens) -> [Note] {
    (onSaving(tokens) + onScope(tokens.scope) + onForms(tokens) + onAbsence(of: tokens)).map(
      Note.notice)
  }

  private func onScope(_ granted: Scope) -> [String] {
    if let missing = scopeDifferences(granted).missing {
      return [
        "Not granted: \(missing). Offer what works without these scopes. Request a scope again "
          + "only when the user needs it."
      ]
    }
    guard !namesScope, let requested = step.requestedScope else { return [] }
    if step.isRefresh {
      return ["The response has no scope, so it is the same as before (RFC 6749 §6)."]
    }
    return [
      requested.value.isEmpty
        ? "The response has no scope, and none was requested. See the server's documentation for "
          + "what the token gives access to."
        : "The response has no scope, so the requested scope was granted (RFC 6749 §5.1)."
    ]
  }

  /// Returns the notes on members with an unusual form, and on unspecified ones.
  private func onForms(_ tokens: Tokens) -> [String] {
    var found: [String] = []
    if case .string? = members["expires_in"] {
      found.append(
        "expires_in was sent as a string. RFC 6749 §5.1 shows a number. The workbench accepts both."
      )
    }
    if tokens.tokenType != "Bearer" {
      found.append(
        "token_type is written '\(tokens.tokenType)'. It is case-insensitive (RFC 6749 §5.1), but "
          + "a client that compares it exactly with Bearer rejects it.")
    }
    if members.count > TokenResponse.mostMembers {
      found.append(
        "The response has \(members.count) members, of which \(TokenResponse.mostMembers) are "
          + "shown one by one."
      )
    }
    let unknown = members.keys.filter(isUnspecified).sorted()
    if !unknown.isEmpty {
      found.append(
        "Not in the specifications known here: \(unknown.listed()). A client ignores unknown "
          + "members (RFC 6749 §5.1).")
    }
    return found
  }

  /// Returns the notes on a missing lifetime and a missing refresh token.
  private func onAbsence(of tokens: Tokens) -> [String] {
    var found: [String] = []
    if tokens.expiresIn == nil {
      found.append(
        "The response has no expires_in, which RFC 6749 §5.1 recommends. The client learns that "
          + "the token has expired when the API rejects it.")
    }
    guard tokens.refreshToken == nil else { return found }
    if step.isRefresh {
      found.append("No new refresh token was issued. Keep using the old one (RFC 6749 §6).")
    } else if step.requestedScope != nil {
      found.append(
        "There is no refresh token, which is optional (RFC 6749 §1.5). When the access token "
          + "expires, the user must authorize again."
          + (step.server?.words(on: .missingRefreshToken).map { " " + $0 } ?? ""))
    }
    return found
  }

  private func onSaving(_ tokens: Tokens) -> [String] {
    guard tokens.refreshToken != nil else { return [] }
    return [
      step.server?.words(on: .savingTokens)
        ?? "Store both tokens before you use them: a refresh token may work only once."
    ]
  }

  /// Whether neither a specification nor this server's entries in the glossary define a member.
  private func isUnspecified(_ name: String) -> Bool {
    Glossary.entry(named: name, in: .tokenResponse, of: TokenResponse.heading.name, at: step.server)
      == nil
  }

  private var namesScope: Bool { members["scope"] != nil }

  private func scopeDifferences(_ granted: Scope) -> (missing: String?, added: String?) {
    guard let requestedScope = step.requestedScope else { return (nil, nil) }
    let missing = requestedScope.names(missingFrom: granted).joined(separator: " ")
    let added = granted.names(missingFrom: requestedScope).joined(separator: " ")
    return (missing.isEmpty ? nil : missing, added.isEmpty ? nil : added)
  }

  /// The members that the server added, whether or not a specification known here defines them.
  private var furtherMembers: [Parameter] {
    let known = ["access_token", "token_type", "expires_in", "refresh_token", "scope"]
    return members.sorted { $0.key < $1.key }.prefix(TokenResponse.mostMembers)
      .filter { !known.contains($0.key) && !($0.key == "user_id" && $0.value.isString) }
      .map { Parameter($0.key, $0.value.text, in: .tokenResponse, origin: origin) }
  }
}
