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
    return outputs + furtherMembers
  }

  /// What to know about this very answer.
  func notes(on tokens: Tokens) -> [Note] {
    (onSaving(tokens) + onScope(tokens.scope) + onForms(tokens) + onAbsence(of: tokens)).map(
      Note.notice)
  }

  private func onScope(_ granted: Scope) -> [String] {
    if let missing = scopeDifferences(granted).missing {
      return [
        "Not granted: \(missing). Offer what works without it, and ask again only when the user wants the rest."
      ]
    }
    guard !namesScope, let requested = step.requestedScope else { return [] }
    if step.isRefresh {
      return ["The answer names no scope. That means: the same as before (RFC 6749 §6)."]
    }
    return [
      requested.value.isEmpty
        ? "The answer names no scope, and none was asked for: what the token opens is for the server's "
          + "documentation to say."
        : "The answer names no scope. That means: the one that was asked for (RFC 6749 §5.1)."
    ]
  }

  /// Members that are not quite as a reader expects them, and those that no specification has.
  private func onForms(_ tokens: Tokens) -> [String] {
    var found: [String] = []
    if case .string? = members["expires_in"] {
      found.append(
        "expires_in came as a string. RFC 6749 §5.1 shows a number; it was read all the same.")
    }
    if tokens.tokenType != "Bearer" {
      found.append(
        "token_type is written '\(tokens.tokenType)'. Case does not count there (RFC 6749 §5.1), but a client "
          + "that compares it with Bearer letter by letter refuses it.")
    }
    if members.count > TokenResponse.mostMembers {
      found.append(
        "The answer has \(members.count) members, and \(TokenResponse.mostMembers) are shown one by one."
      )
    }
    let unknown = members.keys.filter(isUnspecified).sorted()
    if !unknown.isEmpty {
      found.append(
        "In no specification known here: \(unknown.listed()). A client passes over what it does "
          + "not know (RFC 6749 §5.1).")
    }
    return found
  }

  /// What a client would like to have and did not get, and what follows from that.
  private func onAbsence(of tokens: Tokens) -> [String] {
    var found: [String] = []
    if tokens.expiresIn == nil {
      found.append(
        "The answer names no lifetime (expires_in is recommended, RFC 6749 §5.1). The app finds out when the "
          + "API refuses the token.")
    }
    guard tokens.refreshToken == nil else { return found }
    if step.isRefresh {
      found.append("No new refresh token was issued: keep using the old one (RFC 6749 §6).")
    } else if step.requestedScope != nil {
      found.append(
        "There is no refresh token: when the access token ends, the user is asked again (RFC 6749 §1.5: issuing "
          + "one is up to the server)."
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

  /// Whether neither the specifications nor what is known of this server have a member.
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

  /// What the server added: kept and shown, whether or not a specification known here names it.
  private var furtherMembers: [Parameter] {
    let known = ["access_token", "token_type", "expires_in", "refresh_token", "scope"]
    return members.sorted { $0.key < $1.key }.prefix(TokenResponse.mostMembers)
      .filter { !known.contains($0.key) && !($0.key == "user_id" && $0.value.isString) }
      .map { Parameter($0.key, $0.value.text, in: .tokenResponse, origin: origin) }
  }
}
