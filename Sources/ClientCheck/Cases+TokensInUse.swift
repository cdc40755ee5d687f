import Vocabulary

extension CheckCase {
  /// Stage D: the tokens stop working, and are refreshed.
  static let tokensInUse: [CheckCase] = [
    CheckCase(
      "D1", "401 invalid_token", .practice, .rfc6750("3.1"), lesson: 6,
      poisons: [.server(.invalidToken(times: 1))], passes: .refreshesOnce,
      why: "An access token can be revoked before it expires.",
      fix: "After a 401, refresh once or ask the user again, and repeat the API call once."),
    CheckCase(
      "D2", "401 for every token", .practice, .rfc6750("3.1"), lesson: 6,
      poisons: [.server(.invalidToken(times: .max))], passes: .stopsRefreshing,
      why: "A client that keeps refreshing never stops, and the server may block it.",
      fix: "Stop after the second 401, and say so."),
    CheckCase(
      "D3", "a new refresh token", .must, .rfc6749("6"), lesson: 6,
      poisons: [.server(.invalidToken(times: 1))], runs: .oneFolder, passes: .usesNewToken,
      why: "The server can revoke the old refresh token. A client that keeps it then loses access.",
      fix: "Store the new refresh token before you use the new access token."),
    CheckCase(
      "D4", "no new refresh token", .must, .rfc6749("6"), lesson: 6,
      poisons: [.server(.refreshWithoutNewToken)], runs: .oneFolder, passes: .usesOldToken,
      why: "Without a new refresh token, the old one is the only one that the client has.",
      fix: "Keep the old refresh token unless the response contains a new one."),
    CheckCase(
      "D5", "the connection breaks during a refresh", .practice, .rfc9110("9.2.2"), lesson: 6,
      poisons: [.server(.brokenRefresh)], runs: .oneFolder, passes: .recovers,
      why: "The client cannot know whether the server processed the refresh.",
      fix:
        "Keep the old refresh token until the new one is stored. Use it in the next run, and ask the "
        + "user again if it is rejected."),
    CheckCase(
      "D6", "two processes at once", .practice, .rfc9700("4.14.2"), lesson: 6,
      poisons: [.server(.twoAtOnce)], runs: .twoAtOnce, passes: .losesOneFamilyAtMost,
      why:
        "A server that rotates refresh tokens can mistake the second refresh for an attacker's, and "
        + "revoke all tokens.",
      fix:
        "Lock the token file during a refresh, and read it again first. If the refresh is rejected, "
        + "start a new transaction."),
    CheckCase(
      "D7", "the refresh is rejected", .should, .rfc7009("2.1"), lesson: 6,
      poisons: [.server(.rejectedRefresh(isFitbits: false))], passes: .startsOverOrSays,
      why: "Only the user can grant access again.",
      fix: "Start a new transaction, or say that the user must authorize again."),
    CheckCase(
      "D8", "403 insufficient_scope", .practice, .rfc6750("3.1"), lesson: 6,
      poisons: [.server(.insufficientScope)], passes: .noRefresh,
      why: "A refresh cannot add a scope that the user did not grant.",
      fix: "Do not refresh after a 403. Say which scope is missing."),
    CheckCase(
      "D9", "503 for a revocation", .should, .rfc7009("2.2.1"), lesson: 6,
      needs: [.revokeCommand], poisons: [.server(.unavailableRevocation)], runs: .revocation,
      passes: .revokesAgainOrSays,
      why: "After a 503, the tokens may still exist, and anyone who has them can use them.",
      fix:
        "Send the request again after Retry-After or a short wait, or say that the tokens may still be "
        + "valid."),
  ]
}
