import HTTPMessages
import Vocabulary

extension CheckCase {
  /// Stage D: the tokens stop working, and are refreshed.
  static let tokensInUse: [CheckCase] = [
    CheckCase(
      "D1", "401 invalid_token", .practice, .rfc6750("3.1"), lesson: 6,
      poisons: [.server(.invalidToken(times: 1))], passes: .refreshesOnce,
      why: "An access token can be revoked before it expires.",
      fix: "After a 401, refresh once and repeat the call once."),
    CheckCase(
      "D2", "401 for every token", .practice, .rfc6750("3.1"), lesson: 6,
      poisons: [.server(.invalidToken(times: .max))], passes: .stopsRefreshing,
      why: "A client that repeats this runs until the server blocks it.",
      fix: "Stop after the second 401, and say so."),
    CheckCase(
      "D3", "a new refresh token", .must, .rfc6749("6"), lesson: 6,
      poisons: [.server(.invalidToken(times: 1))], runs: .oneFolder, passes: .usesNewToken,
      why: "The old refresh token is invalid. A client that keeps it loses access.",
      fix: "Store the new refresh token before you use the new access token."),
    CheckCase(
      "D4", "no new refresh token", .must, .rfc6749("6"), lesson: 6,
      poisons: [.server(.refreshWithoutNewToken)], runs: .oneFolder, passes: .usesOldToken,
      why: "Without a new refresh token, the old one stays valid.",
      fix: "Keep the old refresh token unless the response contains a new one."),
    CheckCase(
      "D7", "the refresh is rejected", .should, .rfc6749("5.2"), lesson: 6,
      poisons: [.server(.rejectedRefresh(isFitbits: false))], passes: .startsOverOrSays,
      why: "Only the user can grant access again.",
      fix: "Start a new transaction, or say that the user must authorize again."),
    CheckCase(
      "D8", "403 insufficient_scope", .should, .rfc6750("3.1"), lesson: 6,
      poisons: [.server(.insufficientScope)], passes: .noRefresh,
      why: "A refreshed token has the same scopes.",
      fix: "Do not refresh after a 403. Say which scope is missing."),
  ]
}

extension Condition {
  /// One refresh and one more call.
  static let refreshesOnce = Condition("one refresh, and the call again") { observation in
    let count = observation.refreshes.count
    guard count == 1 else { return .failed(count == 0 ? "no refresh" : "\(count) refreshes") }
    return completes.judge(observation)
  }.after(.calledAPI)

  /// The client gives up after one refresh.
  static let stopsRefreshing = Condition("at most one refresh, and the end") { observation in
    let (refreshes, calls) = (observation.refreshes.count, observation.apiCalls.count)
    guard refreshes <= 1, calls <= 2 else {
      return .failed("\(refreshes) refreshes and \(calls) calls of the API")
    }
    return endsClearly.judge(observation)
  }.after(.calledAPI)

  /// A 403 leads to no refresh.
  static let noRefresh = Condition("no refresh") { observation in
    let count = observation.refreshes.count
    return count == 0 ? .passed() : .failed(count == 1 ? "a refresh" : "\(count) refreshes")
  }.after(.calledAPI)

  /// The second refresh sends the token of the first.
  static let usesNewToken = Condition("the next refresh sends the new refresh token") {
    observation in
    observation.secondRefresh { first, second in
      second != first ? .passed() : .failed("the old refresh token again")
    }
  }.after(.refreshed)

  /// The second refresh sends the same token.
  static let usesOldToken = Condition("the next refresh sends the same refresh token") {
    observation in
    observation.secondRefresh { first, second in
      second == first ? .passed() : .failed("another refresh token")
    }
  }.after(.refreshed)
}

extension Observation {
  /// Compares the refresh tokens of two processes in one folder.
  fileprivate func secondRefresh(_ compare: (String, String) -> Judgment) -> Judgment {
    func token(_ process: Int) -> String? {
      refreshes.first { $0.process == process }?.form.value(of: "refresh_token")
    }
    guard let first = token(0) else { return .notReached("The first run did not refresh.") }
    guard let second = token(1) else {
      return visits.count > 1
        ? .failed("the second run asked the user again: the tokens were not stored")
        : .failed("no refresh in the second run")
    }
    return compare(first, second)
  }
}
