import HTTPMessages

/// The order of events when two processes of a client refresh at once, the same in every run.
///
/// The access token of the sign-in expires. Both processes call the API with it, and both get 401.
/// A second refresh with the same refresh token is processed after the first new token was used: a
/// server that rotates refresh tokens then cannot tell it from an attacker's (RFC 9700 §4.14.2).
actor Overlap {
  private static let patience = Duration.seconds(1)

  private var expired: Set<String> = []
  private var renewed: Set<String> = []
  /// The refresh tokens that were sent.
  private var sent: Set<String> = []
  private var rejectedCalls = 0
  private var isNewTokenUsed = false

  /// Whether an API call in the second turn is rejected; waits for the call of the other process.
  func rejects(_ request: HTTPRequest) async -> Bool {
    let token = request.bearerToken
    if renewed.contains(token) { isNewTokenUsed = true }
    guard expired.contains(token) else { return false }
    rejectedCalls += 1
    await wait { $0.rejectedCalls >= 2 }
    return true
  }

  /// Delays a refresh whose token was sent before.
  func admit(_ request: HTTPRequest) async {
    guard request.isRefresh, let token = request.form?.value(of: "refresh_token") else { return }
    if !sent.insert(token).inserted { await wait { $0.isNewTokenUsed } }
  }

  /// Notes the tokens of a response: those of the sign-in expire, the others are new.
  func note(_ response: HTTPResponse, to request: HTTPRequest) {
    if request.isRefresh {
      renewed.formUnion(response.tokens)
    } else if expired.isEmpty {
      expired = response.tokens
    }
  }

  private func wait(until condition: (isolated Overlap) -> Bool) async {
    let end = ContinuousClock.now + Self.patience
    while !condition(self), end > .now, !Task.isCancelled {
      try? await Task.sleep(for: .milliseconds(5))
    }
  }
}

extension HTTPRequest {
  /// The token in the Authorization header field, or an empty string.
  fileprivate var bearerToken: String {
    fields.value(of: "Authorization")?.split(separator: " ").last.map(String.init) ?? ""
  }
}
