public import HTTPMessages
public import Vocabulary

extension TokenResponse: ResponseReading {
  /// What step 5 is called and what it is for.
  public static let heading = StepHeading(
    number: 5, name: "token-response", title: "Token response",
    purpose: """
      The server answers with an access token, which opens the user's data until it expires, and a \
      refresh token, which gets the next pair. The user may have granted less than was asked for, so \
      the app compares the scopes. Only the app and the server see these tokens: they never pass \
      through the browser.
      """,
    traffic: "The server answers the app directly: the back channel.")

  /// What this very answer is for.
  public var purpose: String {
    guard requestedScope == nil else { return Self.heading.purpose }
    return """
      The server answers with an access token of the app's own. It stands for no user and opens no \
      user's data. There is no refresh token, because none is needed: the app can ask again whenever it \
      likes, with nothing but its secret.
      """
  }

  /// What was read.
  public var received: ReceivedMessage { .response(response) }

  /// What the answer is held against.
  public var inputs: [Parameter] {
    let scope = requestedScope.map {
      Parameter("requested_scope", $0.value, in: .insideTheClient, origin: .given)
    }
    let time = Parameter(
      "received_at", UTCTime(secondsSince1970: receivedAt).text, in: .insideTheClient,
      origin: .computed)
    return [scope, time].compactMap(\.self)
  }

  /// Every member of the answer, and what follows from them.
  public func outputs(of tokens: Tokens) -> [Parameter] {
    var outputs: [Parameter] = []
    func add(_ name: String, _ value: String?, in place: Place = .tokenResponse, _ origin: Origin) {
      guard let value else { return }
      outputs.append(Parameter(name, value, in: place, origin: origin))
    }
    add("access_token", tokens.accessToken.value, origin)
    add("token_type", tokens.tokenType, origin)
    add("expires_in", tokens.expiresIn.map(String.init), origin)
    let end = tokens.expiresIn.map { UTCTime(secondsSince1970: receivedAt + Int64($0)).text }
    add("expires_at", end, in: .insideTheClient, .computed)
    add("refresh_token", tokens.refreshToken?.value, origin)
    if namesScope || requestedScope != nil {
      add("scope", tokens.scope.value, namesScope ? origin : .computed)
    }
    let (missing, added) = scopeDifferences(tokens.scope)
    add("scope_not_granted", missing, in: .insideTheClient, .computed)
    add("scope_not_requested", added, in: .insideTheClient, .computed)
    add("user_id", tokens.userID, origin)
    return outputs + unknownMembers
  }

  /// What to know about this very answer.
  public func notes(on tokens: Tokens) -> [Note] {
    var notes: [Note] = []
    if let missing = scopeDifferences(tokens.scope).missing {
      notes.append(
        .remark(
          "Not everything was granted: \(missing). That is the user's right. Offer what works without "
            + "it, and ask again only when the user wants the rest."))
    }
    if case .string? = (try? members())?["expires_in"] {
      notes.append(
        .remark(
          "expires_in came as a string. RFC 6749 §5.1 shows a number; it was read all the same."))
    }
    if !namesScope, requestedScope != nil {
      notes.append(
        .remark(
          "The answer names no scope. That means: the one that was asked for (RFC 6749 §5.1)."))
    }
    if tokens.refreshToken != nil {
      notes.append(
        .remark(
          "Save both tokens before using them: at Fitbit a refresh token works once, and whoever loses "
            + "the new one must ask the user again."))
    }
    return notes
  }

  private var namesScope: Bool { (try? members())?["scope"] != nil }

  private func scopeDifferences(_ granted: Scope) -> (missing: String?, added: String?) {
    guard let requestedScope else { return (nil, nil) }
    let missing = requestedScope.names(missingFrom: granted).joined(separator: " ")
    let added = granted.names(missingFrom: requestedScope).joined(separator: " ")
    return (missing.isEmpty ? nil : missing, added.isEmpty ? nil : added)
  }

  /// What the server added that no specification known here names: kept, shown, and called unknown.
  private var unknownMembers: [Parameter] {
    let known = ["access_token", "token_type", "expires_in", "refresh_token", "scope", "user_id"]
    return ((try? members()) ?? [:]).sorted { $0.key < $1.key }
      .filter { !known.contains($0.key) }
      .map { Parameter($0.key, $0.value.text, in: .tokenResponse, origin: origin) }
  }
}
